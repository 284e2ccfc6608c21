import { afterEach, beforeEach, it } from 'vitest';
import { pass, until } from './clock.ts';
import { Desk } from './desk.ts';
import type { FarCall } from './far-call.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  desk.exchange.onSubscribed = (subscription) => {
    subscription.answer = () => ({ status: 200, headers: ['Expires: 600'] });
  };
  await desk.register();
  desk.phone.watch({ extensions: [], voicemail: true });
});
afterEach(async () => {
  await desk.close();
});

/** The n-th subscription to the voice messages, with three new ones told. */
async function told(index: number): Promise<FarCall> {
  await until(
    () => desk.exchange.subscribed[index] !== undefined,
    () => 'the phone has not subscribed',
    120_000,
  );
  const subscription = desk.exchange.subscribed[index];
  if (subscription === undefined) throw new Error('unreachable');
  await pass(10);
  subscription.notify(
    'Messages-Waiting: yes\r\nVoice-Message: 3/0',
    'active;expires=600',
    'message-summary',
  );
  await until(() => desk.watched.newMessages === 3);
  return subscription;
}

it('a subscription that the exchange ends says nothing any more, and is asked for again', async () => {
  const subscription = await told(0);
  subscription.notify('', 'terminated;reason=noresource', 'message-summary');
  await until(() => desk.watched.newMessages === null);
  await told(1);
});

it('a lost connection says nothing about the voice messages either', async () => {
  await told(0);
  desk.wire.socket.drop();
  await until(() => desk.watched.newMessages === null);
});
