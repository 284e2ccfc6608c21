import type { z } from 'zod';
import { unreachable } from '../../../shared/unreachable.ts';

/** One thing that is wrong with a pack; an editor can go to it without knowing the program. */
export interface PackFailure {
  /** Path within the pack with `/`, or the folder of the pack where the folder itself is the problem. */
  readonly file: string;
  /** Place within the file; numbers are indices from 0. Empty: the whole file. */
  readonly path: readonly (string | number)[];
  /** What is wrong, German, without a full stop. */
  readonly reason: string;
}

/** What one entry of a list file is called. */
const entryNames: ReadonlyMap<string, string> = new Map([
  ['municipalities.json', 'Kommune'],
  ['lines.json', 'Leitung'],
  ['offices.json', 'Stelle'],
  ['notices.json', 'Hinweis'],
  ['synonyms.json', 'Synonym'],
  ['online-services.json', 'Onlinedienst'],
  ['responsibilities.json', 'Zuständigkeit'],
]);

/** One German line: `lines.json, Leitung 3, numbers: …`. Entries are counted from 1. */
export function describeFailure({ file, path, reason }: PackFailure): string {
  const entry = entryNames.get(file) ?? 'Eintrag';
  const steps: string[] = [];
  path.forEach((step, index) => {
    if (typeof step === 'string') steps.push(step);
    else if (index === 0) steps.push(`${entry} ${step + 1}`);
    else steps.push(`${steps.pop() ?? ''} ${step + 1}`.trim());
  });
  return oneLine(`${[file, ...steps].join(', ')}: ${reason}`);
}

/** Names of files and keys come from outside; a line break in one must not look like a second failure. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Failures of one file or entry as the schema reports them. */
export function schemaFailures(
  file: string,
  path: readonly (string | number)[],
  issues: readonly z.core.$ZodIssue[],
): PackFailure[] {
  return issues.map((issue) => ({
    file,
    path: [...path, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))],
    reason: issue.message,
  }));
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'Text',
  number: 'Zahl',
  boolean: 'true oder false',
  array: 'Liste',
  object: 'Objekt',
};

/**
 * German words for what zod finds; handed to `safeParse` as `error`. Schemas with words of their own
 * keep them.
 */
export function germanReason(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'fehlt'
        : `hier steht kein Wert der Art ${typeNames[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `unbekannter Schlüssel ${issue.keys.map((key) => `„${key}“`).join(', ')}`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'fehlt'
        : `erlaubt ist nur ${issue.values.map((value) => `„${String(value)}“`).join(', ')}`;
    case 'too_small':
      return issue.minimum > 1 ? `mindestens ${String(issue.minimum)}` : 'darf nicht leer sein';
    case 'too_big':
      return `höchstens ${String(issue.maximum)}`;
    case 'invalid_format':
      return formatReasons[issue.format] ?? 'hat nicht die verlangte Form';
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
      return 'ist ungültig';
    default:
      return unreachable(issue);
  }
}

const formatReasons: Readonly<Record<string, string>> = {
  date: 'kein Datum der Form JJJJ-MM-TT',
  email: 'keine E-Mail-Adresse',
  url: 'keine Adresse, die mit https:// beginnt',
};
