import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustRun, runCommand } from '../../../tools/setup/run-command.ts';
import { Pbx } from '../../pbx/asterisk.ts';
import { freeTcpPort } from '../../pbx/ports.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import {
  expectToHear,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import {
  installedProgram,
  installFolder,
  installPackage,
  isInstalled,
  packageFiles,
  removeIfInstalled,
  removePackage,
} from './debian-package.ts';
import { runningProcesses, startInstalledApp, type InstalledApp } from './installed-app.ts';

// One story in the order of the tests: install, start, call, upgrade, remove.
const wedel = '+494066969530';
const desktopFile = '/usr/share/applications/amtsdraht.desktop';

let pbx: Pbx;
let launched: InstalledApp;
let desk: Page;
let phone: Page;
let folder: string;

beforeAll(async () => {
  await removeIfInstalled();
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-installed-'));
  pbx = await Pbx.start();
});

afterAll(async () => {
  await launched.clean();
  await pbx.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the package installs, with licences, bill of materials and a link in the path', async () => {
  await installPackage();
  expect(await isInstalled()).toBe(true);
  expect(existsSync('/usr/bin/amtsdraht')).toBe(true);
  const resource = (name: string): Promise<string> =>
    readFile(join(installFolder, 'resources', name), 'utf8');
  const bill = JSON.parse(await resource('sbom.cdx.json')) as { components: { name: string }[] };
  expect(bill.components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['electron', 'sip.js', 'zod']),
  );
  expect(await resource('THIRD-PARTY-LICENSES.txt')).toContain('sip.js 0.21.2: MIT');
  expect(await readFile('/usr/share/doc/amtsdraht/copyright', 'utf8')).toContain('EUPL');
});

test('the desktop offers it for telephone numbers', async () => {
  await mustRun('desktop-file-validate', [desktopFile]);
  const entry = await readFile(desktopFile, 'utf8');
  for (const scheme of ['tel', 'sip', 'callto'])
    expect(entry).toContain(`x-scheme-handler/${scheme};`);
  expect(entry).toMatch(/^Exec=\/opt\/Amtsdraht\/amtsdraht %U$/m);
});

const noRegistrar = async (): Promise<string> =>
  `wss://127.0.0.1:${String(await freeTcpPort())}/ws`;

test.each([
  ['a registrar that answers', () => pbx.registrar, true, 0, /Alles in Ordnung/],
  ['an authority that nobody knows', () => pbx.registrar, false, 1, /FEHLER.*extraCaFile/],
  ['a registrar that is not there', noRegistrar, true, 1, /FEHLER.*lehnt/],
])(
  '--check-policy opens no window and tells of %s',
  async (_what, registrar, known, code, told) => {
    const file = join(folder, 'checked.json');
    const account = { registrars: [await registrar()], user: 'agent1' };
    await writeFile(
      file,
      JSON.stringify({ account, ...(known ? { extraCaFile: pbx.caFile } : {}), theme: 'dark' }),
    );
    const run = await runCommand(
      installedProgram,
      // Chromium refuses its sandbox to root, who runs this test; nothing is rendered here.
      [
        '--no-sandbox',
        '--use-fake-device-for-media-stream',
        '--check-policy',
        ...['--user-data', join(folder, 'profile'), '--policy', file],
      ],
      {
        env: { PATH: process.env['PATH'], HOME: folder, DISPLAY: process.env['DISPLAY'] },
        limit: 20_000,
      },
    );
    expect(run.output).toMatch(told);
    expect(run.output).toContain('theme = "dark"  (Richtlinie)');
    expect(run.output).toContain('language = "de"  (Vorgabe)');
    expect(run.code).toBe(code);
  },
);

test('an ordinary user starts it and is registered at Asterisk', async () => {
  const authority = join(folder, 'ca.pem');
  await copyFile(pbx.caFile, authority);
  await mustRun('chmod', ['-R', 'a+rX', folder]);
  launched = await startInstalledApp({
    policy: { account: { registrars: [pbx.registrar], user: 'agent1' }, extraCaFile: authority },
    env: { AMTSDRAHT_SIP_PASSWORD: 'practice-only-1' },
  });
  desk = await launched.page('desk');
  phone = await launched.page('phone');
  await waitForRegistered(desk);
  await pbx.waitForContact('agent1');
  const log = join(launched.userData, 'logs', 'amtsdraht.log');
  await expect.poll(() => readFile(log, 'utf8'), { timeout: 20_000 }).toContain('pack loaded');
});

test('a call rings, is answered, and survives an upgrade of the package under it', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 60 });
  expect((await waitForRinging(desk)).municipality).toBe('Wedel');
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(phone, 0.1);

  await installPackage();
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(phone, 0.1);
  await pressOnDesk(desk, 'F9');
  await waitForPhase(desk, 'connected', 'held');
  await pressOnDesk(desk, 'F10');
  expect((await caller.finished).endedBy).toBe('pbx');
  await waitForIdle(desk);
});

test('after the upgrade the running program still takes calls, and its search answers', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 30 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await desk.keyboard.type('perso verloren');
  await desk.locator('.desk-hit').first().waitFor();
  await pressOnDesk(desk, 'F10');
  await caller.finished;
});

test('another version that is installed under it is told to wait for a restart, until it is taken back', async () => {
  const bill = join(installFolder, 'resources', 'sbom.cdx.json');
  const installed = await readFile(bill, 'utf8');
  const newer = JSON.parse(installed) as { metadata: { component: { version: string } } };
  newer.metadata.component.version = '9.9.9';
  await writeFile(`${bill}.new`, JSON.stringify(newer));
  await rename(`${bill}.new`, bill);
  await desk.getByText('Update wartet: Die IT hat Fassung 9.9.9 installiert.').waitFor();
  await writeFile(bill, installed);
  await desk.getByText('Update wartet').waitFor({ state: 'detached' });
});

test('it ends with the session and leaves no process', async () => {
  await launched.stop();
  await expect.poll(runningProcesses, { timeout: 10_000 }).toEqual([]);
});

test('removing it leaves nothing but the profile of the user', async () => {
  const installed = await packageFiles();
  await removePackage();
  const { output: known } = await runCommand('dpkg-query', ['-W', 'amtsdraht']);
  expect(known).toContain('no packages found');
  const own = installed.filter((file) => /amtsdraht/i.test(file));
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter((file) => existsSync(file))).toEqual([]);
  for (const place of [
    '/usr/bin',
    '/etc/alternatives',
    '/var/lib/dpkg/alternatives',
    '/var/lib/dpkg/info',
    '/etc/apparmor.d',
  ])
    if (existsSync(place))
      expect((await readdir(place)).filter((name) => name.startsWith('amtsdraht'))).toEqual([]);
  expect(existsSync(join(launched.userData, 'logs', 'amtsdraht.log'))).toBe(true);
});
