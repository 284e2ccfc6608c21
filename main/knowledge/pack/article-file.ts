import { parseDocument } from 'yaml';
import {
  articleModules,
  articleSchema,
  type Article,
  type ArticleModuleKey,
} from '../../../shared/knowledge/pack.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { germanReason, schemaFailures, type PackFailure } from './failure.ts';

/** An article file that could not be read completely, with the id it gave, for other files that name it. */
export interface BrokenArticle {
  readonly id: string | null;
  readonly failures: readonly PackFailure[];
}

/**
 * Reads an article: YAML front matter between two lines `---`, then one `## Heading` section per text
 * module, headings as in `articleModules`. All failures of the file are collected.
 * @param file name for failures, as PackFailure.file
 */
export function parseArticle(file: string, text: string): Result<Article, BrokenArticle> {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex(isEndOfFrontMatter) : -1;
  if (end === -1) {
    const reason = 'der Kopf fehlt: die Datei beginnt mit --- und der Kopf endet mit ---';
    return failure({ id: null, failures: [{ file, path: [], reason }] });
  }
  const head = readFrontMatter(file, lines.slice(1, end).join('\n'));
  const body = readSections(file, lines.slice(end + 1), end + 2);
  if (head.failures.length > 0)
    return failure({ id: null, failures: [...head.failures, ...body.failures] });

  const { id } = head.values;
  const parsed = articleSchema.safeParse(
    { ...head.values, modules: Object.fromEntries(body.modules) },
    { error: germanReason },
  );
  const found = parsed.success ? [] : schemaFailures(file, [], parsed.error.issues);
  // `modules` is made here from the sections; as a key of the front matter it is a mistake.
  if ('modules' in head.values)
    found.push({ file, path: ['modules'], reason: 'unbekannter Schlüssel' });
  if (parsed.success && found.length + body.failures.length === 0) return success(parsed.data);
  return failure({
    id: typeof id === 'string' ? id : null,
    failures: [...found, ...body.failures],
  });
}

function isEndOfFrontMatter(line: string, index: number): boolean {
  return index > 0 && line.trimEnd() === '---';
}

interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  readonly failures: readonly PackFailure[];
}

/**
 * The failsafe schema leaves every scalar a string: `area: 010560050050` keeps its zero and
 * `updated: 2026-11-24` is not turned into a moment. Tags, aliases and double keys are refused.
 */
function readFrontMatter(file: string, text: string): FrontMatter {
  const broken = (reason: string, line?: number): FrontMatter => ({
    values: {},
    failures: [{ file, path: line === undefined ? [] : [`Zeile ${line}`], reason }],
  });
  try {
    const document = parseDocument(text, { schema: 'failsafe', stringKeys: true });
    const problem = document.errors[0] ?? document.warnings[0];
    // The opening --- is the first line of the file.
    if (problem !== undefined)
      return broken(yamlReason(problem), (problem.linePos?.[0].line ?? 0) + 1);
    const values: unknown = document.toJS({ maxAliasCount: 0 });
    if (typeof values !== 'object' || values === null || Array.isArray(values))
      return broken('der Kopf besteht nicht aus Zeilen der Form „schlüssel: wert“');
    return { values: { ...values }, failures: [] };
  } catch {
    return broken(
      'der Kopf ist kein lesbares YAML; Anker und Verweise (& und *) sind nicht erlaubt',
    );
  }
}

function yamlReason(problem: { readonly code: string; readonly message: string }): string {
  if (problem.code === 'DUPLICATE_KEY') return 'derselbe Schlüssel steht zweimal im Kopf';
  if (problem.code === 'TAG_RESOLVE_FAILED') return 'Typangaben mit ! sind nicht erlaubt';
  return `kein gültiges YAML (${problem.message.split('\n')[0] ?? ''})`;
}

const keyOfHeading = new Map<string, ArticleModuleKey>(
  articleModules.map(({ heading, key }) => [heading.normalize('NFC'), key]),
);
const allowedHeadings = articleModules.map(({ heading }) => `„${heading}“`).join(', ');

interface Sections {
  readonly modules: ReadonlyMap<ArticleModuleKey, string>;
  readonly failures: readonly PackFailure[];
}

/** @param firstLine number of `lines[0]` within the file, from 1 */
function readSections(file: string, lines: readonly string[], firstLine: number): Sections {
  const modules = new Map<ArticleModuleKey, string>();
  const failures: PackFailure[] = [];
  const fail = (index: number, reason: string): void => {
    failures.push({ file, path: [`Zeile ${index + firstLine}`], reason });
  };
  const starts = headingLines(lines);
  const before = lines.slice(0, starts[0] ?? lines.length).findIndex((line) => line.trim() !== '');
  if (before !== -1) fail(before, 'vor dem ersten Abschnitt („## …“) darf kein Text stehen');

  starts.forEach((start, number) => {
    const heading = (lines[start] ?? '').slice(2).trim().normalize('NFC');
    const key = keyOfHeading.get(heading);
    const text = lines.slice(start + 1, starts[number + 1] ?? lines.length);
    const content = text.join('\n').trim();
    if (key === undefined)
      fail(start, `unbekannter Abschnitt „${heading}“; erlaubt sind ${allowedHeadings}`);
    else if (modules.has(key)) fail(start, `der Abschnitt „${heading}“ steht zweimal da`);
    else if (content === '') fail(start, `der Abschnitt „${heading}“ ist leer`);
    else modules.set(key, content);
  });
  return { modules, failures };
}

/** Indices of the lines that begin a section; `##` within a fenced block is text. */
function headingLines(lines: readonly string[]): number[] {
  let fence: string | null = null;
  return lines.flatMap((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      return [];
    }
    return fence === null && /^##(\s|$)/.test(line) ? [index] : [];
  });
}
