import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';

/**
 * Moves a JSON file that cannot be read or does not fit its schema aside, under a name with the time, so
 * that nothing in it is ever overwritten.
 * @param reportValues whether the reason may quote from the file; no where it holds personal data
 * @returns where it went and what was wrong, in German; null when the file is good or absent
 */
export function putAsideIfBroken(
  file: string,
  schema: z.ZodType,
  now: Date,
  reportValues = true,
): string | null {
  const reason = whyBroken(file, schema, reportValues);
  if (reason === null) return null;
  const aside = file.replace(/\.json$/, `.defekt-${now.toISOString().replaceAll(':', '-')}.json`);
  renameSync(file, aside);
  return `${aside}: ${reason}`;
}

function whyBroken(file: string, schema: z.ZodType, reportValues: boolean): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return absent ? null : String(error);
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return null;
    return reportValues ? z.prettifyError(parsed.error) : 'passt nicht zum Format';
  } catch (error) {
    return reportValues && error instanceof Error ? error.message : 'kein JSON';
  }
}
