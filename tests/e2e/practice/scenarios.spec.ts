import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
  waitUntilPutAway,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('heading', { name: 'Übungsanrufe' }).waitFor();
});
afterAll(async () => {
  await launched.close();
});

async function practise(title: string): Promise<void> {
  await desk.getByRole('button', { name: title }).click();
  await waitForRinging(desk);
}

async function decline(): Promise<void> {
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
}

test.each([
  ['Stadt Wedel: Personalausweis verloren', 'Leitung: Stadt Wedel', 'Wedel'],
  ['Stadt Pinneberg: Hund anmelden', 'Leitung: Stadt Pinneberg', 'Pinneberg'],
  ['Stadt Elmshorn: Nach dem Umzug ummelden', 'Leitung: Stadt Elmshorn', 'Elmshorn'],
  [
    'Kreis Pinneberg: Alten Führerschein umtauschen',
    'Leitung: Kreisverwaltung Pinneberg',
    'Kreis Pinneberg',
  ],
  ['Abfall: Sperrmüll abholen lassen', 'Leitung: Abfall-Telefon', 'Kreis Pinneberg'],
  ['115: Reisepass für ein Kind', 'Leitung: Behördennummer 115', 'Kommune noch offen'],
])('%s rings on its own line', async (title, line, municipality) => {
  await practise(title);
  expect(await readCard(desk)).toMatchObject({ line, municipality });
  await decline();
});

test('an unknown number offers all lines, and the agent’s choice makes the card', async () => {
  await practise('Unbekannte Nummer: Auto zulassen');
  expect(await readCard(desk)).toMatchObject({
    line: 'Leitung unbekannt',
    municipality: 'Leitung unbekannt',
  });
  const choices = desk.getByRole('group', { name: 'Leitung wählen' }).getByRole('button');
  expect(await choices.count()).toBe(6);
  await choices.filter({ hasText: 'Kreisverwaltung' }).click();
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Kreis Pinneberg');
  expect(await desk.locator('.desk-topic').count()).toBe(9);
  await decline();
});

test('115: the municipality is picked with two letters', async () => {
  await practise('115: Reisepass für ein Kind');
  await desk.getByRole('searchbox', { name: 'Kommune' }).fill('heis');
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Enter');
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Heist');
  await decline();
});

test('a withheld number says so', async () => {
  await practise('Stadt Elmshorn: Geburtsurkunde, Nummer unterdrückt');
  expect((await readCard(desk)).caller).toBe('Nummer unterdrückt');
  await decline();
});

test('markup in the caller’s name is text', async () => {
  await practise('Stadt Wedel: Wohngeld, Anrufername mit Markup');
  expect(await desk.locator('.desk-call').innerText()).toContain('<img');
  expect(await desk.locator('.desk-call img').count()).toBe(0);
  await decline();
});

test('a caller in a hurry hangs up: the card closes by itself', async () => {
  await practise('115: Anrufer in Eile legt bald auf');
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await waitForPhase(desk, 'ended');
  await waitUntilPutAway(desk);
});

test('digits open topics, letters search, Esc goes back one step at a time', async () => {
  await practise('Stadt Wedel: Personalausweis verloren');
  await pressOnDesk(desk, '1');
  await desk.getByRole('heading', { level: 2, name: /verloren/i }).waitFor();
  await pressOnDesk(desk, 'Escape');
  await desk.getByRole('heading', { name: /Themen/ }).waitFor();
  await pressOnDesk(desk, 'm');
  await desk.keyboard.type('üll');
  await expect.poll(() => desk.locator('.desk-hit').count()).toBeGreaterThan(1);
  expect(await desk.getByRole('searchbox', { name: /Suche/ }).inputValue()).toBe('müll');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowDown');
  const second = await desk.locator('.desk-hit__title').nth(1).innerText();
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { level: 2, name: second }).waitFor();
  await desk.keyboard.press('Escape');
  await desk.locator('.desk-hit').first().waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('heading', { name: /Themen/ }).waitFor();
  // Only now Esc is for the call.
  await decline();
});
