import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForIdle, waitForPhase, waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let desk: Page;
let ring: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  ring = await launched.page('ring');
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).waitFor();
});
afterAll(async () => {
  await launched.close();
});

interface Seen {
  readonly visible: boolean;
  readonly focused: boolean;
  readonly onTop: boolean;
  readonly frame: boolean;
  readonly insideScreen: boolean;
}

/** The ring window as the desktop sees it. */
function seen(): Promise<Seen> {
  return launched.app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows().find((candidate) =>
      candidate.webContents.getURL().startsWith('app://ring/'),
    );
    if (window === undefined) throw new Error('no ring window');
    const { x, y, width, height } = window.getBounds();
    const area = screen.getPrimaryDisplay().workArea;
    return {
      visible: window.isVisible(),
      focused: window.isFocused(),
      onTop: window.isAlwaysOnTop(),
      frame: window.getContentBounds().height !== height,
      insideScreen:
        x >= area.x &&
        y >= area.y &&
        x + width <= area.x + area.width &&
        y + height <= area.y + area.height,
    };
  });
}

async function onDeskWindow(what: 'focus' | 'blur' | 'minimize'): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }, order) => {
    const window = BrowserWindow.getAllWindows().find((candidate) =>
      candidate.webContents.getURL().startsWith('app://desk/'),
    );
    window?.[order]();
  }, what);
}

const deskFocused = (): Promise<boolean> =>
  launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().startsWith('app://desk/') && window.isFocused(),
    ),
  );

/** Lets somebody call while the agent is in another program. */
async function ringInBackground(name: RegExp): Promise<void> {
  await desk.getByRole('button', { name }).click();
  await onDeskWindow('blur');
  await expect.poll(async () => (await seen()).visible, { timeout: 20_000 }).toBe(true);
}

test('while the desk is in front nothing else rings', async () => {
  await onDeskWindow('focus');
  await expect.poll(deskFocused).toBe(true);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await desk.locator('.desk-call [data-phase=ringing]').waitFor();
  expect((await seen()).visible).toBe(false);
  await onDeskWindow('blur');
  await expect.poll(async () => (await seen()).visible).toBe(true);
  await onDeskWindow('focus');
  await expect.poll(async () => (await seen()).visible).toBe(false);
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});

test('it shows line, municipality and caller, on top, without frame and without focus', async () => {
  await ringInBackground(/Stadt Wedel: Personalausweis/);
  await ring.getByText('Leitung: Stadt Wedel').waitFor();
  await ring.getByRole('heading', { name: 'Wedel', exact: true }).waitFor();
  expect(await ring.locator('.ring__caller').innerText()).toBe('040 66969101\nFrau Petersen');
  expect(await ring.locator('[aria-live=assertive]').innerText()).toContain(
    'Anruf auf Leitung Stadt Wedel, Wedel, von 040 66969101.',
  );
  expect(await seen()).toEqual({
    visible: true,
    focused: false,
    onTop: true,
    frame: false,
    insideScreen: true,
  });
  expect(await axeFindings(ring)).toEqual([]);
  const picture = process.env['AMTSDRAHT_PICTURES'];
  if (picture !== undefined) await ring.screenshot({ path: `${picture}/ring-wedel.png` });
});

test('Annehmen connects, hides it and brings the desk to the front', async () => {
  await ring.getByRole('button', { name: 'Annehmen' }).click();
  await waitForPhase(desk, 'connected');
  await expect.poll(async () => (await seen()).visible).toBe(false);
  await expect.poll(deskFocused).toBe(true);
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);
});

test('Abweisen on a line without municipality leaves the desk where it is', async () => {
  await ringInBackground(/115: Reisepass/);
  await ring.getByText('Leitung: Behördennummer 115').waitFor();
  const picture = process.env['AMTSDRAHT_PICTURES'];
  if (picture !== undefined) await ring.screenshot({ path: `${picture}/ring-115.png` });
  await ring.getByRole('button', { name: 'Abweisen' }).click();
  await waitForIdle(desk);
  await expect.poll(async () => (await seen()).visible).toBe(false);
  expect(await deskFocused()).toBe(false);
});

test('an unknown line is shown as such, and a caller who gives up takes the window away', async () => {
  await ringInBackground(/Unbekannte Nummer/);
  await ring.getByRole('heading', { name: 'Leitung unbekannt' }).waitFor();
  expect(await axeFindings(ring)).toEqual([]);
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().startsWith('app://caller/'))
      ?.webContents.send('notice', { name: 'hangUp', payload: {} });
  });
  await waitForIdle(desk);
  await expect.poll(async () => (await seen()).visible).toBe(false);
});

test('both windows have the colour of the theme before their pages are painted', async () => {
  const colours = (): Promise<readonly (readonly [string, string])[]> =>
    launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => {
          const [, page = ''] = /^app:\/\/(\w+)/.exec(window.webContents.getURL()) ?? [];
          return [page, window.getBackgroundColor().toLowerCase()] as const;
        })
        .filter(([page]) => page === 'desk' || page === 'ring')
        .sort(),
    );
  await onDeskWindow('focus');
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByText('dunkel', { exact: true }).click();
  await expect.poll(colours).toEqual([
    ['desk', '#000000'],
    ['ring', '#000000'],
  ]);
  await desk.getByText('hell', { exact: true }).click();
  await expect.poll(colours).toEqual([
    ['desk', '#ffffff'],
    ['ring', '#ffffff'],
  ]);
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the switch in the settings turns it off', async () => {
  await onDeskWindow('focus');
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByText('Anrufe in einem kleinen Fenster').click();
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await onDeskWindow('blur');
  await desk.locator('.desk-call [data-phase=ringing]').waitFor();
  expect((await seen()).visible).toBe(false);
});
