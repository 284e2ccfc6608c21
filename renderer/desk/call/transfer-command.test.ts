import { expect, it } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import { waitingCall } from '../../../shared/call/waiting-call.ts';
import { callOfCard } from './linked-calls.ts';
import { transferCommand, type TransferCommand } from './transfer-command.ts';

const call = (id: string, changes: Partial<Call>): Call => ({
  ...newCall({ id, direction: 'incoming', party: { number: null, displayName: null }, at: 0 }),
  phase: 'connected',
  ...changes,
});
const alone = call('alone', {});
const handedOff = call('off', {
  transfer: { phase: 'transferring', stage: 'ringing', target: '2', consultation: null },
});
const caller = call('caller', {
  hold: 'held',
  transfer: { phase: 'consulting', consultation: 'colleague' },
});
const passing = call('caller', {
  hold: 'held',
  transfer: { phase: 'transferring', stage: 'ringing', target: '2', consultation: 'colleague' },
});
const colleague = call('colleague', { direction: 'outgoing' });
const mixed = call('mixed', { conference: true });
const dialled = call('colleague', { direction: 'outgoing', phase: 'alerting' });

it.each<['F4' | 'F5' | 'F6', readonly Call[], Call, TransferCommand | null]>([
  ['F4', [alone], alone, { type: 'transfer', callId: 'alone' }],
  ['F5', [alone], alone, { type: 'consult', callId: 'alone' }],
  ['F4', [handedOff], handedOff, null],
  ['F5', [handedOff], handedOff, null],
  ['F4', [caller, colleague], colleague, { type: 'complete', callId: 'caller' }],
  ['F5', [caller, colleague], colleague, { type: 'back', callId: 'caller' }],
  ['F4', [caller, colleague], caller, { type: 'complete', callId: 'caller' }],
  ['F4', [caller, dialled], dialled, { type: 'complete', callId: 'caller' }],
  ['F4', [passing, dialled], dialled, null],
  ['F5', [passing, dialled], dialled, { type: 'back', callId: 'caller' }],
  ['F4', [dialled], dialled, null],
  ['F4', [caller, colleague, alone], alone, { type: 'transfer', callId: 'alone' }],
  ['F6', [caller, colleague], colleague, { type: 'confer', callId: 'colleague' }],
  ['F6', [mixed, alone], mixed, { type: 'separate', callId: 'mixed' }],
  ['F6', [alone], alone, null],
  ['F6', [caller, dialled], dialled, null],
])('%s with %j on %j', (key, calls, inFocus, command) => {
  expect(transferCommand(key, calls, inFocus)).toEqual(command);
});

it('the card of the caller stays while the agent speaks with the colleague', () => {
  expect(callOfCard([caller, colleague], colleague)).toBe(caller);
  expect(callOfCard([caller, colleague, alone], alone)).toBe(alone);
});

it('Makeln brings back who waits', () => {
  expect(waitingCall([colleague, caller])).toBe(caller);
  expect(waitingCall([colleague])).toBeNull();
});
