import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../tools/setup/paths.ts';

const lineSchema = z.object({
  id: z.string(),
  /** E.164, as the trunk delivers them; short numbers (115) have been translated by the network. */
  numbers: z
    .array(z.string())
    .transform((numbers) => numbers.filter((number) => number.startsWith('+'))),
  displayPrefixes: z.array(z.string()).min(1),
});
export type PbxLine = z.infer<typeof lineSchema>;

/** For the bench's own tests while there is no pack; numbers from the range kept for drama. */
const fixture: readonly PbxLine[] = [
  { id: 'kreis', numbers: ['+493023125100'], displayPrefixes: ['Kreis'] },
  { id: 'wedel', numbers: ['+493023125101'], displayPrefixes: ['Wedel'] },
];

/** The lines of the demonstration pack, as the PBX's dial plan needs them. */
export function pbxLines(): readonly PbxLine[] {
  const file = join(root, 'assets', 'demo-pack', 'lines.json');
  if (!existsSync(file)) return fixture;
  return z.array(lineSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}
