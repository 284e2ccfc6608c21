import { describe, expect, it } from 'vitest';
import { endReasons, type Call } from '../call/call.ts';
import { newCall } from '../call/transition.ts';
import { maxRecords, missedCount, recordOf, retained, type CallRecord } from './call-record.ts';

const party = { number: '+494066969101', displayName: 'Petersen' };
const ended = (changes: Partial<Call>): Call => ({
  ...newCall({ id: crypto.randomUUID(), direction: 'incoming', party, at: 1000 }),
  phase: 'ended',
  endedAt: 5000,
  endReason: 'callerCancelled',
  ...changes,
});
const row = (changes: Partial<Call> = {}): CallRecord => {
  const record = recordOf(ended(changes), 'Stadt Wedel');
  if (record === null) throw new Error('not ended');
  return record;
};

describe('recordOf', () => {
  it('is nothing while the call goes on', () => {
    expect(recordOf(ended({ phase: 'connected', endedAt: null }), null)).toBeNull();
  });

  it('keeps who, when and for which line', () => {
    expect(row()).toMatchObject({ party, lineName: 'Stadt Wedel', startedAt: 1000, endedAt: 5000 });
  });

  const notMissed = {
    answeredElsewhere: 'elsewhere',
    transferred: 'declined',
    declinedHere: 'declined',
    hungUpHere: 'declined',
    cancelledHere: 'declined',
  } as const;
  it.each(endReasons)('unanswered, %s', (endReason) => {
    const record = row({ endReason });
    const expected = (notMissed as Partial<Record<string, string>>)[endReason] ?? 'missed';
    expect(record.outcome).toBe(expected);
    expect(record.seen).toBe(expected !== 'missed');
  });

  it('an answered call is answered however it ended', () => {
    expect(row({ connectedAt: 2000, endReason: 'connectionLost' }).outcome).toBe('answered');
  });

  it('a call out is never missed', () => {
    expect(row({ direction: 'outgoing', endReason: 'noAnswer' })).toMatchObject({
      outcome: 'notReached',
      seen: true,
    });
  });
});

it('counts what nobody has looked at', () => {
  expect(missedCount([row(), row({ connectedAt: 2 }), { ...row(), seen: true }])).toBe(1);
});

describe('retained', () => {
  const day = 24 * 60 * 60 * 1000;
  it.each([
    [0, day - 1, 1],
    [0, day, 0],
    [1, day - 1, 1],
    [1, day, 0],
    [7, 7 * day - 1, 1],
    [7, 7 * day, 0],
  ])('%d days, %d ms later', (days, later, rows) => {
    expect(retained([row()], days, 5000 + later)).toHaveLength(rows);
  });

  it('is sorted, newest first, and bounded', () => {
    const many = Array.from({ length: maxRecords + 5 }, (_, index) =>
      row({ endedAt: 5000 + index }),
    );
    const kept = retained(many, 1, 10_000);
    expect(kept).toHaveLength(maxRecords);
    expect(kept[0]?.endedAt).toBe(5000 + maxRecords + 4);
  });
});
