/** Takes German compounds apart. */
export interface CompoundSplitter {
  /**
   * Dictionary words that a folded word is made of, also of compounds within it; empty for a word that is
   * no compound of known words. `personalausweisantrag` → personalausweis, antrag, personal, ausweis.
   */
  readonly split: (word: string) => readonly string[];
  /** The last of the longest parts, which says what the thing is: Mülltonne → tonne; null: no compound. */
  readonly headOf: (word: string) => string | null;
}

/** What stands between two parts: Wohnung-s-geber, Hund-e-steuer, Kind-er-garten, Straße-n-bau. */
const links = ['', 's', 'es', 'n', 'en', 'er', 'e'];
/** What a compound ends with when it is inflected; also the plurals that only the last part has. */
const endings = ['', 'e', 'en', 'n', 'er', 'ern', 's', 'es'];

const shortestWord = 6;
const shortestPart = 3;
/** With an unknown front, the last part has to be long, or `entragen` would be found in `beantragen`. */
const shortestHead = 5;
const shortestUnknown = 4;

/** @param dictionary folded words; nothing is split into words that are not in it */
export function createSplitter(dictionary: Iterable<string>): CompoundSplitter {
  const words = [...new Set(dictionary)].filter((word) => /^[a-z]{3,}$/.test(word));
  const front = surfaces(words, (word) => [
    ...links.map((link) => word + link),
    // Schul-anmeldung, Melde-schein, Miet-vertrag
    ...(word.endsWith('e') && word.length > 4 ? [word.slice(0, -1)] : []),
    ...(word.endsWith('en') && word.length > 5 ? [word.slice(0, -1), word.slice(0, -2)] : []),
  ]);
  const head = surfaces(words, (word) => endings.map((ending) => word + ending));

  function outer(word: string): readonly string[] {
    if (word.length < shortestWord || !/^[a-z]+$/.test(word)) return [];
    return cover(word, front, head) ?? knownHead(word, head);
  }

  function split(word: string): readonly string[] {
    const parts = outer(word);
    return [...new Set(parts.flatMap((part) => (part === word ? [] : [part, ...split(part)])))];
  }
  return { split, headOf: (word) => outer(word).at(-1) ?? null };
}

/** Written form → dictionary word; a word itself comes before a form of another one. */
function surfaces(
  words: readonly string[],
  formsOf: (word: string) => readonly string[],
): ReadonlyMap<string, string> {
  const bases = new Map(words.map((word) => [word, word]));
  for (const word of words)
    for (const form of formsOf(word)) if (!bases.has(form)) bases.set(form, word);
  return bases;
}

interface Cover {
  readonly parts: readonly string[];
  readonly squares: number;
}

/** Few long parts are better than many short ones: Reise-pass, not Reis-epa-ss. */
function isBetter(one: Cover, other: Cover | null | undefined): boolean {
  if (other === null || other === undefined) return true;
  const fewer = other.parts.length - one.parts.length;
  return fewer === 0 ? one.squares > other.squares : fewer > 0;
}

/** The best way to write the whole word with at least two parts; null if there is none. */
function cover(
  word: string,
  front: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
): readonly string[] | null {
  /** reached.get(end): best cover of the first `end` letters by front parts. */
  const reached = new Map<number, Cover>([[0, { parts: [], squares: 0 }]]);
  let whole: Cover | null = null;
  for (let start = 0; start <= word.length - shortestPart; start += 1) {
    const before = reached.get(start);
    if (before === undefined) continue;
    const base = start === 0 ? undefined : head.get(word.slice(start));
    if (base !== undefined) {
      const candidate = join(before, base, word.length - start);
      if (isBetter(candidate, whole)) whole = candidate;
    }
    for (let end = start + shortestPart; end <= word.length - shortestPart; end += 1) {
      const part = front.get(word.slice(start, end));
      if (part === undefined) continue;
      const candidate = join(before, part, end - start);
      if (isBetter(candidate, reached.get(end))) reached.set(end, candidate);
    }
  }
  return whole?.parts ?? null;
}

function join(before: Cover, base: string, length: number): Cover {
  return { parts: [...before.parts, base], squares: before.squares + length * length };
}

/** The longest known word at the end of a word whose front nobody knows: Übernachtung-steuer. */
function knownHead(word: string, head: ReadonlyMap<string, string>): readonly string[] {
  for (let start = shortestUnknown; start <= word.length - shortestHead; start += 1) {
    const base = head.get(word.slice(start));
    if (base !== undefined && base.length >= shortestHead) return [base];
  }
  return [];
}
