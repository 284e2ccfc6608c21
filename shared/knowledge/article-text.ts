import { articleModules, type Article, type Office } from './pack.ts';

/** Headings of a text, in the language of the window. */
export interface ArticleHeadings {
  readonly modules: Readonly<Record<(typeof articleModules)[number]['key'], string>>;
  readonly offices: string;
  readonly onlineService: string;
  readonly source: string;
  readonly updated: string;
}

/** An article as plain text for an e-mail or a note: headings, Markdown as it is read, source at the end. */
export function articleAsText(
  article: Pick<Article, 'title' | 'modules' | 'source' | 'updated'>,
  around: {
    readonly offices: readonly Pick<Office, 'name' | 'address' | 'phone'>[];
    readonly onlineServices: readonly { readonly title: string; readonly url: string }[];
  },
  headings: ArticleHeadings,
): string {
  const sections = articleModules.flatMap(({ key }) => {
    const text = article.modules[key];
    // Hints are for the agent, not for what leaves the desk.
    return text === undefined || key === 'agentHint' ? [] : [[headings.modules[key], plain(text)]];
  });
  const list = (heading: string, lines: readonly string[]): string[][] =>
    lines.length === 0 ? [] : [[heading, lines.join('\n')]];
  const all = [
    ...sections,
    ...list(
      headings.offices,
      around.offices.map(({ name, address, phone }) =>
        [name, address, phone].filter((part) => part !== undefined).join(', '),
      ),
    ),
    ...list(
      headings.onlineService,
      around.onlineServices.map(({ title, url }) => `${title}: ${url}`),
    ),
  ];
  const foot = `${headings.source}: ${article.source}, ${headings.updated}: ${article.updated}`;
  return [article.title, ...all.map((section) => section.join('\n')), foot].join('\n\n');
}

/** Links keep their address, emphasis and headings lose their signs. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, '$1 ($2)')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?!\s)(.+?)(?<!\s)\1(?![\p{L}\p{N}*_])/gu, '$2');
}
