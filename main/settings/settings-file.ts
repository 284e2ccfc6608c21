import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { settingsLayerSchema } from '../../shared/settings/settings.ts';

/**
 * Moves a settings file that cannot be read or does not fit the schema aside, under a name with the
 * time, so that nothing the user wrote is ever overwritten.
 * @returns where it went and what was wrong, in German; null when the file is good or absent
 */
export function putAsideIfBroken(file: string, now: Date): string | null {
  const reason = whyBroken(file);
  if (reason === null) return null;
  const aside = file.replace(/\.json$/, `.defekt-${now.toISOString().replaceAll(':', '-')}.json`);
  renameSync(file, aside);
  return `${aside}: ${reason}`;
}

function whyBroken(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return absent ? null : String(error);
  }
  try {
    const parsed = settingsLayerSchema.safeParse(JSON.parse(text));
    return parsed.success ? null : z.prettifyError(parsed.error);
  } catch (error) {
    return error instanceof Error ? error.message : 'kein JSON';
  }
}
