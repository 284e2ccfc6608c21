import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskState } from '../../shared/contract.ts';
import { newCall, transition } from '../../shared/call/transition.ts';
import { CallbackList, Exporter, Journal, WrapUps } from '../journal/index.ts';
import { AfterCall } from './after-call.ts';
import { DeskStateHolder } from './desk-state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'after-call-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const callId = '00000000-0000-4000-8000-000000000001';
const now = Date.parse('2026-11-24T09:00:00Z');
const order = { number: '+494066969101', name: null, dueAt: now, subject: null };

function fail(message: string): never {
  throw new Error(message);
}

/** Everything on a disk, as in the application; nothing is sent. */
function open(mode: DeskState['mode']): { afterCall: AfterCall; journal: Journal } {
  const journal = new Journal(join(folder, 'journal'));
  const state = new DeskStateHolder({ mode, cards: [] } as unknown as DeskState, () => undefined);
  const quiet = { now: () => now, onChange: () => undefined };
  const afterCall = new AfterCall({
    wrapUps: new WrapUps({
      ...quiet,
      file: join(folder, 'wrap-ups.json'),
      onFailure: fail,
      enter: () => false,
    }),
    callbacks: new CallbackList({ ...quiet, file: join(folder, 'callbacks.json'), days: () => 7 }),
    journal,
    exporter: new Exporter({
      journal,
      file: join(folder, 'journal-export.json'),
      source: 'urn:amtsdraht:desk',
      url: () => undefined,
      agent: () => null,
      post: () => fail('sent'),
      now: () => now,
      random: () => 0,
      later: () => () => undefined,
      onState: () => undefined,
      onFailure: fail,
    }),
    state,
    onFailure: fail,
    onWritten: () => undefined,
    now: () => now,
    newId: () => '00000000-0000-4000-8000-0000000000aa',
  });
  return { afterCall, journal };
}

/** A caller has been talked to. */
function take(afterCall: AfterCall): void {
  const party = { number: '+494066969101', displayName: null };
  const ringing = newCall({ id: callId, direction: 'incoming', party, at: now });
  const talking = transition(transition(ringing, { type: 'answerRequested' }), {
    type: 'established',
    at: now,
  });
  const ended = transition(talking, { type: 'ended', reason: 'hungUpThere', at: now + 1000 });
  afterCall.follow([], [talking]);
  afterCall.follow([talking], [ended]);
}

it('what is promised in practice is on no list, and nothing of it is entered', () => {
  const { afterCall, journal } = open('practice');
  take(afterCall);
  expect(afterCall.save(callId, order)).toBe('saved');
  expect(afterCall.callbacks.callbacks).toEqual([]);
  expect(journal.read().entries).toEqual([]);
  expect(afterCall.save(callId, order)).toBe('gone');
});

it('what is promised to a caller is on the list, and the call is entered', () => {
  const { afterCall, journal } = open('pbx');
  take(afterCall);
  expect(afterCall.save(callId, order)).toBe('saved');
  expect(afterCall.callbacks.callbacks).toMatchObject([{ ...order, reason: 'promised' }]);
  expect(journal.read().entries.map(({ entry }) => entry.id)).toEqual([callId]);
});
