import { spawn } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxArguments } from '../../../tools/setup/electron-arguments.ts';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { root } from '../../../tools/setup/paths.ts';
import { pressOnDesk, waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  // As the desktop does it when the first link of the day is clicked.
  launched = await launchApp({ args: ['tel:+49-4103-7070'] });
  desk = await launched.desk();
  await waitForRegistered(desk);
});
afterAll(async () => {
  await launched.close();
});

/** What the desktop does when somebody clicks a link: it starts the application again. */
async function click(link: string): Promise<void> {
  const { executable } = await electronRuntime();
  const args = [...sandboxArguments(), root, '--user-data', launched.userData, link];
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const second = spawn(executable, args, { cwd: root, env, stdio: 'ignore' });
  await new Promise<void>((resolve) => {
    second.once('exit', () => {
      resolve();
    });
  });
}

const dialog = () => desk.getByRole('dialog', { name: 'Nummer wählen' });
const nothingDialled = async (): Promise<void> => {
  expect(await desk.locator('[data-call]').count()).toBe(0);
};

async function expectAsked(number: string): Promise<void> {
  await dialog().waitFor();
  await desk.getByText('Ein Link möchte diese Nummer anrufen.').waitFor();
  await expect.poll(() => desk.getByLabel('Rufnummer').inputValue()).toBe(number);
  await nothingDialled();
}

test('the link that starts the application is shown, and no key dials it by accident', async () => {
  await expectAsked('+49-4103-7070');
  await pressOnDesk(desk, 'Enter');
  await desk.keyboard.press('Space');
  await nothingDialled();
  await desk.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('a link for the running application replaces the one before', async () => {
  await click('tel:04121%2045020');
  await expectAsked('04121 45020');
  await click('sip:+4941037070@elsewhere.example');
  await expectAsked('+4941037070');
});

test('a reload does not ask again', async () => {
  await desk.reload();
  await waitForRegistered(desk);
  expect(await dialog().count()).toBe(0);
});

test('a feature code in a link asks for nothing', async () => {
  await click('tel:*21*01713920002%23');
  await click('https://example.invalid/');
  expect(await dialog().count()).toBe(0);
  await nothingDialled();
});

test('pressing the button dials', async () => {
  await click('callto:04103/7070');
  await expectAsked('04103/7070');
  await desk.getByRole('button', { name: 'Anrufen' }).click();
  await desk.locator('.desk-call [data-call]').waitFor();
  expect(await desk.locator('.desk-bar__number').first().innerText()).toBe('04103 7070');
});

test('no number is in the log', () => {
  expect(launched.output()).toContain('link number received');
  expect(launched.output()).not.toMatch(/7070|45020/);
});
