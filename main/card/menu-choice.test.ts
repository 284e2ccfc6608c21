import { describe, expect, it } from 'vitest';
import type { Article, KnowledgePack } from '../../shared/knowledge/pack.ts';
import { articleOfMenu } from './menu-choice.ts';

const county = '010560000000';
const wedel = '010560050050';

const article = (id: string, more: Partial<Article>): Article =>
  ({ id, title: id, service: 'pass', area: county, synonyms: [], ...more }) as Article;

const pack = {
  articles: [
    article('reisepass', {
      title: 'Reisepass beantragen',
      leika: '99091001012000',
      synonyms: ['Pass'],
    }),
    article('reisepass-wedel', { title: 'Reisepass in Wedel', area: wedel }),
  ],
} as unknown as KnowledgePack;

describe('articleOfMenu', () => {
  it.each(['reisepass', 'REISEPASS', '99091001012000', '"Reisepass  beantragen"', 'pass'])(
    'knows %s, in the version of the town',
    (value) => {
      expect(articleOfMenu(pack, value, wedel)?.id).toBe('reisepass-wedel');
      expect(articleOfMenu(pack, value, county)?.id).toBe('reisepass');
    },
  );

  it.each(['', '  ', '""', 'reise', 'Reisepass beantragen!', '2'])(
    'guesses nothing for %j',
    (value) => {
      expect(articleOfMenu(pack, value, wedel)).toBeNull();
    },
  );
});
