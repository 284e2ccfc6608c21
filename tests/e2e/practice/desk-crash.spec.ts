import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  expectToHear,
  phoneStatistics,
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
});
afterAll(async () => {
  await launched.close();
});

test('a killed desk process does not end the call, and the new desk shows it', async () => {
  const desk = await launched.desk();
  const phone = await launched.phone();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: 'Stadt Wedel: Personalausweis verloren' }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(phone, 0.01);
  await pressOnDesk(desk, '1');
  await desk.getByRole('heading', { name: 'Sagen' }).waitFor();

  await launched.app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().startsWith('app://desk/')) contents.forcefullyCrashRenderer();
  });
  const before = (await phoneStatistics(phone))[0]?.packetsReceived ?? 0;
  expect(before).toBeGreaterThan(0);
  await expect
    .poll(async () => (await phoneStatistics(phone))[0]?.packetsReceived ?? 0, { timeout: 10_000 })
    .toBeGreaterThan(before + 25);

  // Playwright's page object of the crashed process is dead; the new one has to be asked from main.
  const seen = async (): Promise<string> =>
    launched.app.evaluate(async ({ webContents }) => {
      const desks = webContents
        .getAllWebContents()
        .filter((contents) => contents.getURL().startsWith('app://desk/'));
      const text: unknown = await desks[0]?.executeJavaScript('document.body.innerText');
      return String(text);
    });
  await expect.poll(seen, { timeout: 15_000 }).toMatch(/Leitung: Stadt Wedel[\s\S]*Im Gespräch/);
  // The agent was reading something out.
  await expect.poll(seen).toMatch(/Personalausweis verloren in Wedel[\s\S]*Sagen/);

  // And it is not only a picture: the keys work.
  await launched.app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().startsWith('app://desk/'))
        contents.sendInputEvent({ type: 'keyDown', keyCode: 'F10' });
  });
  await expect.poll(seen, { timeout: 10_000 }).toMatch(/Aufgelegt|Bereit für Anrufe/);
  expect(await phoneStatistics(phone)).toEqual([]);
});

test('a phone process that dies is started again, told, and rings again', async () => {
  const app = await launchApp();
  try {
    const desk = await app.desk();
    await waitForRegistered(desk);
    await app.app.evaluate(({ webContents }) => {
      for (const contents of webContents.getAllWebContents())
        if (contents.getURL().startsWith('app://phone/')) contents.forcefullyCrashRenderer();
    });
    await desk.getByText('Das Telefon ist ausgefallen und wurde neu gestartet.').waitFor();
    await waitForRegistered(desk);
    await waitForIdle(desk);
    await desk.getByRole('button', { name: 'Stadt Wedel: Personalausweis verloren' }).click();
    await waitForRinging(desk);
    expect((await readCard(desk)).municipality).toBe('Wedel');
  } finally {
    await app.close();
  }
});
