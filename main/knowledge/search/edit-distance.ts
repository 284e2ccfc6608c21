/** How near a word is to what was typed. */
export interface Closeness {
  /** Edits to the whole word; above the limit when it is too far. */
  readonly whole: number;
  /** Edits to the nearest beginning of the word: for a word that is still being typed. */
  readonly beginning: number;
}

/**
 * Walks through sorted words and counts edits (letter added, left out, exchanged, or two neighbours
 * swapped). What two neighbours in the list have in common is computed once, and words behind a beginning
 * that is too far already are not looked at: thousands of words cost a millisecond.
 * @param sorted words in ascending order of their UTF-16 units
 * @param visit is given every word of which the whole or a beginning is within `limit`
 */
export function walkNear(
  sorted: readonly string[],
  typed: string,
  limit: number,
  visit: (word: string, closeness: Closeness) => void,
): void {
  /** rows[i][j]: edits between the first i letters of the word and the first j typed ones. */
  const rows: number[][] = [Array.from({ length: typed.length + 1 }, (_, column) => column)];
  let previous = '';
  let known = 0;
  /** Words that begin like this are too far. */
  let tooFar: string | null = null;
  for (const word of sorted) {
    if (tooFar !== null && word.startsWith(tooFar)) continue;
    tooFar = null;
    known = Math.min(known, commonLength(previous, word));
    previous = word;
    let beginning = smallestEnd(rows, known, typed.length);
    let depth = known;
    let alive = true;
    while (alive && depth < word.length) {
      depth += 1;
      const row = nextRow(rows, depth, word, typed);
      rows[depth] = row;
      beginning = Math.min(beginning, row[typed.length] ?? Infinity);
      alive = Math.min(...row) <= limit;
    }
    known = depth;
    const whole = alive ? (rows[word.length]?.[typed.length] ?? Infinity) : limit + 1;
    if (whole <= limit || beginning <= limit) visit(word, { whole, beginning });
    else if (!alive) tooFar = word.slice(0, depth);
  }
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function smallestEnd(rows: readonly number[][], depth: number, column: number): number {
  let smallest = Infinity;
  for (let row = 0; row <= depth; row += 1)
    smallest = Math.min(smallest, rows[row]?.[column] ?? Infinity);
  return smallest;
}

function nextRow(rows: readonly number[][], depth: number, word: string, typed: string): number[] {
  const last = rows[depth - 1] ?? [];
  const beforeLast = rows[depth - 2] ?? [];
  const letter = word[depth - 1];
  const row = [depth];
  for (let column = 1; column <= typed.length; column += 1) {
    let cost = Math.min(
      (last[column] ?? Infinity) + 1,
      (row[column - 1] ?? Infinity) + 1,
      (last[column - 1] ?? Infinity) + (letter === typed[column - 1] ? 0 : 1),
    );
    const swapped =
      column > 1 && letter === typed[column - 2] && word[depth - 2] === typed[column - 1];
    if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? Infinity) + 1);
    row.push(cost);
  }
  return row;
}
