import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { sandboxArguments } from '../../../tools/setup/electron-arguments.ts';
import { root } from '../../../tools/setup/paths.ts';
import { runCommand } from '../../../tools/setup/run-command.ts';
import { waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;
let profile: string;
let old: string;

const dumps = async (): Promise<string[]> => {
  const found: string[] = [];
  for (const place of ['pending', 'completed', 'new']) {
    const folder = join(profile, 'Crashpad', place);
    if (existsSync(folder))
      found.push(...(await readdir(folder)).filter((name) => name.endsWith('.dmp')));
  }
  return found;
};

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'amtsdraht-crash-'));
  const completed = join(profile, 'Crashpad', 'completed');
  await mkdir(completed, { recursive: true });
  old = join(completed, '11111111-1111-4111-8111-111111111111.dmp');
  await writeFile(old, 'MDMP');
  const weeksAgo = new Date(Date.now() - 21 * 24 * 3_600_000);
  await utimes(old, weeksAgo, weeksAgo);
  launched = await launchApp({ userData: profile, env: { XRDP_SESSION: '1' } });
  await waitForRegistered(await launched.desk());
});

afterAll(async () => {
  await launched.close();
  await rm(profile, { recursive: true, force: true });
});

test('the start deletes a dump that is too old', () => {
  expect(existsSync(old)).toBe(false);
});

test('a page that crashes leaves a dump here, which is logged and goes nowhere', async () => {
  expect(await dumps()).toEqual([]);
  const phone = await launched.phone();
  const devtools = await phone.context().newCDPSession(phone);
  // The answer never comes: the page is gone.
  devtools.send('Page.crash').catch(() => undefined);
  await expect.poll(dumps).toHaveLength(1);
  const log = join(profile, 'logs', 'amtsdraht.log');
  await expect
    .poll(() => readFile(log, 'utf8'))
    .toMatch(/error crash process gone \{"type":"renderer","reason":"crashed"/);
  const sent = await launched.app.evaluate(({ crashReporter }) => ({
    to: crashReporter.getUploadToServer(),
    // Electron lists what lies here too; what was sent has the number that the server gave it.
    ids: crashReporter.getUploadedReports().map(({ id }) => id),
  }));
  expect(sent).toEqual({ to: false, ids: [''] });
});

test('the diagnosis package tells of it by name and size, without what is in it', async () => {
  const target = join(profile, 'd.zip');
  const { executable } = await electronRuntime();
  await runCommand(
    executable,
    [...sandboxArguments(), root, '--user-data', profile, '--diagnostics', target],
    { cwd: root, limit: 20_000, env: process.env },
  );
  const entries = unzipSync(await readFile(target));
  const [name = ''] = await dumps();
  expect(strFromU8(entries['amtsdraht-diagnose/abstuerze.txt'] ?? new Uint8Array())).toMatch(
    new RegExp(`KiB  ${name}`),
  );
  expect(Object.keys(entries).filter((file) => !file.endsWith('.txt'))).toEqual([]);
});

test('a remote session is told in the window and in the log', async () => {
  const desk = await launched.desk();
  await desk.getByText('Amtsdraht läuft in einer Fernsitzung').first().waitFor();
  const pictures = process.env['AMTSDRAHT_PICTURES'];
  if (pictures !== undefined) await desk.screenshot({ path: join(pictures, 'remote.png') });
  const log = await readFile(join(profile, 'logs', 'amtsdraht.log'), 'utf8');
  expect(log).toContain('info app session {"kind":"rdp"}');
});
