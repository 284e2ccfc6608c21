import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForIdle, waitForPhase, waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: 'Krise: Sturmflut, Keller läuft voll' }).waitFor();
});
afterAll(async () => {
  await launched.close();
});

const review = () => desk.getByRole('region', { name: /^Rückschau/ });

test('there are 20 practice calls', async () => {
  expect(await desk.locator('.desk-practice__list button').count()).toBe(20);
});

test('after a practice call the agent sees what was opened, what was missing and how long it took', async () => {
  await desk.getByRole('button', { name: 'Stadt Wedel: Personalausweis verloren' }).click();
  await waitForPhase(desk, 'ringing');
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, '1');
  await desk.getByRole('heading', { name: 'Sagen' }).waitFor();
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);
  await review().getByText('Der erste passende Artikel war nach').waitFor();
  expect(await review().getByRole('listitem').allInnerTexts()).toEqual([
    'Erledigt: Kommune Wedel',
    'Erledigt: Artikel „Personalausweis verloren oder gestohlen“',
  ]);
  await review().getByText('Nur Sie sehen das. Es wird nirgends gespeichert.').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  const picture = process.env['AMTSDRAHT_PICTURES'];
  if (picture !== undefined) await desk.screenshot({ path: `${picture}/review.png` });
  await review().getByRole('button', { name: 'Schließen' }).click();
  await review().waitFor({ state: 'detached' });
});

test('what was not done stands as open: the municipality of a 115 call, and the article', async () => {
  await desk.getByRole('button', { name: '115: Hundesteuer in einer Amtsgemeinde' }).click();
  await waitForPhase(desk, 'ringing');
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);
  const rows = review().getByRole('listitem');
  await rows.first().waitFor();
  expect((await rows.allInnerTexts())[0]).toBe('Offen: Kommune Borstel-Hohenraden');
  expect((await rows.allInnerTexts())[1]).toMatch(/^Offen: Artikel „/);
});
