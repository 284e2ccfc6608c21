import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: '115: Reisepass für ein Kind' }).waitFor();
});
afterAll(async () => {
  await launched.close();
});

/** A press where the focus is, as somebody does who has no mouse. */
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await desk.keyboard.press(key);
}

test('a whole call by keyboard alone: picker, topic, article, hold, transfer, wrap-up', async () => {
  await desk.getByRole('button', { name: '115: Reisepass für ein Kind' }).focus();
  await press('Enter');
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');

  // The municipality: one key, two letters, Enter.
  await press('Control+o', 'h', 'a');
  await desk.getByRole('button', { name: 'Halstenbek' }).waitFor();
  await press('Enter');
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Halstenbek');

  // A wrong one is put right in the same way, and Esc leaves it as it is.
  await press('Control+o', 'Escape');
  expect((await readCard(desk)).municipality).toBe('Halstenbek');
  await press('Control+o', 'w', 'e');
  await desk.getByRole('button', { name: 'Wedel', exact: true }).waitFor();
  await press('Enter');
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Wedel');

  await press('2');
  await desk.getByRole('heading', { name: 'Sagen' }).waitFor();
  const topic = await desk.locator('.desk-article__title').innerText();
  await press('F9');
  await waitForPhase(desk, 'connected', 'held');
  await press('F9');
  await waitForPhase(desk, 'connected', 'active');

  // The simulated caller cannot be transferred: the refusal is told and the caller is back.
  await press('F4');
  await desk.getByLabel('Rufnummer oder Stelle').waitFor();
  await desk.getByRole('option').first().waitFor();
  await press('ArrowDown', 'Enter');
  await desk
    .getByText(/Weiterleiten fehlgeschlagen/)
    .first()
    .waitFor();
  await waitForPhase(desk, 'connected', 'active');

  await press('F10');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
  const facts = desk.locator('.desk-facts');
  expect(await facts.innerText()).toContain(topic);
  expect(await facts.getByLabel('Kommune').inputValue()).toBe('010560050050');
  await press('1', 'Enter');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor({ state: 'detached' });
  await waitForIdle(desk);
});

test('Esc in a half-typed town clears it and does not decline the caller', async () => {
  await desk.getByRole('button', { name: '115: Reisepass für ein Kind' }).focus();
  await press('Enter');
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Control+o');
  await press('h', 'a', 'Escape');
  const field = desk.getByRole('searchbox', { name: 'Kommune' });
  await expect.poll(() => field.inputValue()).toBe('');
  await waitForRinging(desk);
  await press('Enter');
  await waitForPhase(desk, 'connected');
  await press('F10');
});

test('with single keys switched off letters do nothing, and Alt with a digit opens a topic', async () => {
  await waitForIdle(desk);
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  const single = desk.getByRole('checkbox', { name: 'Ziffern und Buchstaben ohne Zusatztaste' });
  await single.focus();
  await press('Space', 'Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await desk.getByText('Alt und Ziffer drücken').waitFor();
  await pressOnDesk(desk, 'p');
  await press('1');
  expect(await desk.getByRole('searchbox', { name: /Suche/ }).inputValue()).toBe('');
  expect(await desk.locator('.desk-article__title').count()).toBe(0);
  await press('Alt+1');
  await desk.locator('.desk-article__title').waitFor();
  await press('Escape');
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});

test('with less motion wanted nothing moves', async () => {
  await desk.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await desk.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        const lasts = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0);
        return animationName !== 'none' || lasts;
      }).length,
  );
  expect(moving).toBe(0);
});

test('in a contrast theme of the system marks keep a fill', async () => {
  await desk.emulateMedia({ reducedMotion: null, forcedColors: 'active' });
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByRole('dialog').waitFor();
  const fills = await desk.evaluate(() => {
    const fill = (selector: string): string => {
      const element = document.querySelector(selector);
      return element === null ? 'absent' : getComputedStyle(element).backgroundColor;
    };
    return {
      icon: fill('.desk-badge .kern-icon'),
      chosen: fill('.desk-check[data-selected] .desk-check__box'),
      empty: fill('.desk-check:not([data-selected]) .desk-check__box'),
    };
  });
  expect([fills.icon, fills.chosen, fills.empty]).not.toContain('absent');
  expect(fills.icon).not.toBe(fills.empty);
  expect(fills.chosen).not.toBe(fills.empty);
  await press('Escape');
  await desk.emulateMedia({ forcedColors: null });
});
