// Searching as an agent does it: by keyboard alone, with a caller on the line.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressOnDesk, waitForPhase, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
});
afterAll(async () => {
  await launched.close();
});

const firstHit = () => desk.locator('.desk-hit').first();

async function search(text: string): Promise<void> {
  await desk.getByRole('searchbox', { name: /Suche/ }).fill(text);
  await firstHit().waitFor();
}

test('the hit for this town comes first, with what was typed marked', async () => {
  await search('hundest');
  await expect.poll(() => firstHit().locator('.desk-hit__title').innerText()).toMatch(/Wedel/);
  await expect.poll(() => firstHit().locator('mark').first().innerText()).toBe('Hundest');
});

test('the right key leads to the wider version and to the reason', async () => {
  await search('hund anmelden');
  await expect.poll(() => firstHit().innerText()).toMatch(/auch: Kreis Pinneberg/);
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('Enter');
  const reason = desk.locator('.desk-reason');
  await expect.poll(() => reason.innerText()).toMatch(/hund:[^]*anmelden:[^]*Kommune: Wedel/);
  expect(await desk.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe(
    'true',
  );
  await desk.keyboard.press('ArrowLeft');
  await desk.keyboard.press('Enter');
  await desk.getByText('Gilt für: Kreis Pinneberg').waitFor();
  await desk.keyboard.press('Escape');
  await firstHit().waitFor();
});

test('markup that is searched for stays text', async () => {
  await search('<img src=x> hund');
  expect(await desk.locator('.desk-hits img').count()).toBe(0);
});
