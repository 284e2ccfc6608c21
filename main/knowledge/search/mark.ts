import type { MatchKind, Mark } from '../../../shared/knowledge/search.ts';
import type { Analysis } from './analysis.ts';
import { fold } from './fold.ts';
import type { Meaning } from './meaning.ts';
import { stem } from './stem.ts';

/** Where a text holds what was asked, and by what right. */
export interface Match {
  readonly mark: Mark;
  readonly kind: MatchKind;
  readonly meaning: Meaning;
}

/** A run of letters and digits, also over hyphens: i-Kfz. Marks and soft hyphens belong to the word. */
const group = /[\p{L}\p{N}\p{M}\u00AD]+(?:[-‐][\p{L}\p{N}\p{M}\u00AD]+)*/gu;
const piece = /[\p{L}\p{N}\p{M}\u00AD]+/gu;

/**
 * Finds the words of a query in a text, by the same analysis that found the article: of a compound only the
 * part that was asked for, of a word that is still being typed only its beginning.
 */
export function matchesIn(
  text: string,
  meanings: readonly Meaning[],
  analysis: Analysis,
): readonly Match[] {
  return [...text.matchAll(group)].flatMap((found) => {
    const pieces = [...found[0].matchAll(piece)];
    const single = pieces.flatMap((word) =>
      matchesOfWord(word[0], found.index + word.index, meanings, analysis),
    );
    if (single.length > 0 || pieces.length === 1) return single;
    // In one piece, as the index knows it: ikfz.
    const joined = fold(pieces.map(([word]) => word).join(''));
    const meaning = meanings.find(({ stems }) => stems.has(stem(joined)));
    const mark: Mark = [found.index, found.index + found[0].length];
    return meaning === undefined ? [] : [{ mark, kind: 'form' as const, meaning }];
  });
}

/** Marks of all meanings in order, merged where they touch or overlap. */
export function marksOf(matches: readonly Match[]): Mark[] {
  const sorted = matches.map(({ mark }) => mark).sort(([one], [other]) => one - other);
  return sorted.reduce<Mark[]>((merged, [start, end]) => {
    const last = merged.at(-1);
    if (last === undefined || start > last[1]) return [...merged, [start, end]];
    return [...merged.slice(0, -1), [last[0], Math.max(last[1], end)]];
  }, []);
}

function matchesOfWord(
  written: string,
  start: number,
  meanings: readonly Meaning[],
  analysis: Analysis,
): readonly Match[] {
  const word = analysis.folded(written);
  const [analysed] = analysis.wordsOf(word);
  if (analysed === undefined) return [];
  return meanings.flatMap((meaning): readonly Match[] => {
    const { query } = meaning;
    const match = (from: number, until: number, kind: MatchKind): Match => {
      const mark: Mark = [start + unfolded(written, from), start + unfolded(written, until)];
      return { mark, kind, meaning };
    };
    const isTerm = analysed.terms.some((term) => meaning.stems.has(term));
    if (isTerm) {
      const kind = kindOf(word, meaning);
      return [match(0, kind === 'beginning' ? query.word.length : word.length, kind)];
    }
    const parts = analysed.surfaces.filter((surface) => surface !== word);
    return parts.flatMap((part) => {
      const wanted = stem(part);
      if (!meaning.stems.has(wanted) && !meaning.near.has(wanted)) return [];
      const at = word.indexOf(wanted);
      if (at === -1) return [];
      return [match(at, at + (word.startsWith(part, at) ? part : wanted).length, 'part')];
    });
  });
}

function kindOf(word: string, { query, stems }: Meaning): MatchKind {
  const found = stem(word);
  if (word === query.word) return 'word';
  if (found === query.stem || query.verbs.includes(found)) return 'form';
  if (query.beingTyped && word.startsWith(query.word)) return 'beginning';
  // A part of a compound that was typed: Wohngeldantrag asks for Antrag.
  return stems.get(found) === 1 ? 'part' : 'slip';
}

/** How many units of `written` make the first `length` letters of its folded form. */
function unfolded(written: string, length: number): number {
  if (length === 0) return 0;
  // Nearly always: nothing was put together or taken apart.
  if (fold(written).length === written.length) return length;
  let units = 0;
  for (let end = 1; end <= written.length; end += 1)
    if (fold(written.slice(0, end)).length <= length) units = end;
  return units;
}
