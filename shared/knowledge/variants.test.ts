import { describe, expect, it } from 'vitest';
import type { Article } from './pack.ts';
import { mostLocalVariant, topicsFor } from './variants.ts';

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
const articles = [
  article('hund', 'hund', '010560000000'),
  article('hund-wedel', 'hund', '010560050050'),
  article('pass', 'pass', '000000000000'),
  article('markt-elmshorn', 'markt', '010560015015'),
];

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
    expect(topicsFor({ topics: ['hund', 'gone', 'pass'] }, '010560050050', articles)).toEqual([
      { articleId: 'hund-wedel', title: 'Titel hund-wedel' },
      { articleId: 'pass', title: 'Titel pass' },
    ]);
  });
});
