import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let profile: string;
let launched: LaunchedApp;
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'amtsdraht-place-'));
  launched = await launchApp({ userData: profile });
  await waitForRegistered(await launched.desk());
});
afterAll(async () => {
  await launched.close();
  await rm(profile, { recursive: true, force: true });
});

/** Bounds of the desk; `wanted` moves it first. */
function bounds(wanted: Bounds | null = null): Promise<Bounds> {
  return launched.app.evaluate(({ BrowserWindow }, place) => {
    const window = BrowserWindow.getAllWindows().find((candidate) =>
      candidate.webContents.getURL().startsWith('app://desk/'),
    );
    if (window === undefined) throw new Error('no desk');
    if (place !== null) window.setBounds(place);
    return window.getNormalBounds();
  }, wanted);
}
const kept = async (): Promise<string> =>
  readFile(join(profile, 'windows.json'), 'utf8').catch(() => '');
const sized = async (): Promise<string> => {
  const { width, height } = await bounds();
  return `${width}x${height}`;
};

async function restart(): Promise<void> {
  await launched.close();
  launched = await launchApp({ userData: profile });
  await waitForRegistered(await launched.desk());
}

const left = { x: 30, y: 40, width: 900, height: 640 };

test('the desk comes back where it was left', async () => {
  await bounds(left);
  await expect.poll(kept).toContain('"width":900');
  await restart();
  await expect.poll(() => bounds()).toEqual(left);
});

test('Ctrl+M makes a strip at the edge with card and search, and gives the window back', async () => {
  const desk = await launched.desk();
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).waitFor();
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Control+m');
  await expect.poll(async () => (await bounds()).width).toBe(420);
  await expect.poll(() => desk.evaluate(() => window.innerWidth)).toBe(420);
  await desk.getByRole('button', { name: 'Annehmen' }).waitFor();
  const search = await desk.getByRole('searchbox', { name: /Suche/ }).boundingBox();
  expect(search === null ? Infinity : search.y + search.height).toBeLessThan(760);
  await desk.getByRole('button', { name: 'Ganzes Fenster' }).waitFor();
  expect(await desk.getByRole('button', { name: 'Einstellungen' }).count()).toBe(0);
  // Whatever does not fit scrolls; a card that is squeezed would hide its notices.
  const hidden = await desk
    .locator('.desk-call')
    .first()
    .evaluate((card) => card.scrollHeight - card.clientHeight);
  expect(hidden).toBeLessThanOrEqual(0);
  expect(await axeFindings(desk)).toEqual([]);
  const sideways = await desk.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
  const picture = process.env['AMTSDRAHT_PICTURES'];
  if (picture !== undefined) await desk.screenshot({ path: `${picture}/compact.png` });
  await expect.poll(kept).toContain('"form":"compact"');
  await restart();
  await expect.poll(async () => (await bounds()).width).toBe(420);
  await (await launched.desk()).getByRole('button', { name: 'Ganzes Fenster' }).click();
  await expect.poll(sized).toBe('900x640');
});
