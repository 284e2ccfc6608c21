import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Call, CallEvent } from '../../shared/call/call.ts';
import { newCall, transition } from '../../shared/call/transition.ts';
import type { Card } from '../../shared/card.ts';
import type { WrapUp } from '../../shared/journal/wrap-up.ts';
import { WrapUps } from './wrap-ups.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wrap-ups-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const id = '00000000-0000-4000-8000-000000000001';
const ringing = newCall({
  id,
  direction: 'incoming',
  party: { number: '+494103123456', displayName: 'Erika Muster' },
  at: 1000,
});
const after = (...events: CallEvent[]): Call =>
  events.reduce((call, event) => transition(call, event), ringing);
const talking = after({ type: 'answerRequested' }, { type: 'established', at: 5000 });
const ended = transition(talking, { type: 'ended', reason: 'hungUpThere', at: 65_000 });

function open(enter: (wrapUp: WrapUp) => boolean = () => false): WrapUps {
  return new WrapUps({
    file: join(folder, 'wrap-ups.json'),
    now: () => 99_000,
    onChange: () => undefined,
    onFailure: (message) => {
      throw new Error(message);
    },
    enter,
  });
}
const follow = (wrapUps: WrapUps, ...calls: Call[]): WrapUp | undefined => {
  wrapUps.follow(calls, () => undefined, false);
  return wrapUps.find(id);
};

it('a municipality that was taken back is not the one of the call', () => {
  const wrapUps = open();
  const card = (municipality: { ars: string; name: string } | null) => () =>
    ({ line: null, municipality }) as unknown as Card;
  wrapUps.follow([talking], card({ ars: '010560050050', name: 'Wedel' }), false);
  expect(wrapUps.find(id)?.municipality).toEqual({ ars: '010560050050', name: 'Wedel' });
  wrapUps.follow([talking], card(null), false);
  expect(wrapUps.find(id)?.municipality).toBeNull();
});

it('grows with the call: opened articles, time, target; and waits when it is over', () => {
  const wrapUps = open();
  expect(follow(wrapUps, ringing)?.connectedAt).toBeNull();
  // Nobody who is being called waits for the disk.
  expect(existsSync(join(folder, 'wrap-ups.json'))).toBe(false);
  const topic = { id: 'perso', title: 'Personalausweis' };
  expect(wrapUps.addTopic(id, topic)).toBe(true);
  expect(wrapUps.addTopic(id, topic)).toBe(false);
  follow(wrapUps, talking);
  expect(follow(wrapUps, ended)).toMatchObject({
    endedAt: 65_000,
    talkSeconds: 60,
    topics: [{ id: 'perso', title: 'Personalausweis' }],
    outcome: null,
  });
  // The phone has forgotten the call; its wrap-up has not.
  expect(follow(wrapUps)?.endedAt).toBe(65_000);
});

it('nobody has talked: nothing to wrap up', () => {
  const wrapUps = open();
  follow(wrapUps, ringing);
  expect(
    follow(wrapUps, transition(ringing, { type: 'ended', reason: 'callerCancelled', at: 2000 })),
  ).toBeUndefined();
});

it('handed over is filled in, with the name of the office but never with a number', () => {
  const wrapUps = open();
  const transferring = (target: string): Call =>
    transition(talking, { type: 'transferRequested', target });
  for (const [target, shown] of [
    ['Standesamt Wedel', 'Standesamt Wedel'],
    ['+49 4103 / 707-0', null],
  ] as const) {
    wrapUps.remove(id);
    follow(wrapUps, talking);
    follow(wrapUps, transferring(target));
    const over = transition(transferring(target), {
      type: 'ended',
      reason: 'transferred',
      at: 65_000,
    });
    expect(follow(wrapUps, over)).toMatchObject({ transferredTo: shown, outcome: 'forwarded' });
  }
});

it('a transfer that came to nothing is none', () => {
  const wrapUps = open();
  follow(wrapUps, talking);
  follow(wrapUps, transition(talking, { type: 'transferRequested', target: 'Standesamt' }));
  expect(follow(wrapUps, ended)).toMatchObject({ transferredTo: null, outcome: null });
});

it('line and municipality are put right after the call, and the end of the call does not undo it', () => {
  const wrapUps = open();
  const line = { id: 'wedel', name: 'Stadt Wedel' };
  const municipality = { ars: '010560050050', name: 'Wedel' };
  follow(wrapUps, talking);
  follow(wrapUps, ended);
  wrapUps.change({ callId: id, line, municipality });
  expect(follow(wrapUps, ended)).toMatchObject({ line, municipality });
  expect(open().find(id)).toMatchObject({ line, municipality });
});

it('a half-written note is there after a crash, and the call of that moment is over', () => {
  const wrapUps = open();
  follow(wrapUps, talking);
  wrapUps.change({ callId: id, note: 'ruft wegen der Terr' });
  expect(open().find(id)).toMatchObject({ note: 'ruft wegen der Terr', endedAt: 5000 });
});

it('no number and no name of the caller is on the disk', () => {
  const wrapUps = open();
  follow(wrapUps, talking);
  follow(wrapUps, ended);
  const written = readFileSync(join(folder, 'wrap-ups.json'), 'utf8');
  expect(written).not.toMatch(/4103|Muster/);
  wrapUps.remove(id);
  expect(existsSync(join(folder, 'wrap-ups.json'))).toBe(false);
});

it('practice leaves with the next practice call, and is known as practice', () => {
  const wrapUps = open();
  const other = { ...ringing, id: '00000000-0000-4000-8000-000000000002' };
  wrapUps.follow([talking], () => undefined, true);
  wrapUps.follow([ended], () => undefined, true);
  expect(wrapUps.find(id)?.practice).toBe(true);
  wrapUps.follow([other], () => undefined, true);
  expect(wrapUps.find(id)).toBeUndefined();
});

it('more than anybody remembers: the oldest is entered as it is, and none is dropped that was not', () => {
  const entered: string[] = [];
  let room = true;
  const wrapUps = open(({ callId }) => {
    if (room) entered.push(callId);
    return room;
  });
  const idOf = (number: number): string =>
    `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const take = (number: number): void => {
    wrapUps.follow([{ ...talking, id: idOf(number) }], () => undefined, false);
    wrapUps.follow([{ ...ended, id: idOf(number) }], () => undefined, false);
  };
  for (let number = 1; number <= 20; number += 1) take(number);
  expect(entered).toEqual([]);
  // Whoever is being talked to is not in the way.
  wrapUps.follow([{ ...talking, id: idOf(21) }], () => undefined, false);
  expect(entered).toEqual([]);
  wrapUps.follow([{ ...ended, id: idOf(21) }], () => undefined, false);
  expect(entered).toEqual([idOf(1)]);
  expect(wrapUps.wrapUps).toHaveLength(20);
  room = false;
  take(22);
  expect(wrapUps.wrapUps.map(({ callId }) => callId)).toContain(idOf(2));
  expect(wrapUps.wrapUps).toHaveLength(21);
  room = true;
  take(23);
  expect(entered).toEqual([idOf(1), idOf(2), idOf(3)]);
  expect(wrapUps.wrapUps).toHaveLength(20);
});
