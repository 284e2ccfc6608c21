import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside, phoneOutside } from '../../pbx/sipp.ts';
import { expectToHear, pressOnDesk, waitForPhase } from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  pbx = await Pbx.start();
  ({ launched, desk } = await openWorkplace(pbx, {
    settings: {
      watch: {
        colleagues: [
          { name: 'Frau Petersen', extension: '703' },
          { name: 'Herr Ohnehint', extension: '998' },
        ],
        queues: [{ name: 'Krisentelefon', extension: '799' }],
        pickup: '*8',
        voicemail: '*97',
      },
    },
  }));
});
afterEach(async () => {
  await pbx.rx('channel request hangup all');
  await expect.poll(() => desk.locator('[data-call]').count(), { timeout: 20_000 }).toBe(0);
});
afterAll(async () => {
  await launched.close();
  await pbx.stop();
});

async function openDialDialog(): Promise<void> {
  await pressOnDesk(desk, 'F3');
  await desk.getByRole('dialog').waitFor();
}

async function closeDialog(): Promise<void> {
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
}

const row = (name: string, state: string): Locator =>
  desk.getByRole('listitem').filter({ hasText: name }).filter({ hasText: state });

test('a colleague is free, rings, is busy and free again, as the PBX says', async () => {
  await openDialDialog();
  await row('Frau Petersen', 'frei').waitFor();
  const phone = await phoneOutside(pbx, { ringSeconds: 2 });
  await pbx.originate('703', 'Milliwatt', '', 'agents');
  await row('Frau Petersen', 'klingelt').waitFor();
  await row('Frau Petersen', 'belegt').waitFor();
  await pbx.rx('channel request hangup all');
  await phone.finished;
  await row('Frau Petersen', 'frei').waitFor();
  await closeDialog();
});

test('an extension that the PBX does not tell about stays unknown', async () => {
  await openDialDialog();
  await row('Herr Ohnehint', 'unbekannt').waitFor();
  await closeDialog();
});

test('a ringing call of a colleague is picked up', async () => {
  const phone = await phoneOutside(pbx, { ringSeconds: 30 });
  await pbx.originate('703', 'Milliwatt', '', 'agents');
  await openDialDialog();
  await desk.getByRole('button', { name: 'Heranholen: Anruf bei Frau Petersen' }).click();
  await waitForPhase(desk, 'connected');
  await expectToHear(await launched.phone(), 0.05);
  await phone.finished;
});

test('a queue tells that somebody waits', async () => {
  await openDialDialog();
  await row('Krisentelefon', 'niemand wartet').waitFor();
  const caller = await callFromOutside(pbx, { number: '+494066969500', told: 'waiting' });
  await row('Krisentelefon', 'es wartet jemand').waitFor();
  await pbx.rx('channel request hangup all');
  await caller.finished;
  await row('Krisentelefon', 'niemand wartet').waitFor();
  await closeDialog();
});

test('new voice messages are counted', async () => {
  const update = (count: number): Promise<string> =>
    pbx.rx(`channel originate Local/${String(count)}@messages application Wait 1`);
  await update(2);
  await desk.getByRole('button', { name: '2 neue Nachrichten' }).waitFor();
  await update(0);
  await desk.getByRole('button', { name: /neue Nachrichten/ }).waitFor({ state: 'detached' });
});

test('after a restart of the PBX everything is told anew', async () => {
  await pbx.restart();
  await pbx.waitForContact('agent1', 60_000);
  await openDialDialog();
  await row('Frau Petersen', 'frei').waitFor();
  await closeDialog();
  expect(launched.output()).not.toContain('Petersen');
});
