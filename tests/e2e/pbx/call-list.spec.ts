import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside, phoneOutside } from '../../pbx/sipp.ts';
import { pressOnDesk, waitForIdle, waitForPhase, waitForRinging } from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';
const from = '+494066969101';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  pbx = await Pbx.start();
  ({ launched, desk } = await openWorkplace(pbx));
});
afterAll(async () => {
  await launched.close();
  await pbx.stop();
});

/** The open list, row by row, as it reads. */
async function rows(): Promise<readonly string[]> {
  await pressOnDesk(desk, 'F11');
  await desk.getByRole('dialog').waitFor();
  const found = await desk.locator('.desk-call-list__row').allInnerTexts();
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  return found;
}

const listButton = (name: string): Promise<void> =>
  desk.getByRole('button', { name, exact: true }).waitFor();

test('a call that the caller gave up is missed, with its line', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, from, cancelAfterMs: 500 });
  await caller.finished;
  await listButton('Anrufliste (1 verpasst)');
  await waitForIdle(desk);
  const [row = ''] = await rows();
  expect(row).toContain('040 66969101');
  expect(row).toMatch(/verpasst · Stadt Wedel/);
});

test('a call that was answered elsewhere is not missed', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, from, told: 'group' });
  await waitForRinging(desk);
  await desk.getByText('An anderem Platz angenommen', { exact: true }).waitFor();
  await caller.finished;
  await waitForIdle(desk);
  await listButton('Anrufliste (1 verpasst)');
  expect((await rows())[0]).toContain('an anderem Platz angenommen');
});

test('a call that was declined is not missed', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, from });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Escape');
  await caller.finished;
  await waitForIdle(desk);
  await listButton('Anrufliste (1 verpasst)');
  expect((await rows())[0]).toContain('abgewiesen');
});

test('all seen: the counter is gone, the rows stay', async () => {
  await pressOnDesk(desk, 'F11');
  await desk.getByRole('button', { name: 'Alle gesehen' }).click();
  await desk.getByText('0 verpasste Anrufe').waitFor();
  expect(await desk.locator('.desk-call-list__row').count()).toBe(3);
  await desk.keyboard.press('Escape');
  await listButton('Anrufliste');
});

test('one press calls back, and one key calls again', async () => {
  const first = await phoneOutside(pbx, { ringSeconds: 1 });
  await pressOnDesk(desk, 'F11');
  await desk
    .getByRole('button', { name: /^Anrufen: / })
    .first()
    .click();
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F10');
  await first.finished;
  await waitForIdle(desk);
  const second = await phoneOutside(pbx, { ringSeconds: 1 });
  await pressOnDesk(desk, 'Control+r');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F10');
  expect((await second.finished).messages[0]?.text).toContain(from);
  await waitForIdle(desk);
  expect((await rows())[0]).toContain('angerufen');
});

test('the list is in the profile, and no number is in the log', () => {
  expect(readFileSync(join(launched.userData, 'call-list.json'), 'utf8')).toContain(from);
  expect(launched.output()).not.toContain('66969101');
});
