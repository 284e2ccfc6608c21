import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByRole('dialog').waitFor();
});
afterAll(async () => {
  await launched.close();
});

const field = (name: string) => desk.getByRole('textbox', { name, exact: true });
const registered = (accelerator: string): Promise<boolean> =>
  launched.app.evaluate(
    ({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted),
    accelerator,
  );

test('a combination is pressed in its field, named in German and registered in the system', async () => {
  await field('Annehmen').press('Control+Alt+a');
  await expect.poll(() => field('Annehmen').inputValue()).toBe('Strg + Alt + A');
  await expect.poll(() => registered('Control+Alt+A')).toBe(true);
  const picture = process.env['AMTSDRAHT_PICTURES'];
  if (picture !== undefined) await desk.screenshot({ path: `${picture}/hotkeys.png` });
  expect(await axeFindings(desk)).toEqual([]);
});

test('a key for writing and a combination in use are refused with a reason', async () => {
  await field('Auflegen').press('h');
  await desk.getByText('Bitte mit Strg, Alt oder der Windows-Taste').waitFor();
  await field('Auflegen').press('Control+Alt+a');
  await desk.getByText('Diese Kombination ist schon vergeben.').waitFor();
  expect(await field('Auflegen').inputValue()).toBe('');
});

test('a combination that somebody else has is told as a problem, and is had once it is free', async () => {
  await launched.app.evaluate(({ globalShortcut }) => {
    globalShortcut.register('Control+Alt+M', () => undefined);
  });
  await field('Stumm').press('Control+Alt+m');
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  const problem = desk.getByText('Eine Tastenkombination für das ganze System ist nicht frei.');
  await problem.waitFor();
  await desk.getByText('Stumm: Strg + Alt + M').waitFor({ state: 'attached' });

  await launched.app.evaluate(({ globalShortcut }) => {
    globalShortcut.unregister('Control+Alt+M');
  });
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await field('Annehmen').press('Delete');
  await problem.waitFor({ state: 'detached' });
  expect(await registered('Control+Alt+M')).toBe(true);
  expect(await registered('Control+Alt+A')).toBe(false);
});
