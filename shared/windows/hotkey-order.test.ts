import { describe, expect, it } from 'vitest';
import type { Call } from '../call/call.ts';
import { newCall } from '../call/transition.ts';
import { hotkeyOrder, type HotkeyOrder } from './hotkey-order.ts';
import type { HotkeyCommand } from './window-settings.ts';

const call = (id: string, changes: Partial<Call>): Call => ({
  ...newCall({ id, direction: 'incoming', party: { number: null, displayName: null }, at: 0 }),
  ...changes,
});
const ringing = call('r', {});
const talking = call('t', { phase: 'connected' });
const muted = call('m', { phase: 'connected', muted: true });
const held = call('h', { phase: 'connected', hold: 'held' });
const dialling = call('d', { phase: 'dialling', direction: 'outgoing' });
const ended = call('e', { phase: 'ended' });

const rows: readonly (readonly [HotkeyCommand, readonly Call[], HotkeyOrder | null])[] = [
  ['answer', [ringing], { type: 'answer', callId: 'r' }],
  ['answer', [talking, ringing], { type: 'answer', callId: 'r' }],
  ['answer', [talking], null],
  ['hangUp', [ringing], null],
  ['hangUp', [held, talking], { type: 'hangUp', callId: 't' }],
  ['hangUp', [held, dialling], { type: 'hangUp', callId: 'd' }],
  ['hangUp', [held], null],
  ['hangUp', [ended], null],
  ['mute', [talking], { type: 'mute', callId: 't', muted: true }],
  ['mute', [muted], { type: 'mute', callId: 'm', muted: false }],
  ['mute', [held], null],
  ['mute', [], null],
];

describe('hotkeyOrder', () => {
  it.each(rows)('%s (row %#)', (command, calls, order) => {
    expect(hotkeyOrder(command, calls)).toEqual(order);
  });
});
