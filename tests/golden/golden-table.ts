import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const wantedSchema = z.union([z.string().transform((service) => [service]), z.array(z.string())]);
const groupsSchema = z.record(z.string(), z.record(z.string(), wantedSchema));
const tableSchema = z.strictObject({
  everywhere: groupsSchema,
  heldOut: groupsSchema,
  local: z.array(
    z.strictObject({ text: z.string(), area: z.string().nullable(), article: z.string() }),
  ),
});

/** What somebody says or types, and the services that answer it. */
export interface GoldenQuery {
  readonly group: string;
  readonly text: string;
  readonly services: readonly string[];
}

/** What is shown for an area: the variant of the service. */
export interface LocalQuery {
  readonly text: string;
  readonly area: string | null;
  readonly article: string;
}

export interface GoldenTable {
  readonly queries: readonly GoldenQuery[];
  readonly heldOut: readonly GoldenQuery[];
  readonly local: readonly LocalQuery[];
}

/** The table of queries.yaml. */
export function readGoldenTable(): GoldenTable {
  const text = readFileSync(join(import.meta.dirname, 'queries.yaml'), 'utf8');
  const { everywhere, heldOut, local } = tableSchema.parse(parse(text));
  const flat = (groups: z.output<typeof groupsSchema>): readonly GoldenQuery[] =>
    Object.entries(groups).flatMap(([group, queries]) =>
      Object.entries(queries).map(([query, services]) => ({ group, text: query, services })),
    );
  return { queries: flat(everywhere), heldOut: flat(heldOut), local };
}

/** Areas that the queries without an area are asked for: none, towns with variants, one of an Amt. */
export const goldenAreas = [
  ['no municipality', null],
  ['Wedel', '010560050050'],
  ['Pinneberg', '010560039039'],
  ['Elmshorn', '010560015015'],
  ['Prisdorf in the Amt Pinnau', '010565687040'],
] as const;

/** Place of the first wanted service among the found ones, from 1; null if there is none. */
export function rankOf(wanted: readonly string[], found: readonly string[]): number | null {
  const index = found.findIndex((service) => wanted.includes(service));
  return index === -1 ? null : index + 1;
}
