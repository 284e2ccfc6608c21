import { describe, expect, it } from 'vitest';
import type { Call } from './call.ts';
import { effectsOf, type CallEffect } from './effects.ts';
import { newCall } from './transition.ts';

const party = { number: null, displayName: null };
const first = newCall({ id: 'a', direction: 'incoming', party, at: 1 });
const second = newCall({ id: 'b', direction: 'incoming', party, at: 2 });
const outgoing = newCall({ id: 'c', direction: 'outgoing', party, at: 1 });
const answering: Call = { ...first, phase: 'answering' };
const talking: Call = { ...first, phase: 'connected', connectedAt: 2 };
const alerting: Call = { ...outgoing, phase: 'alerting' };
const ended = (call: Call, endReason: Call['endReason']): Call => ({
  ...call,
  phase: 'ended',
  endedAt: 3,
  endReason,
});

describe('effectsOf', () => {
  it.each<[string, Call[], Call[], CallEffect[]]>([
    ['a call arrives', [], [first], [{ type: 'ring', waiting: false }]],
    ['it is answered', [first], [answering], [{ type: 'stopRinging' }]],
    ['it is cancelled', [first], [ended(first, 'callerCancelled')], [{ type: 'stopRinging' }]],
    ['a second one waits', [talking], [talking, second], [{ type: 'ring', waiting: true }]],
    [
      'the first ends while the second rings',
      [talking, second],
      [ended(talking, 'hungUpHere'), second],
      [{ type: 'ring', waiting: false }],
    ],
    ['nothing changes', [talking, second], [talking, second], []],
    ['the far end rings', [outgoing], [alerting], [{ type: 'ringback' }]],
    [
      'the far end has an announcement',
      [alerting],
      [{ ...alerting, earlyMedia: true }],
      [{ type: 'stopRingback' }],
    ],
    [
      'the far end answers after an announcement',
      [{ ...alerting, earlyMedia: true }],
      [{ ...talking, direction: 'outgoing', id: 'c', earlyMedia: true }],
      [],
    ],
    [
      'the far end is busy',
      [alerting],
      [ended(alerting, 'busy')],
      [{ type: 'stopRingback' }, { type: 'endTone', kind: 'busy' }],
    ],
    ['we hang up', [talking], [ended(talking, 'hungUpHere')], []],
    [
      'the caller hangs up',
      [talking],
      [ended(talking, 'hungUpThere')],
      [{ type: 'endTone', kind: 'ended' }],
    ],
    [
      'a transfer comes to nothing',
      [talking],
      [{ ...talking, transferFailure: 'busy' }],
      [{ type: 'endTone', kind: 'busy' }],
    ],
    ['an ended call leaves the list', [ended(talking, 'hungUpThere')], [], []],
  ])('%s', (_what, before, after, effects) => {
    expect(effectsOf(before, after)).toEqual(effects);
  });
});
