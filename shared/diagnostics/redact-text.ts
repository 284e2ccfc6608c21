/** Sign that stands for what was hidden. */
const hidden = '‹…›';

interface Pattern {
  readonly find: RegExp;
  /** What looks the same and leads to nobody. */
  readonly harmless?: RegExp;
}

const patterns: readonly Pattern[] = [
  // Telephone numbers in any writing, but not dates.
  { find: /\+?\(?\d(?:[\s()/.-]{0,3}\d){4,}/g, harmless: /^20\d{2}-[01]\d-[0-3]\d$/ },
  { find: /\b\d{1,3}(?:\.\d{1,3}){3}\b/g },
  // IPv6, but not the time of day.
  { find: /[\da-f.]*:[\da-f:.]*:[\da-f:.]*/gi, harmless: /^\d{1,2}:\d{2}:\d{2}$/ },
  { find: /\b(?:sips?|tel|callto|mailto):[^\s<>"',;]+/gi },
  { find: /[^\s<>"'(),;:@]+@[^\s<>"'(),;]+/g },
];

/**
 * Hides in free text (log lines, details of problems, names of devices) whatever could lead to a person: the
 * known strings of this workplace, SIP and mail addresses, network addresses, telephone numbers. All are looked
 * for in the text as it was, so that hiding one cannot cut another in two that is then not found.
 * @param known names, users, extensions, folders that must not be seen; shorter than two characters are not
 *   looked for
 */
export function createTextRedactor(known: readonly string[]): (text: string) => string {
  const words = [...new Set(known.map((word) => word.trim()))]
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((word) => ({
      find: new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu'),
    }));
  const all: readonly Pattern[] = [...patterns, ...words];
  return (text) => {
    const spans = all
      .flatMap(({ find, harmless }) =>
        [...text.matchAll(find)]
          .filter(([found]) => harmless?.test(found) !== true)
          .map(({ 0: found, index }): Span => [index, index + found.length]),
      )
      .sort(([a], [b]) => a - b);
    return withoutSpans(text, spans);
  };
}

/** Start and end (exclusive) of a part of a text. */
type Span = readonly [number, number];

/** @param spans by their start; they may overlap and touch, which makes one of them */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let end = 0;
  let first = true;
  for (const [from, to] of spans) {
    if (first || from > end) result += text.slice(end, from) + hidden;
    first = false;
    end = Math.max(end, to);
  }
  return result + text.slice(end);
}

/** A line of the log; its time stays readable. */
export function redactLogLine(line: string, redact: (text: string) => string): string {
  const [time = ''] = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z /.exec(line) ?? [];
  return time + redact(line.slice(time.length));
}
