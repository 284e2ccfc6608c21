/** Longest preview in characters; a line of the hit list. */
const longest = 160;
/** After these a full stop does not end a sentence. */
const abbreviation =
  /(?:^|[\s(])(?:\d+|[a-zäöü]|bzw|ca|evtl|ggf|inkl|max|min|nr|str|tel|usw|vgl|zzgl)\.$/i;

/** First sentence of an article's Markdown as plain text, cut at a word where it is too long. */
export function preview(markdown: string): string {
  const text = plainText(markdown.slice(0, 10 * longest));
  const ends = [...text.matchAll(/[.!?]["“”]?(?=\s)/g)];
  const end = ends.find((match) => {
    const until = match.index + match[0].length;
    return (
      !abbreviation.test(text.slice(0, until)) && /^\s+[\p{Lu}\p{N}„"]/u.test(text.slice(until))
    );
  });
  const sentence = end === undefined ? text : text.slice(0, end.index + end[0].length);
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))} …`;
}

/** Markdown as one line of plain text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*_`|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
