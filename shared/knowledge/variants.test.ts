import { describe, expect, it } from 'vitest';
import type { Article } from './pack.ts';
import { indexArticles, inSeason, mostLocalVariant, topicsOf, type Candidate } from './variants.ts';

const article = (id: string, service: string, area: string): Article => ({
  id,
  title: `Titel ${id}`,
  service,
  area,
  synonyms: [],
  offices: [],
  links: [],
  source: 'Test',
  updated: '2026-11-24',
  modules: { say: 'Sagen' },
});
const candidate = (id: string, reason: Candidate['reason'] = { kind: 'line' }): Candidate => ({
  article: id,
  reason,
});
const articles = [
  article('hund', 'hund', '010560000000'),
  article('hund-wedel', 'hund', '010560050050'),
  article('pass', 'pass', '000000000000'),
  article('markt-elmshorn', 'markt', '010560015015'),
];

const index = indexArticles(articles);

describe('variants', () => {
  it.each([
    ['010560050050', 'hund', 'hund-wedel'],
    ['010560015015', 'hund', 'hund'],
    ['010565690024', 'pass', 'pass'],
    ['010560050050', 'markt', undefined],
  ])('in %s, %s is %s', (area, service, id) => {
    expect(mostLocalVariant(articles, service, area)?.id).toBe(id);
  });

  it('shows a topic in the variant of the area and leaves unknown ones out', () => {
    const line = ['hund', 'gone', 'pass'].map((id) => candidate(id));
    expect(topicsOf(line, '010560050050', index)).toEqual([
      { articleId: 'hund-wedel', title: 'Titel hund-wedel', reason: { kind: 'line' } },
      { articleId: 'pass', title: 'Titel pass', reason: { kind: 'line' } },
    ]);
  });

  it('shows a service once, with its strongest reason', () => {
    const recent = candidate('hund-wedel', { kind: 'recent', count: 3 });
    expect(topicsOf([recent, candidate('hund')], '010560050050', index)).toEqual([
      { articleId: 'hund-wedel', title: 'Titel hund-wedel', reason: recent.reason },
    ]);
  });

  it.each([
    ['08-15', '07-01', '09-30', true],
    ['10-01', '07-01', '09-30', false],
    ['12-31', '11-15', '01-10', true],
    ['01-10', '11-15', '01-10', true],
    ['02-01', '11-15', '01-10', false],
  ])('%s in a season from %s until %s: %s', (day, from, until, within) => {
    expect(inSeason(day, { from, until })).toBe(within);
  });
});
