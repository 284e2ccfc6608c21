/** What a problem can say in detail, in characters (shared/problem.ts takes 2,000). */
const limit = 1_900;

/** Whole sentences, one a line, as far as a problem takes them, and how many are left out. */
export function shortened(sentences: readonly string[]): string {
  let text = '';
  for (const [index, sentence] of sentences.entries()) {
    if (text.length + sentence.length > limit)
      return `${text}… und ${String(sentences.length - index)} weitere; alle nennt amtsdraht --check-policy.`;
    text += `${sentence}\n`;
  }
  return text.trimEnd();
}
