import { expect, it } from 'vitest';
import { dueAt, emptyCallback, orderOf, type DueChoice } from './callback-draft.ts';

it.each<[string, DueChoice, string]>([
  ['2026-03-02T09:30', 'hour', '2026-03-02T10:30'],
  ['2026-03-02T09:30', 'today', '2026-03-02T17:00'],
  ['2026-03-02T16:40', 'today', '2026-03-02T17:40'],
  ['2026-03-31T09:30', 'tomorrow', '2026-04-01T09:00'],
  ['2026-02-27T09:30', 'nextWeek', '2026-03-06T09:00'],
])('at %s, %s is %s', (now, choice, due) => {
  expect(dueAt(choice, new Date(now).getTime())).toBe(new Date(due).getTime());
});

it('no number without consent, and no call-back without a number', () => {
  const draft = { ...emptyCallback, number: ' 04103 1234 ' };
  expect(orderOf(draft, 0)).toEqual({ fault: 'consentMissing' });
  expect(orderOf({ ...emptyCallback, consent: true }, 0)).toEqual({ fault: 'numberMissing' });
  expect(orderOf({ ...draft, consent: true, name: ' ' }, 0)).toMatchObject({
    order: { number: '04103 1234', name: null, subject: null },
  });
});
