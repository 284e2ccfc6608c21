import { expect, it } from 'vitest';
import { RecentTopics } from './recent-topics.ts';

const hour = 3_600_000;

it('tells what was opened more than once on the line within some hours, the most frequent first', () => {
  let now = 10 * hour;
  const recent = new RecentTopics(() => now);
  for (const article of ['perso', 'hund', 'perso', 'hund', 'perso', 'once'])
    recent.add('wedel', article);
  recent.add('elmshorn', 'hund');
  expect(recent.of('wedel')).toEqual([
    { article: 'perso', count: 3 },
    { article: 'hund', count: 2 },
  ]);
  expect(recent.of('elmshorn')).toEqual([]);
  now += 5 * hour;
  expect(recent.of('wedel')).toEqual([]);
});
