import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import { axeFindings } from '../support/axe.ts';
import {
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';
import { startEventServer, type EventServer } from '../support/event-server.ts';

const wedel = '+494066969530';
const from = '+494066969101';
const allSent = 'Alles ist versandt.';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;
let folder: string;
let endpoint: EventServer;

beforeAll(async () => {
  pbx = await Pbx.start();
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-after-call-'));
  endpoint = await startEventServer(pbx.certificates);
  endpoint.answer = 'fail';
  await launch();
});
afterAll(async () => {
  await launched.close();
  await endpoint.close();
  await pbx.stop();
  await rm(folder, { recursive: true, force: true });
});

async function launch(): Promise<void> {
  ({ launched, desk } = await openWorkplace(pbx, {
    args: ['--js-flags=--expose-gc'],
    settings: { exportUrl: endpoint.url },
    userData: join(folder, 'profile'),
  }));
}

/** A call of Wedel is taken, `during` happens, the agent hangs up; the wrap-up is there. */
async function call(during: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const caller = await callFromOutside(pbx, { number: wedel, from, talkSeconds: 30 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await during();
  await pressOnDesk(desk, 'F10');
  await caller.finished;
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
}
const wrapUpGone = (): Promise<void> =>
  desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor({ state: 'detached' });

/** A request that is under way must not lose its time limit to this. */
async function collectGarbage(): Promise<void> {
  await launched.app.evaluate(() => {
    (globalThis as { gc?: () => void }).gc?.();
  });
}

async function journal(): Promise<string> {
  const files = await readdir(join(launched.userData, 'journal'));
  const texts = await Promise.all(
    files.map((name) => readFile(join(launched.userData, 'journal', name), 'utf8')),
  );
  return texts.join('');
}

test('what happened is filled in, and two keys complete the call', async () => {
  await call(async () => {
    await pressOnDesk(desk, '1');
    await desk.locator('.desk-article__title').waitFor();
  });
  const facts = desk.locator('.desk-facts');
  expect(await facts.getByLabel('Leitung').inputValue()).toBe('stadt-wedel');
  expect(await facts.getByLabel('Kommune').inputValue()).toBe('010560050050');
  expect(await facts.innerText()).not.toContain('kein Artikel geöffnet');
  expect(await axeFindings(desk)).toEqual([]);
  await pressOnDesk(desk, '1');
  await desk.keyboard.press('Enter');
  await wrapUpGone();
  const line = await journal();
  expect(line).toContain('"outcome":"solved"');
  expect(line).toContain('"name":"Wedel"');
  expect(line).not.toContain('66969101');
});

test('Enter without an outcome says so and keeps the call', async () => {
  await call();
  await pressOnDesk(desk, 'Enter');
  await desk.getByText('Bitte wählen Sie zuerst ein Ergebnis.').waitFor();
  await pressOnDesk(desk, '5');
  await desk.keyboard.press('Enter');
  await wrapUpGone();
});

test('a call that rings comes first, and the half-written note waits', async () => {
  await call();
  await desk.getByLabel('Notiz').fill('will wissen, ob die Ter');
  const caller = await callFromOutside(pbx, { number: wedel, from, cancelAfterMs: 1500 });
  await waitForRinging(desk);
  await caller.finished;
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
  expect(await desk.getByLabel('Notiz').inputValue()).toBe('will wissen, ob die Ter');
});

test('killed while the note is half-written: it is there after the start', async () => {
  const { app } = launched;
  app.process().kill('SIGKILL');
  await launched.close().catch(() => undefined);
  await launch();
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
  expect(await desk.getByLabel('Notiz').inputValue()).toBe('will wissen, ob die Ter');
  await pressOnDesk(desk, '4');
  await desk.keyboard.press('Enter');
  await wrapUpGone();
  expect(await journal()).toContain('"note":"will wissen, ob die Ter"');
});

test('a call-back: the number is kept only with consent, is due, and is ticked off', async () => {
  await call();
  await pressOnDesk(desk, '3');
  expect(await desk.getByLabel('Rufnummer', { exact: true }).inputValue()).toContain('66969101');
  await pressOnDesk(desk, 'Enter');
  await desk.getByText('Ohne Einverständnis wird keine Nummer gespeichert.').waitFor();
  await desk.getByText('ist einverstanden, dass die Nummer gespeichert wird').click();
  await pressOnDesk(desk, 'Enter');
  await wrapUpGone();
  await pressOnDesk(desk, 'Control+b');
  const row = desk.locator('.desk-call-list__row');
  await row.waitFor();
  expect(await row.innerText()).toContain('Stadt Wedel');
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByRole('button', { name: /^Erledigt: / }).click();
  await desk.getByRole('button', { name: 'Wieder öffnen' }).waitFor();
  await desk.getByRole('button', { name: /^Löschen: / }).click();
  await desk.getByText('Niemand wartet auf einen Rückruf.').waitFor();
  await desk.keyboard.press('Escape');
});

test('whoever lost the connection before being helped is on the call-back list', async () => {
  await callFromOutside(pbx, { number: wedel, from });
  await waitForRinging(desk);
  await pbx.killHard();
  await desk.getByRole('button', { name: 'Rückrufe (1 fällig)' }).waitFor();
  await pbx.restart();
  await pbx.waitForContact('agent1', 40_000);
  await waitForRegistered(desk);
  await pressOnDesk(desk, 'Control+b');
  expect(await desk.locator('.desk-call-list__row').innerText()).toContain(
    'Verbindung war abgerissen',
  );
  await desk.getByRole('button', { name: /^Löschen: / }).click();
  await desk.keyboard.press('Escape');
  await waitForIdle(desk);
});

test('a phone page that dies takes no caller with it', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, from, cancelAfterMs: 3000 });
  await waitForRinging(desk);
  await launched.app.evaluate(({ webContents }) => {
    const phone = webContents.getAllWebContents().find((one) => one.getURL().includes('//phone/'));
    phone?.forcefullyCrashRenderer();
  });
  await desk.getByRole('button', { name: 'Rückrufe (1 fällig)' }).waitFor();
  await caller.finished;
  await waitForRegistered(desk);
  await pressOnDesk(desk, 'Control+b');
  const row = desk.locator('.desk-call-list__row');
  expect(await row.innerText()).toContain('Verbindung war abgerissen');
  await desk.getByRole('button', { name: /^Löschen: / }).click();
  await desk.keyboard.press('Escape');
  await waitForIdle(desk);
});

