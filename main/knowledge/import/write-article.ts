import { stringify } from 'yaml';
import { articleModules, type Article } from '../../../shared/knowledge/pack.ts';

/** File of an article as editors write it; `parseArticle` reads it back unchanged. */
export function articleFile(article: Article): string {
  const { modules, ...head } = article;
  // Every duplicate written out: aliases are refused when the file is read.
  const front = stringify(head, { lineWidth: 0, aliasDuplicateObjects: false });
  const sections = articleModules.flatMap(({ key, heading }) => {
    const text = modules[key];
    return text === undefined ? [] : [`## ${heading}\n\n${text}\n`];
  });
  return `---\n${front}---\n\n${sections.join('\n')}`;
}
