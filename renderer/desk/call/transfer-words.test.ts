import { expect, it } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { de } from '../../../shared/texts/de.ts';
import { transferWords } from './transfer-words.ts';

type Picture = Pick<Call, 'transfer' | 'transferFailure' | 'hold'>;
const none = { phase: 'none' } as const;
const consulting = { phase: 'consulting', consultation: 'colleague' } as const;
const ringing = {
  phase: 'transferring',
  stage: 'ringing',
  target: '+494066969001',
  consultation: null,
} as const;

it.each<[Picture, string | null]>([
  [{ transfer: none, transferFailure: null, hold: 'active' }, null],
  [{ transfer: none, transferFailure: 'busy', hold: 'active' }, 'busy'],
  [{ transfer: consulting, transferFailure: null, hold: 'held' }, de.transfer.consulting],
  [{ transfer: consulting, transferFailure: null, hold: 'holding' }, de.transfer.consulting],
  // Taken back with F2, or in a conference: the caller hears the agent.
  [{ transfer: consulting, transferFailure: null, hold: 'active' }, null],
  [{ transfer: consulting, transferFailure: 'busy', hold: 'active' }, 'busy'],
  [
    { transfer: ringing, transferFailure: null, hold: 'held' },
    de.transfer.stages.ringing('040 66969001'),
  ],
])('%j', (call, words) => {
  const wanted =
    words === 'busy' ? de.transfer.failed(de.call.endReasons.busy, call.hold === 'active') : words;
  expect(transferWords(call, de)).toBe(wanted);
});
