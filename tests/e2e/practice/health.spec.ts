import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxArguments } from '../../../tools/setup/electron-arguments.ts';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { root } from '../../../tools/setup/paths.ts';
import { runCommand } from '../../../tools/setup/run-command.ts';
import { axeFindings } from '../support/axe.ts';
import {
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

const target = join(tmpdir(), `amtsdraht-diagnose-${String(process.pid)}.zip`);
const password = 'geheimes-kennwort-7';
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp({
    password,
    policy: {
      callListDays: 3,
      blindTransfer: 'refer',
      watch: {
        colleagues: [{ name: 'Frau Petersen', extension: '703' }],
        queues: [],
        pickup: null,
        voicemail: null,
      },
      theme: 'pink',
    },
  });
  desk = await launched.desk();
  await waitForRegistered(desk);
});
afterAll(async () => {
  await launched.close();
  await rm(target, { force: true });
});

async function readable(): Promise<void> {
  const { width, height } = desk.viewportSize() ?? {
    width: await desk.evaluate(() => window.innerWidth),
    height: await desk.evaluate(() => window.innerHeight),
  };
  expect(await axeFindings(desk)).toEqual([]);
  // Half the width is what 200 % leave (WCAG 1.4.10).
  await desk.setViewportSize({ width: 640, height });
  const sideways = await desk.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
  expect(await axeFindings(desk)).toEqual([]);
  await picture('narrow');
  await desk.setViewportSize({ width, height });
}

let pictures = 0;
async function picture(name: string): Promise<void> {
  const folder = process.env['AMTSDRAHT_PICTURES'];
  pictures += 1;
  if (folder !== undefined)
    await desk.screenshot({ path: join(folder, `health-${String(pictures)}-${name}.png`) });
}

test('the settings show what IT has fixed, with its value and its source', async () => {
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  const section = desk.getByRole('region', { name: 'Von der IT vorgegeben' });
  expect(await section.innerText()).toContain('policy.json');
  expect(await section.getByRole('row', { name: /Anrufliste aufbewahren/ }).innerText()).toMatch(
    /3/,
  );
  expect(await section.getByRole('row', { name: /Weiterleiten/ }).innerText()).toContain('REFER');
  // Wrong, so it is not in force and not fixed.
  expect(await section.getByRole('row', { name: /Farben/ }).count()).toBe(0);
  expect(
    await desk.getByRole('radio', { name: /überwacht: Anrufer kommt zurück/ }).isDisabled(),
  ).toBe(true);
  await picture('settings');
  await readable();
});

test('what IT has not fixed can be changed, and holds', async () => {
  const work = desk.getByRole('region', { name: 'Arbeitsweise' });
  expect(await work.getByRole('radio', { name: '3 Tage' }).isDisabled()).toBe(true);
  await work.getByText('Nachbearbeitung nach jedem Gespräch').click();
  await work.getByText('nach 30 Sekunden').click();
  await expect
    .poll(() => work.getByRole('radio', { name: 'nach 30 Sekunden' }).isChecked())
    .toBe(true);
  await work.scrollIntoViewIfNeeded();
  await picture('work');
  const saved = JSON.parse(
    await readFile(join(launched.userData, 'settings.json'), 'utf8'),
  ) as Record<string, unknown>;
  expect(saved).toMatchObject({ wrapUp: { automatic: true, seconds: 30 } });
  await work.getByText('Nachbearbeitung nach jedem Gespräch').click();
  await expect.poll(() => work.getByRole('radio', { name: 'von Hand' }).isDisabled()).toBe(true);
});

test('the health page says what is proven, by keyboard alone', async () => {
  const open = desk.getByRole('button', { name: 'Zustand anzeigen' });
  await open.focus();
  await desk.keyboard.press('Enter');
  await desk.getByText('abgefragt um').waitFor();
  const row = (name: string): Promise<string> =>
    desk.locator(`.desk-health__row[data-row=${name}] dd`).innerText();
  expect(await row('registration')).toMatch(/Angemeldet, von der Anlage bestätigt um \d\d:\d\d/);
  expect(await row('lastMessage')).toMatch(/um \d/);
  expect(await row('microphone')).toContain('Fake');
  expect(await row('policy')).toMatch(/3 aus .*policy\.json, eine ist fehlerhaft/);
  expect(await row('version')).toMatch(/Amtsdraht \d+\.\d+/);
  await picture('health');
  await readable();
});

test('a diagnosis package holds a trace of a call and nothing of whom it was about', async () => {
  await desk.getByRole('button', { name: 'Mitschnitt einschalten' }).click();
  await desk.getByText(/Läuft bis/).waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  const caller = (await desk.locator('.desk-bar__number').first().innerText()).replace(/\D/g, '');
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await desk.getByRole('searchbox', { name: /Suche/ }).fill('perso verloren');
  await desk.locator('.desk-hit').first().waitFor();
  // The quality of a call is measured once a second.
  await desk
    .getByRole('timer')
    .first()
    .getByText(/0:0[4-9]/)
    .waitFor();
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);

  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByRole('button', { name: 'Zustand anzeigen' }).click();
  await desk.getByRole('button', { name: 'Mitschnitt ausschalten' }).click();
  await desk.getByRole('button', { name: 'Diagnosepaket speichern …' }).click();
  await desk.getByText('Das Diagnosepaket ist gespeichert.').waitFor();

  const files = await packageAt(target);
  expect(files.get('sip.txt')).toContain('INVITE … SIP/2.0');
  expect(files.get('sip.txt')).toContain('SIP/2.0 200');
  expect(files.get('geraete.txt')).toContain('Netzweg (ICE): udp host');
  expect(files.get('qualitaet.txt')).toContain('call quality');
  expect(files.get('uebersicht.txt')).toContain('Anmeldung: registered');
  expect(files.get('einstellungen.txt')).toContain('watch = gesetzt  (Richtlinie)');
  const everything = [...files.values()].join('\n');
  expect(caller.length).toBeGreaterThan(5);
  for (const secret of [caller, caller.slice(1), 'perso verloren', 'Petersen', password, 'caller@'])
    expect(everything).not.toContain(secret);
});

test('a place that cannot be written is told', async () => {
  await launched.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/nowhere/d.zip' });
  });
  await desk.getByRole('button', { name: 'Diagnosepaket speichern …' }).click();
  await desk.getByText('Das Diagnosepaket konnte dort nicht gespeichert werden.').waitFor();
});

test('--diagnostics writes a package beside the running application, without a window', async () => {
  const { executable } = await electronRuntime();
  const args = [...sandboxArguments(), root, '--user-data', launched.userData];
  const run = await runCommand(executable, [...args, '--diagnostics', target], { limit: 20_000 });
  expect(run.output).toContain(target);
  expect(run.code).toBe(0);
  expect((await packageAt(target)).get('uebersicht.txt')).toContain('Die Anwendung lief nicht.');
  const refused = await runCommand(executable, [...args, '--diagnostics', '/nowhere/d.zip'], {
    limit: 20_000,
  });
  expect(refused.output).toContain('Das Diagnosepaket wurde nicht geschrieben');
  expect(refused.code).toBe(1);
});

async function packageAt(file: string): Promise<ReadonlyMap<string, string>> {
  const entries = Object.entries(unzipSync(await readFile(file)));
  return new Map(entries.map(([name, data]) => [name.split('/').at(-1) ?? '', strFromU8(data)]));
}
