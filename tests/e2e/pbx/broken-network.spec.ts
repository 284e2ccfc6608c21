import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { TcpProxy } from '../../fakes/tcp-proxy.ts';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside, type OutsideCaller } from '../../pbx/sipp.ts';
import {
  expectToHear,
  phoneStatistics,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';

let pbx: Pbx;
let network: TcpProxy;
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  pbx = await Pbx.start();
  network = await TcpProxy.open(pbx.ports.wss);
  ({ launched, desk } = await openWorkplace(pbx, {
    registrar: `wss://localhost:${String(network.port)}/ws`,
  }));
});

beforeEach(async () => {
  await waitForRegistered(desk);
  await pbx.waitForContact('agent1');
});

afterEach(async () => {
  network.mood = 'pass';
  network.delayMs = 0;
  await pbx.rx('channel request hangup all');
  await waitForIdle(desk);
});

afterAll(async () => {
  await launched.close();
  await network.close();
  await pbx.stop();
});

/** What the call says about its connection to the exchange. */
function lost(): Locator {
  return desk.locator('.desk-bar__remarks', { hasText: 'Verbindung zur Anlage unterbrochen' });
}

async function talk(): Promise<OutsideCaller> {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 60 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(await launched.phone(), 0.1);
  return caller;
}

async function packets(): Promise<{ readonly sent: number; readonly received: number }> {
  const [call] = await phoneStatistics(await launched.phone());
  return { sent: call?.packetsSent ?? 0, received: call?.packetsReceived ?? 0 };
}

/** Waits until a second of voice has gone both ways. */
async function expectVoices(): Promise<void> {
  const before = await packets();
  await expect
    .poll(async () => (await packets()).received - before.received, { timeout: 10_000 })
    .toBeGreaterThan(40);
  await expect
    .poll(async () => (await packets()).sent - before.sent, { timeout: 10_000 })
    .toBeGreaterThan(40);
}

test.each(['reset', 'drop'] as const)(
  'socket %s in a call: voices go on, the call is taken up again, and both sides can end it',
  async (how) => {
    const caller = await talk();
    network[how]();
    await lost().waitFor({ timeout: 10_000 });
    await expectVoices();
    await waitForRegistered(desk);
    await lost().waitFor({ state: 'detached', timeout: 20_000 });
    await expectVoices();
    await expectToHear(await launched.phone(), 0.1);

    // Asterisk is heard again: hold is agreed, and the BYE of the caller arrives.
    await pressOnDesk(desk, 'F9');
    await waitForPhase(desk, 'connected', 'held');
    await pressOnDesk(desk, 'F9');
    await waitForPhase(desk, 'connected', 'active');
    if (how === 'reset') {
      await pbx.rx('channel request hangup all');
      expect((await caller.finished).endedBy).toBe('pbx');
    } else {
      await pressOnDesk(desk, 'F10');
      expect((await caller.finished).endedBy).toBe('pbx');
    }
    await waitForIdle(desk);
    await expect.poll(() => pbx.channelCount()).toBe(0);
  },
);

test('half-open socket: noticed within ten seconds, and the next call rings', async () => {
  const began = Date.now();
  network.mood = 'swallow';
  await desk.getByText('Angemeldet', { exact: true }).waitFor({ state: 'detached' });
  expect(Date.now() - began).toBeLessThan(12_000);
  network.mood = 'pass';
  await waitForRegistered(desk);
  await pbx.waitForContact('agent1');
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 1 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  expect((await caller.finished).endedBy).toBe('sipp');
});

test.each([
  {
    what: 'the machine has slept',
    wake: () =>
      launched.app.evaluate(({ powerMonitor }) => {
        powerMonitor.emit('resume');
      }),
  },
  {
    what: 'the network is another one',
    wake: async () =>
      (await launched.phone()).evaluate(() => {
        dispatchEvent(new Event('online'));
      }),
  },
])(
  '$what: the old socket is not trusted, a conversation goes on, and the next call rings',
  async ({ wake }) => {
    const caller = await talk();
    const before = network.connections;
    await wake();
    await expect.poll(() => network.connections).toBeGreaterThan(before);
    await waitForRegistered(desk);
    await expectVoices();
    await pressOnDesk(desk, 'F10');
    expect((await caller.finished).endedBy).toBe('pbx');
    await waitForIdle(desk);
    const next = await callFromOutside(pbx, { number: wedel, cancelAfterMs: 300 });
    await waitForRinging(desk);
    await next.finished;
  },
);

test('the caller hangs up while there is no network: the call ends when it is back', async () => {
  const caller = await talk();
  network.mood = 'refuse';
  network.reset();
  await lost().waitFor({ timeout: 10_000 });
  await pbx.rx('channel request hangup all');
  await caller.finished;
  network.mood = 'pass';
  await waitForPhase(desk, 'ended');
});

test('the agent hangs up while there is no network: the caller is let go when it is back', async () => {
  const caller = await talk();
  network.mood = 'refuse';
  network.reset();
  await lost().waitFor({ timeout: 10_000 });
  await pressOnDesk(desk, 'F10');
  await waitForPhase(desk, 'ended');
  await new Promise((wake) => setTimeout(wake, 1_500));
  expect(await pbx.channelCount()).toBeGreaterThan(0);
  network.mood = 'pass';
  expect((await caller.finished).endedBy).toBe('pbx');
  await expect.poll(() => pbx.channelCount(), { timeout: 10_000 }).toBe(0);
});

test('a slow network (half a second each way) still answers and talks', async () => {
  network.delayMs = 500;
  const caller = await talk();
  await expectVoices();
  await pressOnDesk(desk, 'F10');
  expect((await caller.finished).endedBy).toBe('pbx');
});
