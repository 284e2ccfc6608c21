import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TcpProxy } from '../../fakes/tcp-proxy.ts';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside, type OutsideCaller } from '../../pbx/sipp.ts';
import {
  expectToHear,
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';
/** Lost at first; from the first attempt in vain it cannot be reached. */
const away =
  /^(Die Verbindung zur Telefonanlage ist abgebrochen|Die Telefonanlage ist nicht erreichbar)\.$/;

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

afterEach(async () => {
  await pbx.rx('channel request hangup all');
  await waitForIdle(desk);
});

afterAll(async () => {
  await launched.close();
  await network.close();
  await pbx.stop();
});

async function ring(talkSeconds: number): Promise<OutsideCaller> {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds });
  await waitForRinging(desk);
  return caller;
}

async function talk(): Promise<OutsideCaller> {
  const caller = await ring(60);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(await launched.phone(), 0.1);
  return caller;
}

async function nextCallWorks(): Promise<void> {
  await waitForRegistered(desk);
  await desk.getByText(away).waitFor({ state: 'detached' });
  await pbx.waitForContact('agent1', 40_000);
  const caller = await ring(1);
  await pressOnDesk(desk, 'Enter');
  expect((await caller.finished).endedBy).toBe('sipp');
}

test('Asterisk dies while it rings: the card closes, the phone registers again and rings again', async () => {
  const caller = await ring(60);
  await pbx.killHard();
  caller.kill();
  await waitForPhase(desk, 'ended');
  expect((await readCard(desk)).state).toBe('Verbindung verloren');
  await desk.getByText(away).waitFor();

  // The knowledge does not need the PBX.
  await pressOnDesk(desk, 'p');
  await desk.keyboard.type('ersonalausweis');
  await desk.locator('.desk-hit').first().waitFor();

  await pbx.restart();
  await nextCallWorks();
});

test('Asterisk dies in a conversation: the agent is told, and it ends when a new one knows nothing of it', async () => {
  const caller = await talk();
  await pbx.killHard();
  caller.kill();
  await desk.getByText(away).waitFor();
  await desk
    .locator('.desk-bar__remarks', { hasText: 'Verbindung zur Anlage unterbrochen' })
    .waitFor();
  expect(await desk.getByText('Angemeldet', { exact: true }).count()).toBe(0);

  await pbx.restart();
  await waitForPhase(desk, 'ended');
  expect((await readCard(desk)).state).toBe('Verbindung verloren');
  await nextCallWorks();
});

const day = 86_400_000;

test.each([
  {
    what: 'one that is over',
    wish: () => ({ authority: 'ours' as const, until: new Date(Date.now() - 1_000) }),
    says: 'Das Zertifikat der Telefonanlage ist abgelaufen oder noch nicht gültig.',
  },
  {
    what: 'one of an unknown authority',
    wish: () => ({ authority: 'foreign' as const, until: new Date(Date.now() + day) }),
    says: 'Das Zertifikat der Telefonanlage ist nicht vertrauenswürdig.',
  },
])(
  'the certificate becomes $what while the phone runs: told, and over once it is put right',
  async ({ wish, says }) => {
    await pbx.showCertificate(wish());
    network.reset();
    await desk.getByText(says).waitFor();
    expect(await desk.getByText('Angemeldet', { exact: true }).count()).toBe(0);

    await pbx.showCertificate({ authority: 'ours', until: new Date(Date.now() + day) });
    await waitForRegistered(desk);
    await desk.getByText(says).waitFor({ state: 'detached' });
    await nextCallWorks();
  },
);

/** From now on the media engine throws at every new call; those that talk are left alone. */
async function breakNewMedia(phone: Page): Promise<() => Promise<void>> {
  await phone.evaluate(() => {
    const [engine, name] = [RTCPeerConnection.prototype, 'setRemoteDescription'];
    const whole = Object.getOwnPropertyDescriptor(engine, name) ?? {};
    const page = globalThis as { mend?: () => void };
    page.mend = () => {
      Object.defineProperty(engine, name, whole);
    };
    const broken = function (this: RTCPeerConnection, ...rest: readonly unknown[]): unknown {
      if (this.remoteDescription === null) throw new Error('broken on purpose');
      return Reflect.apply(whole.value as () => unknown, this, rest);
    };
    Object.defineProperty(engine, name, { ...whole, value: broken });
  });
  return () =>
    phone.evaluate(() => {
      (globalThis as { mend?: () => void }).mend?.();
    });
}

test('an exception in one call harms neither the conversation beside it nor the next call', async () => {
  const phone = await launched.phone();
  const caller = await talk();
  const mend = await breakNewMedia(phone);
  const unlucky = await callFromOutside(pbx, { number: wedel, talkSeconds: 1 });
  await desk.locator('[data-phase=ringing]').waitFor();
  await pressOnDesk(desk, 'Enter');
  await desk.getByText('Keine Sprachverbindung möglich').first().waitFor();
  expect((await unlucky.finished).finalCode).toBeGreaterThanOrEqual(400);
  await mend();

  // It was put on hold for the other one, and is there.
  await waitForPhase(desk, 'connected', 'held');
  await pressOnDesk(desk, 'F9');
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(phone, 0.1);
  await pressOnDesk(desk, 'F10');
  expect((await caller.finished).endedBy).toBe('pbx');
  await waitForIdle(desk);
  await nextCallWorks();
});
