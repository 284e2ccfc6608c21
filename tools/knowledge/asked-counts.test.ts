import { expect, it } from 'vitest';
import { callAt, gapAt } from '../../tests/fakes/journal-entries.ts';
import { askedCounts } from './asked-counts.ts';

const at = Date.parse('2026-11-24T09:00:00Z');
const period = { from: '2026-11-18', until: '2026-11-24', threshold: 2 };
const known = new Set(['perso', 'hund']);
const hund = { id: 'hund', title: 'Hundesteuer' };
const perso = { id: 'perso', title: 'Personalausweis' };

it('counts what each call of a line was about, the most frequent first', () => {
  const entries = [
    callAt(at),
    callAt(at),
    ...[1, 2, 3].map(() => callAt(at, { topics: [hund, perso] })),
    callAt(at, { line: { id: '115', name: '115' }, topics: [hund] }),
    gapAt(at),
  ];
  const counts = askedCounts(entries, period, known);
  expect(counts.get('wedel')).toEqual([
    { article: 'hund', count: 3 },
    { article: 'perso', count: 2 },
  ]);
  // One caller is too few to be told.
  expect(counts.get('115')).toEqual([]);
});

it.each<[string, Parameters<typeof callAt>]>([
  ['without a line', [at, { line: null }]],
  ['without an article', [at, { topics: [] }]],
  ['about an article that is gone', [at, { topics: [{ id: 'gone', title: 'Gone' }] }]],
  ['before the first day', [Date.parse('2026-11-17T22:30:00Z')]],
  ['after the last day', [Date.parse('2026-11-24T23:30:00Z')]],
])('does not count calls %s', (_what, call) => {
  const counts = askedCounts([callAt(...call), callAt(...call)], period, known);
  expect([...counts.values()].flat()).toEqual([]);
});
