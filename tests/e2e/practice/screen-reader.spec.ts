// A real screen reader listens: what an agent who does not see the desk is told, and what her keys do.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureSystemPackages } from '../../../tools/setup/system-packages.ts';
import { waitForPhase, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { startScreenReader, type ScreenReader } from '../support/screen-reader.ts';

const missing = await ensureSystemPackages('screenReader');
const impossible = process.platform !== 'linux' || missing.length > 0;

let reader: ScreenReader;
let launched: LaunchedApp;
let desk: Page;

/** Waits until it has been said after what was said before. */
async function expectSaid(sentence: string, since: number): Promise<void> {
  await expect
    .poll(() => reader.said().slice(since).join(' ').replaceAll(/\s+/g, ' '), { timeout: 15_000 })
    .toContain(sentence);
}

/** Through the window system, where a screen reader takes keys before the app gets them. */
async function press(key: string): Promise<number> {
  const since = reader.said().length;
  await promisify(execFile)('xdotool', ['key', key]);
  return since;
}

describe.skipIf(impossible)('with Orca', () => {
  beforeAll(async () => {
    reader = await startScreenReader();
    launched = await launchApp({ env: reader.env });
    desk = await launched.desk();
    await waitForRegistered(desk);
    await launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().startsWith('app://desk/'))
        ?.focus();
    });
  });
  afterAll(async () => {
    await launched.close();
    await reader.stop();
  });

  test('the registration is said once', async () => {
    await expectSaid('Anmeldung an der Anlage: Angemeldet', 0);
    expect(reader.said().join(' ')).not.toContain('Angemeldet Angemeldet');
  });

  test('a ringing call is said with line, municipality and caller, and Enter answers it', async () => {
    const since = reader.said().length;
    await desk.getByRole('button', { name: 'Stadt Wedel: Personalausweis verloren' }).click();
    await waitForRinging(desk);
    await expectSaid('Anruf auf Leitung Stadt Wedel, Wedel, von 040 66969101.', since);
    await expectSaid('Eingabe nimmt an, Escape weist ab.', since);
    const pressed = await press('Return');
    await waitForPhase(desk, 'connected', 'active');
    await expectSaid('Verbunden.', pressed);
  });

  test('Alt and a digit open a topic, which a digit alone cannot while the reader takes it', async () => {
    await press('alt+1');
    await desk.getByRole('heading', { name: 'Sagen' }).waitFor();
    // Orca 43 takes the focus that follows for a jump of its own and does not read the heading.
    expect(await desk.evaluate(() => document.activeElement?.id)).toBe('article');
  });

  test.each([
    ['F8', 'Mikrofon stumm.'],
    ['F8', 'Mikrofon an.'],
    ['F9', 'Gespräch gehalten.'],
    ['F9', 'Gespräch zurückgeholt.'],
    ['F10', 'Gespräch beendet: Aufgelegt.'],
  ])('after %s it says: %s', async (key, sentence) => {
    await expectSaid(sentence, await press(key));
  });
});
