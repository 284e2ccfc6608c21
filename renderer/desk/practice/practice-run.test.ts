import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import type { PracticeScenario } from '../../../shared/practice-scenario.ts';
import { followRun, newRun, noteArticle, reviewOf, type PracticeRun } from './practice-run.ts';

const wedel = '010560050050';
const scenario: PracticeScenario = {
  id: 'wedel',
  title: 'Wedel',
  lineName: 'Stadt Wedel',
  question: 'Was tun?',
  good: {
    municipality: wedel,
    municipalityName: 'Wedel',
    articles: [
      { id: 'wohngeld', title: 'Wohngeld' },
      { id: 'grundsicherung', title: 'Grundsicherung' },
    ],
    advice: 'Ruhig bleiben.',
  },
};
const call = (changes: Partial<Call>): Call => ({
  ...newCall({ id: 'c', direction: 'incoming', party: { number: null, displayName: null }, at: 0 }),
  ...changes,
});
const cardOf = (ars: string) => [
  {
    callId: 'c',
    line: null,
    municipality: { ars, name: '' },
    administeredBy: null,
    outside: false,
    areaCodeTrap: null,
    menuChoice: null,
    hours: [],
    source: null,
    certain: true,
    greeting: null,
    area: ars,
    opening: [],
    notices: [],
    topics: [],
    suggestion: null,
    choices: [],
  },
];
function follow(run: PracticeRun | null, changes: Partial<Call>, ars = wedel): PracticeRun {
  const next = run === null ? null : followRun(run, { calls: [call(changes)], cards: cardOf(ars) });
  if (next === null) throw new Error('the run is gone');
  return next;
}
const article = (at: number, ...ids: string[]) => ({ ids, title: ids[0] ?? '', at });

describe('a practice run', () => {
  it('tells what was opened, what was missing and how long it took', () => {
    let run = follow(newRun('wedel'), {});
    run = noteArticle(run, article(4000, 'kindergeld'));
    run = follow(run, { phase: 'connected', connectedAt: 5000 });
    run = noteArticle(run, article(17_400, 'wohngeld-wedel', 'wohngeld'));
    run = noteArticle(run, article(20_000, 'wohngeld-wedel', 'wohngeld'));
    run = follow(run, { phase: 'ended', connectedAt: 5000, endedAt: 65_000 });
    run = noteArticle(run, article(70_000, 'grundsicherung'));
    expect(reviewOf(run, scenario)).toEqual({
      talkSeconds: 60,
      foundAfterSeconds: 12,
      municipalityRight: true,
      articles: [
        { title: 'Wohngeld', opened: true },
        { title: 'Grundsicherung', opened: false },
      ],
      others: ['kindergeld'],
    });
  });

  it('an article opened while it rang was there at once', () => {
    let run = follow(newRun('wedel'), {});
    run = noteArticle(run, article(1000, 'wohngeld'));
    run = follow(run, { phase: 'ended', connectedAt: 5000, endedAt: 6000 });
    expect(reviewOf(run, scenario).foundAfterSeconds).toBe(0);
  });

  it('sees the wrong municipality, and a call that was never answered', () => {
    const run = follow(newRun('wedel'), { phase: 'ended', endedAt: 3000 }, '010560015015');
    const declined = follow(
      follow(newRun('wedel'), {}, '010560015015'),
      {
        phase: 'ended',
        endedAt: 3000,
      },
      '010560015015',
    );
    expect(run.callId).toBeNull();
    expect(reviewOf(declined, scenario)).toMatchObject({
      talkSeconds: null,
      foundAfterSeconds: null,
      municipalityRight: false,
    });
  });

  it('ends with a call that is gone, and a finished one stays as it is', () => {
    const ringing = follow(newRun('wedel'), {});
    expect(followRun(ringing, { calls: [], cards: [] })).toBeNull();
    const ended = follow(ringing, { phase: 'ended', endedAt: 1 });
    expect(followRun(ended, { calls: [], cards: [] })).toBe(ended);
  });
});
