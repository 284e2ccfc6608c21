import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import { commandOfKey, type KeyCommand, type KeyScene } from './command-of-key.ts';

const call = (id: string, changes: Partial<Call>): Call => ({
  ...newCall({ id, direction: 'incoming', party: { number: null, displayName: null }, at: 0 }),
  ...changes,
});
const ringing = call('r', {});
const talking = call('t', { phase: 'connected' });
const muted = call('m', { phase: 'connected', muted: true });
const held = call('h', { phase: 'connected', hold: 'held' });
const holding = call('i', { phase: 'connected', hold: 'holding' });
const dialling = call('d', { phase: 'dialling', direction: 'outgoing' });
const ended = call('e', { phase: 'ended' });

const idle: KeyScene = {
  calls: [],
  chosenCall: null,
  keypadOpen: false,
  somethingOpen: false,
  dialogOpen: false,
  wrapUpOpen: false,
  choosesLine: false,
  suggested: false,
  singleKeys: true,
  focus: 'none',
};

const rows: readonly (readonly [string, Partial<KeyScene>, KeyCommand | null])[] = [
  ['Enter', { calls: [ringing] }, { type: 'answer', callId: 'r' }],
  ['Enter', { calls: [ringing], focus: 'emptySearch' }, { type: 'answer', callId: 'r' }],
  ['Enter', { calls: [ringing], focus: 'text' }, null],
  ['Enter', { calls: [ringing], focus: 'control' }, null],
  ['Enter', { calls: [ringing], dialogOpen: true }, { type: 'answer', callId: 'r' }],
  ['Enter', { calls: [ringing], dialogOpen: true, focus: 'text' }, null],
  ['Enter', { calls: [ringing], dialogOpen: true, focus: 'control' }, null],
  ['Enter', { dialogOpen: true, wrapUpOpen: true }, null],
  ['Enter', { calls: [ringing], focus: 'note' }, { type: 'answer', callId: 'r' }],
  ['Enter', { focus: 'note', wrapUpOpen: true }, null],
  ['Escape', { calls: [ringing], focus: 'note' }, null],
  ['1', { calls: [ringing], focus: 'note' }, null],
  ['x', { calls: [ringing], focus: 'note' }, null],
  ['Enter', { calls: [talking, ringing] }, { type: 'answer', callId: 'r' }],
  ['Enter', { calls: [talking] }, null],
  ['Escape', { calls: [ringing] }, { type: 'decline', callId: 'r' }],
  ['Escape', { calls: [ringing], somethingOpen: true }, { type: 'back' }],
  ['Escape', { calls: [ringing], keypadOpen: true }, { type: 'back' }],
  ['Escape', { calls: [ringing], dialogOpen: true }, null],
  ['Escape', { calls: [ringing], focus: 'text' }, null],
  ['Escape', { calls: [ringing], focus: 'emptySearch' }, { type: 'decline', callId: 'r' }],
  ['Escape', { calls: [talking] }, null],
  ['Escape', {}, null],
  ['1', { calls: [ringing] }, { type: 'topic', number: 1 }],
  ['9', { calls: [talking] }, { type: 'topic', number: 9 }],
  ['0', { calls: [talking] }, null],
  ['0', { calls: [ringing], suggested: true }, { type: 'takeSuggestion' }],
  ['0', { calls: [talking], suggested: true, focus: 'text' }, null],
  ['0', { calls: [talking], suggested: true, focus: 'emptySearch' }, { type: 'takeSuggestion' }],
  [
    '0',
    { calls: [talking], suggested: true, keypadOpen: true },
    { type: 'tone', callId: 't', tone: '0' },
  ],
  ['4', { calls: [talking], choosesLine: true }, { type: 'line', number: 4 }],
  ['4', { calls: [talking], choosesLine: true, focus: 'control' }, { type: 'line', number: 4 }],
  ['4', { choosesLine: true, wrapUpOpen: true }, { type: 'outcome', outcome: 'notOurs' }],
  ['w', { focus: 'select', wrapUpOpen: true }, null],
  ['1', { focus: 'select', wrapUpOpen: true }, { type: 'outcome', outcome: 'solved' }],
  ['Enter', { focus: 'select', wrapUpOpen: true }, { type: 'saveWrapUp' }],
  ['Enter', { focus: 'select', calls: [ringing] }, { type: 'answer', callId: 'r' }],
  ['3', { calls: [talking], focus: 'text' }, null],
  ['3', { calls: [talking], focus: 'emptySearch' }, { type: 'topic', number: 3 }],
  ['3', { calls: [talking], keypadOpen: true }, { type: 'tone', callId: 't', tone: '3' }],
  ['#', { calls: [talking], keypadOpen: true }, { type: 'tone', callId: 't', tone: '#' }],
  ['3', { calls: [talking], keypadOpen: true, focus: 'text' }, null],
  ['p', { calls: [ringing] }, { type: 'focusSearch', keepKey: true }],
  ['ü', {}, { type: 'focusSearch', keepKey: true }],
  ['p', { focus: 'text' }, null],
  ['p', { focus: 'emptySearch' }, null],
  ['/', {}, { type: 'focusSearch', keepKey: false }],
  ['F1', {}, { type: 'dialog', dialog: 'keys' }],
  ['F12', {}, { type: 'agentMenu' }],
  ['F12', { calls: [talking], focus: 'text' }, { type: 'agentMenu' }],
  ['F12', { dialogOpen: true }, null],
  ['F3', { focus: 'text' }, { type: 'dialog', dialog: 'dial' }],
  ['F11', { focus: 'text' }, { type: 'dialog', dialog: 'calls' }],
  ['F2', { calls: [talking, held] }, { type: 'swap' }],
  ['F2', { calls: [talking, held], focus: 'text', dialogOpen: true }, { type: 'swap' }],
  ['F2', { calls: [talking] }, null],
  ['F4', { calls: [talking] }, { type: 'passOn', command: { type: 'transfer', callId: 't' } }],
  ['F5', { calls: [talking] }, { type: 'passOn', command: { type: 'consult', callId: 't' } }],
  ['F4', { calls: [talking], dialogOpen: true }, null],
  ['F6', { calls: [talking, held] }, { type: 'passOn', command: { type: 'confer', callId: 't' } }],
  ['F4', { calls: [ringing] }, null],
  ['F5', { calls: [] }, null],
  ['F7', { calls: [talking], focus: 'text' }, { type: 'keypad', callId: 't' }],
  ['F7', { calls: [ringing] }, null],
  ['F8', { calls: [talking] }, { type: 'mute', callId: 't', muted: true }],
  ['F8', { calls: [muted] }, { type: 'mute', callId: 'm', muted: false }],
  ['F8', { calls: [talking], dialogOpen: true }, { type: 'mute', callId: 't', muted: true }],
  ['F9', { calls: [talking] }, { type: 'hold', callId: 't' }],
  ['F9', { calls: [held] }, { type: 'resume', callId: 'h' }],
  ['F9', { calls: [holding] }, null],
  ['F10', { calls: [talking] }, { type: 'hangUp', callId: 't' }],
  ['F10', { calls: [dialling] }, { type: 'hangUp', callId: 'd' }],
  ['F10', { calls: [ringing] }, null],
  ['F10', { calls: [ended] }, null],
  ['Tab', {}, null],
  ['Shift', {}, null],
];

