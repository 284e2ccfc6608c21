import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import {
  expectToHear,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/electron-app.ts';

let launched: LaunchedApp | undefined;

afterEach(async () => {
  await launched?.close();
  launched = undefined;
});

async function launch(options: LaunchOptions): Promise<{ app: LaunchedApp; desk: Page }> {
  launched = await launchApp(options);
  return { app: launched, desk: await launched.desk() };
}

const title = { name: 'Ihren Platz einrichten' };

async function stepIs(desk: Page, name: string): Promise<void> {
  await desk.locator('[aria-current=step]', { hasText: name }).waitFor();
}

/** Moves the focus with Tab until it is on the button of this name, and presses it. */
async function tabTo(desk: Page, name: string): Promise<void> {
  const button = desk.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 12; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await desk.keyboard.press('Tab');
  }
  await desk.keyboard.press('Enter');
}

test('the first start leads by keyboard alone through microphone, ring and a test call', async () => {
  const { app, desk } = await launch({ firstStart: true });
  await desk.getByRole('dialog', title).waitFor();
  await stepIs(desk, 'Mikrofon');
  // The simulated microphone beeps once a second: nobody has to press anything for the meter to move.
  await desk.getByText('Ihr Mikrofon nimmt Sie auf.').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await tabTo(desk, 'Weiter');

  await stepIs(desk, 'Klingeln');
  await tabTo(desk, 'Klingeln anhören');
  expect(await axeFindings(desk)).toEqual([]);
  await tabTo(desk, 'Weiter');

  await stepIs(desk, 'Probeanruf');
  await desk.getByText('Die Übungsstimme wird vorbereitet').waitFor({ state: 'detached' });
  expect(await axeFindings(desk)).toEqual([]);
  await tabTo(desk, 'Probeanruf starten');
  await waitForRinging(desk);
  expect(await desk.getByRole('dialog').count()).toBe(0);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await expectToHear(await app.phone(), 0.01);
  await pressOnDesk(desk, 'F10');

  await desk.getByText('Der Probeanruf ist vorbei.').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await tabTo(desk, 'Fertig');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await expect
    .poll(async () => readFile(join(app.userData, 'settings.json'), 'utf8'))
    .toMatch(/"setupAtStart":\s*false/);
});

test('put off with Esc it is done by nobody, waits on the desk and comes back by key', async () => {
  const { app, desk } = await launch({ firstStart: true });
  await desk.getByRole('dialog', title).waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Platz einrichten' }).waitFor();
  await pressOnDesk(desk, 'Control+e');
  await desk.getByRole('dialog', title).waitFor();
  // It was put off, not done: the next start offers it again.
  await expect(readFile(join(app.userData, 'settings.json'), 'utf8')).rejects.toThrow(/ENOENT/);
});

test('a ringing call closes it at once and can be answered with Enter', async () => {
  const { desk } = await launch({ firstStart: true });
  await desk.getByRole('dialog', title).waitFor();
  await desk.keyboard.press('Escape');
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await pressOnDesk(desk, 'Control+e');
  await waitForRinging(desk);
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);
  expect(await desk.getByRole('dialog').count()).toBe(0);
});

test('without a microphone it says so in words, and one can go on', async () => {
  const { desk } = await launch({ firstStart: true, noMicrophone: true });
  const dialog = desk.getByRole('dialog', title);
  await dialog.getByText('Es ist kein Mikrofon angeschlossen.').waitFor();
  await dialog.getByText('Vom Mikrofon kommt gerade nichts.').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await tabTo(desk, 'Weiter');
  await stepIs(desk, 'Klingeln');
});

test('a policy keeps it away, and the key still opens it', async () => {
  const { desk } = await launch({ firstStart: true, policy: { setupAtStart: false } });
  await waitForRegistered(desk);
  await waitForIdle(desk);
  expect(await desk.getByRole('dialog').count()).toBe(0);
  expect(await desk.getByRole('button', { name: 'Platz einrichten' }).count()).toBe(0);
  await pressOnDesk(desk, 'Control+e');
  await desk.getByRole('dialog', title).waitFor();
});
