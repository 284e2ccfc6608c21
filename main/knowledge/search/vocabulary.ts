import { walkNear } from './edit-distance.ts';

/** Words that can be found, as they are written (folded): what a beginning or a typo may stand for. */
export interface Vocabulary {
  /** Words that begin with `prefix`, the likeliest first: titles before texts, short before long. */
  readonly startingWith: (prefix: string, limit: number) => readonly string[];
  /** Words that `typed` may be a slip of, with the number of edits; nearest first. */
  readonly near: (
    typed: string,
    options: { readonly limit: number; readonly beingTyped: boolean },
  ) => readonly Near[];
  readonly store: () => readonly (readonly [string, boolean])[];
}

export interface Near {
  readonly word: string;
  /** At least 1. */
  readonly edits: number;
  /** The word goes on after what was typed. */
  readonly goesOn: boolean;
}

/** Edits that are taken for a slip: none in short words and in numbers, where every sign counts. */
export function allowedEdits(typed: string): 0 | 1 | 2 {
  if (typed.length < 5 || /\p{N}/u.test(typed)) return 0;
  return typed.length < 8 ? 1 : 2;
}

/** @param isProminent words and whether one stands in a title or among the words citizens use */
export function createVocabulary(isProminent: ReadonlyMap<string, boolean>): Vocabulary {
  const sorted = [...isProminent.keys()].sort();

  const before = (one: string, other: string): number =>
    Number(isProminent.get(other)) - Number(isProminent.get(one)) ||
    one.length - other.length ||
    (one < other ? -1 : 1);

  return {
    store: () => [...isProminent],
    startingWith: (prefix, limit) => {
      const found: string[] = [];
      for (let index = firstFrom(sorted, prefix); index < sorted.length; index += 1) {
        const word = sorted[index];
        if (word?.startsWith(prefix) !== true) break;
        found.push(word);
      }
      return found.sort(before).slice(0, limit);
    },
    near: (typed, { limit, beingTyped }) => {
      const edits = allowedEdits(typed);
      if (edits === 0) return [];
      const found: Near[] = [];
      walkNear(sorted, typed, edits, (word, { whole, beginning }) => {
        if (whole > 0 && whole <= edits) found.push({ word, edits: whole, goesOn: false });
        // Without a slip it is what the word becomes, not what it was meant to be (startingWith). The first
        // letter is nearly always right; without it, far too many beginnings are near.
        else if (beingTyped && beginning > 0 && word.startsWith(typed.slice(0, 1)))
          found.push({ word, edits: beginning, goesOn: true });
      });
      return found
        .sort(
          (one, other) =>
            Number(one.goesOn) - Number(other.goesOn) ||
            one.edits - other.edits ||
            before(one.word, other.word),
        )
        .slice(0, limit);
    },
  };
}

/** Index of the first word that is not before `word`. */
function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