test('a search without a hit is reported as a gap, with what stands in the dialog', async () => {
  await pressOnDesk(desk, 'q');
  await desk.keyboard.type('qxyzzy');
  await desk.getByRole('button', { name: 'Antwort fehlt oder ist falsch' }).click();
  await desk.getByRole('dialog').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByLabel('Anmerkung für die Redaktion').fill('wird oft gefragt');
  await desk.keyboard.press('Enter');
  await desk.getByText('Danke, die Lücke ist eingetragen.').waitFor();
  await desk.keyboard.press('Escape');
  expect(await journal()).toContain('"query":"qqxyzzy"');
});

test('the endpoint fails, hangs, answers after it took all: nothing is lost, nothing is new', async () => {
  await desk.getByRole('button', { name: 'Meine Schicht' }).click();
  const send = desk.getByRole('button', { name: 'Jetzt versenden' });
  endpoint.answer = 'hang';
  await send.click();
  await expect
    .poll(
      async () => {
        await collectGarbage();
        return desk.getByRole('dialog').innerText();
      },
      { timeout: 40_000 },
    )
    .toContain('Keine Antwort in der vorgesehenen Zeit.');
  endpoint.answer = 'fail';
  await send.click();
  await desk.getByText(/Der Versand ist gescheitert. Der Server antwortet mit 503\./).waitFor();
  endpoint.answer = 'acceptAndBreak';
  await send.click();
  await expect.poll(() => endpoint.events.length).toBeGreaterThan(0);
  endpoint.answer = 'accept';
  // What failed last may have been the attempt before, and a click while one is on its way sends nothing.
  await expect
    .poll(
      async () => {
        const shown = await desk.getByRole('dialog').innerText();
        // With nothing left to send the button is disabled, also when that happens during the click.
        if (!shown.includes(allSent)) await send.click({ timeout: 500 }).catch(() => undefined);
        return shown;
      },
      { timeout: 30_000 },
    )
    .toContain(allSent);
  const ids = endpoint.events.map(({ id }) => id);
  const written = await journal();
  const entered = [...written.matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id);
  expect(new Set(ids)).toEqual(new Set(entered));
  expect(ids.length).toBeGreaterThan(entered.length);
  expect(new Set(endpoint.contentTypes)).toEqual(new Set(['application/cloudevents-batch+json']));
  const sent = JSON.stringify(endpoint.events);
  expect(sent).not.toMatch(/66969101|will wissen/);
  // What leaves is what the agent sees.
  const shown = await desk.locator('.desk-events').innerText();
  for (const id of entered) expect(shown).toContain(id);
  expect(await axeFindings(desk)).toEqual([]);
  await desk.keyboard.press('Escape');
});

test('neither number nor note nor search is in the log', async () => {
  const log = await readFile(join(launched.userData, 'logs', 'amtsdraht.log'), 'utf8');
  expect(log).not.toMatch(/66969101|will wissen|qxyzzy/);
});
