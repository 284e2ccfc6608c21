import { describe, expect, it } from 'vitest';
import { indexArticles } from '../../shared/knowledge/variants.ts';
import type { Article } from '../../shared/knowledge/pack.ts';
import { menuArticles } from './menu-choice.ts';

const county = '010560000000';
const wedel = '010560050050';

const article = (id: string, more: Partial<Article>): Article =>
  ({ id, title: id, service: 'pass', area: county, synonyms: [], ...more }) as Article;

const articles = [
  article('reisepass', {
    title: 'Reisepass beantragen',
    leika: '99091001012000',
    synonyms: ['Pass'],
  }),
  article('reisepass-wedel', { title: 'Reisepass in Wedel', area: wedel }),
];
const menuArticle = menuArticles(articles, indexArticles(articles));

describe('menuArticles', () => {
  it.each(['reisepass', 'REISEPASS', '99091001012000', '"Reisepass  beantragen"', 'pass'])(
    'knows %s, in the version of the town',
    (value) => {
      expect(menuArticle(value, wedel)?.id).toBe('reisepass-wedel');
      expect(menuArticle(value, county)?.id).toBe('reisepass');
    },
  );

  it.each(['', '  ', '""', 'reise', 'Reisepass beantragen!', '2'])(
    'guesses nothing for %j',
    (value) => {
      expect(menuArticle(value, wedel)).toBeNull();
    },
  );
});
