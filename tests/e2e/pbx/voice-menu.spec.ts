import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForIdle, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

const wedel = '+494066969530';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  pbx = await Pbx.start();
  launched = await launchApp({
    policy: {
      account: { registrars: [pbx.registrar], user: 'agent1' },
      extraCaFile: pbx.caFile,
      topicHeader: 'x-topic',
    },
    password: 'practice-only-1',
  });
  desk = await launched.desk();
  await waitForRegistered(desk);
  await pbx.waitForContact('agent1');
});
afterAll(async () => {
  await launched.close();
  await pbx.stop();
});

test('a voice menu of Asterisk names the topic, which stands on the card with its reason', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, told: 'menu' });
  await waitForRinging(desk);
  const said = desk.locator('.desk-card__menu');
  expect(await said.innerText()).toBe(
    'Anrufer wählte im Sprachmenü: Reisepass verloren oder gestohlen',
  );
  const topic = desk.locator('.desk-topic', { hasText: 'im Sprachmenü gewählt' });
  expect(await topic.innerText()).toContain('Reisepass verloren');
  expect(await axeFindings(desk)).toEqual([]);
  await pressOnDesk(desk, 'Escape');
  expect((await caller.finished).finalCode).toBe(486);
  await waitForIdle(desk);
});

test('a call without a menu says nothing of it', async () => {
  const caller = await callFromOutside(pbx, { number: wedel });
  await waitForRinging(desk);
  expect(await desk.locator('.desk-card__menu').count()).toBe(0);
  await pressOnDesk(desk, 'Escape');
  await caller.finished;
  await waitForIdle(desk);
});
