import { describe, expect, it } from 'vitest';
import type { Line } from '../../shared/knowledge/pack.ts';
import { askedOf } from './asked-topics.ts';

const line: Line = {
  id: 'wedel',
  name: 'Stadt Wedel',
  municipality: null,
  area: '010560050050',
  numbers: ['+494066969530'],
  displayPrefixes: [],
  greeting: 'Guten Tag',
  color: 'blue',
  offices: [],
  topics: [],
};
const articles = ['a', 'b', 'c', 'd', 'e'].map((article, index) => ({ article, count: 9 - index }));

describe('topics asked in the whole centre', () => {
  it('are the four most frequent, so that the season and the line keep digits', () => {
    const asked = { until: '2026-11-24', articles };
    expect(askedOf({ ...line, asked }, '2026-11-25').map(({ article }) => article)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it.each([
    ['2026-12-08', 4],
    ['2026-12-09', 0],
  ])('counted until 24 November count on %s: %i', (today, count) => {
    const asked = { until: '2026-11-24', articles };
    expect(askedOf({ ...line, asked }, today)).toHaveLength(count);
  });

  it('are none where the pack counts none', () => {
    expect(askedOf(line, '2026-11-25')).toEqual([]);
  });
});
