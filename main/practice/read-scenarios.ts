import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { arsSchema } from '../../shared/knowledge/area.ts';
import { germanReason } from '../knowledge/index.ts';

/**
 * How the PBX of a scenario tells which number was dialled. Real ones differ; an agent and a test meet
 * every way that the line resolution understands.
 */
export const arrivals = [
  /** The configured header (X-Dialed-Number). */
  'dialedNumberHeader',
  /** RFC 7044: oldest entry first. */
  'historyInfo',
  /** RFC 5806: two hops, newest first. */
  'diversion',
  /** Only a prefix before the caller's name: "Wedel: …". */
  'displayPrefix',
  /** A number that no line has: all lines are offered. */
  'unknownNumber',
] as const;
export type Arrival = (typeof arrivals)[number];

const scenarioSchema = z.strictObject({
  /** Name of the sound file and of the practice call. */
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'nur Kleinbuchstaben, Ziffern und Bindestriche'),
  title: z.string().min(1).max(80),
  /** Line id of the knowledge pack. */
  line: z.string().min(1).max(100),
  arrival: z.enum(arrivals),
  /**
   * null: suppressed (CLIR). A practice call must never name a real person's number: drama numbers, or an
   * area code that names a town of the county and then a 0, with which no subscriber's number begins.
   * Other area codes may be shorter, so that the 0 would be the second digit of a real number.
   */
  callerNumber: z
    .string()
    .regex(
      /^\+49(?:4066969\d{3}|41[02]\d0\d{3,7})$/,
      'eine Nummer aus dem Block +49 40 66969-000 bis -999, oder eine Vorwahl 0410x oder 0412x und dahinter eine 0',
    )
    .nullable(),
  /** Display name as the network would send it. */
  callerName: z.string().max(128).nullable(),
  /** What the caller has chosen in the voice menu of the PBX before it rings. */
  menuTopic: z.string().min(1).max(100).optional(),
  /** From answer to the caller's hang-up. */
  talkSeconds: z.int().min(5).max(1800),
  /** What the caller says; spoken in assets/practice/<id>.ogg. */
  question: z.string().min(1).max(500),
  /** What a good answer is made of; shown to the agent alone, after the call. */
  good: z.strictObject({
    municipality: arsSchema,
    articles: z.array(z.string().min(1).max(200)).min(1).max(5),
    advice: z.string().min(1).max(400),
  }),
});
/** One practice call. */
export type Scenario = z.infer<typeof scenarioSchema> & {
  /** Path of the spoken question below app://caller/. */
  readonly speech: string;
};

export interface ReadScenarios {
  readonly scenarios: readonly Scenario[];
  /** German, one a line: `scenarios.yaml, Zeile 12, good.articles: fehlt`. */
  readonly failures: readonly string[];
}

/**
 * Reads the practice calls. One that is wrong is left out and told with its line; the others can be played.
 * @param file name for failures; `speechFolder`: where the spoken questions are below app://caller/
 */
export function readScenarios(file: string, text: string, speechFolder: string): ReadScenarios {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true });
  const at = (offset: number): string => `${file}, Zeile ${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken !== undefined)
    return { scenarios: [], failures: [`${at(broken.pos[0])}: kein gültiges YAML`] };
  let values: unknown;
  try {
    values = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { scenarios: [], failures: [`${file}: Verweise (* und &) sind nicht erlaubt`] };
  }
  if (!Array.isArray(values))
    return { scenarios: [], failures: [`${at(0)}: keine Liste von Übungsanrufen`] };

  const scenarios: Scenario[] = [];
  const failures: string[] = [];
  values.forEach((value: unknown, index) => {
    const parsed = scenarioSchema.safeParse(value, { error: germanReason });
    const place = (path: readonly PropertyKey[]): string =>
      at(offsetOf(document, [index, ...path]));
    if (!parsed.success)
      for (const { path, message } of parsed.error.issues)
        failures.push(`${place(path)}, ${path.map(String).join('.')}: ${message}`);
    else if (scenarios.some(({ id }) => id === parsed.data.id))
      failures.push(`${place(['id'])}, id: „${parsed.data.id}“ gibt es schon`);
    else scenarios.push({ ...parsed.data, speech: `${speechFolder}${parsed.data.id}.ogg` });
  });
  return { scenarios, failures };
}

/** Where a value stands; of what is missing, the nearest that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return node.range[0];
  }
  return 0;
}
