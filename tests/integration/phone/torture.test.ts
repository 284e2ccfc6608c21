import { afterEach, beforeEach, expect, test } from 'vitest';
import { tortureMessages } from '../../fakes/torture-messages.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

/** The phone is what it was: registered on the same socket, and it takes a call. */
async function expectUnharmed(): Promise<void> {
  for (const { id } of desk.calls) desk.phone.hangUp(id);
  await pass(5_000);
  expect(desk.calls).toEqual([]);
  expect(desk.registration.phase).toBe('registered');
  expect(desk.wire.sockets).toHaveLength(1);
  const far = await desk.talking();
  far.bye();
  await far.answered(200, 'BYE');
  desk.expectReleased();
}

test.each(tortureMessages)('RFC 4475 $name: the phone takes the next call', async ({ text }) => {
  desk.wire.socket.deliver(text);
  await pass(100);
  await expectUnharmed();
});

test('RFC 4475: all of them in a row, in the middle of a conversation, do not end it', async () => {
  const far = await desk.talking();
  for (const { text } of tortureMessages) desk.wire.socket.deliver(text);
  await pass(1_000);
  expect(desk.calls[0]).toMatchObject({ phase: 'connected', signalling: 'up' });
  for (const { id } of desk.calls.slice(1)) desk.phone.hangUp(id);
  far.bye();
  await far.answered(200, 'BYE');
  await pass(5_000);
  expect(desk.calls).toEqual([]);
});