describe('commandOfKey', () => {
  it.each(rows)('%s in %j', (key, scene, command) => {
    const press = { key, ctrl: false, alt: false, meta: false };
    expect(commandOfKey(press, { ...idle, ...scene })).toEqual(command);
  });

  it('leaves shortcuts of the system alone, but for those that it knows', () => {
    const press = { key: 'k', ctrl: true, alt: false, meta: false };
    expect(commandOfKey(press, idle)).toEqual({ type: 'focusSearch', keepKey: false });
    expect(commandOfKey({ ...press, key: 'r' }, idle)).toEqual({ type: 'redial' });
    expect(commandOfKey({ ...press, key: 'e' }, idle)).toEqual({ type: 'dialog', dialog: 'setup' });
    expect(commandOfKey({ ...press, key: 'o' }, idle)).toEqual({ type: 'chooseMunicipality' });
    expect(commandOfKey({ ...press, key: 'm' }, idle)).toEqual({ type: 'compact' });
    expect(commandOfKey({ ...press, key: 'g' }, idle)).toEqual({ type: 'dialog', dialog: 'gap' });
    expect(commandOfKey({ ...press, key: 's' }, idle)).toEqual({ type: 'dialog', dialog: 'shift' });
    expect(commandOfKey({ ...press, key: 'n' }, { ...idle, wrapUpOpen: true })).toEqual({
      type: 'focusNote',
    });
    expect(commandOfKey({ ...press, key: 'c' }, idle)).toBeNull();
    expect(commandOfKey({ ...press, key: 'p', ctrl: false, alt: true }, idle)).toBeNull();
    expect(
      commandOfKey({ ...press, key: 'F9', ctrl: true }, { ...idle, calls: [talking] }),
    ).toBeNull();
  });

  it('takes digits with Alt always, also while somebody writes: screen readers keep single ones', () => {
    const press = { key: '3', ctrl: false, alt: true, meta: false };
    for (const focus of ['none', 'text', 'control'] as const)
      expect(commandOfKey(press, { ...idle, calls: [talking], focus })).toEqual({
        type: 'topic',
        number: 3,
      });
  });

  it('wants Alt for digits, and no letter, where single keys are switched off', () => {
    const scene = { ...idle, calls: [talking], singleKeys: false };
    const press = { key: '3', ctrl: false, alt: false, meta: false };
    expect(commandOfKey(press, scene)).toBeNull();
    expect(commandOfKey({ ...press, key: 'p' }, scene)).toBeNull();
    expect(commandOfKey({ ...press, key: '/' }, scene)).toBeNull();
    expect(commandOfKey({ ...press, alt: true }, scene)).toEqual({ type: 'topic', number: 3 });
    expect(commandOfKey({ ...press, alt: true }, { ...scene, wrapUpOpen: true })).toEqual({
      type: 'outcome',
      outcome: 'callback',
    });
    expect(commandOfKey({ ...press, key: 'k', ctrl: true }, scene)?.type).toBe('focusSearch');
    expect(commandOfKey({ ...press, key: 'Enter' }, { ...scene, calls: [ringing] })?.type).toBe(
      'answer',
    );
    const keypad = { ...scene, keypadOpen: true };
    expect(commandOfKey(press, keypad)).toMatchObject({ type: 'tone', tone: '3' });
  });
});
