import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustRun } from '../../../tools/setup/run-command.ts';
import { readFuses, readProgram } from './binary.ts';
import { installFolder, rpmFile } from './debian-package.ts';

// There is no rpm distribution here: rpm of Debian installs into a folder of its own, and the scripts are read.
let folder: string;
const rpm = (...args: string[]): Promise<string> => mustRun('rpm', args);
const inRoot = (...args: string[]): Promise<string> => rpm('--root', folder, ...args);
const at = (path: string): string => join(folder, path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-rpm-'));
  await inRoot('--initdb');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('it says what it is and what it needs', async () => {
  const facts = await rpm('-qp', '--qf', '%{NAME} %{ARCH} %{LICENSE}\n', rpmFile);
  expect(facts.trim()).toBe('amtsdraht x86_64 EUPL-1.2');
  const needs = (await rpm('-qp', '--requires', rpmFile)).split('\n');
  expect(needs).toEqual(expect.arrayContaining(['gtk3', 'nss', 'xdg-utils']));
});

test('its scripts are whole and take away only what is really removed', async () => {
  const scripts = await rpm('-qp', '--scripts', rpmFile);
  const parts = scripts.split(/^postuninstall scriptlet.*$/m);
  expect(parts).toHaveLength(2);
  for (const [index, text] of parts.entries()) {
    const file = at(`script-${index}.sh`);
    await writeFile(file, text.replace(/^postinstall scriptlet.*$/m, ''));
    await mustRun('bash', ['-n', file]);
    // A variable of the template that nobody has filled in.
    expect(text).not.toMatch(/\$\{(executable|sanitizedProductName|productFilename)\}/);
  }
  expect(parts[1]).toContain("rm -f '/usr/bin/amtsdraht'");
  // rpm calls it with 1 when a newer version has taken the place.
  await mustRun('bash', [at('script-1.sh'), '1']);
});

test('it installs, is replaced by itself, and leaves nothing', async () => {
  const install = (mode: string): Promise<string> =>
    inRoot(mode, '--nodeps', '--noscripts', '--replacepkgs', rpmFile);
  for (const mode of ['--install', '--upgrade']) {
    await install(mode);
    expect((await inRoot('-q', 'amtsdraht')).trim()).toMatch(/^amtsdraht-\d/);
    expect(existsSync(at(join(installFolder, 'resources', 'sbom.cdx.json')))).toBe(true);
    expect(existsSync(at('/usr/share/applications/amtsdraht.desktop'))).toBe(true);
    expect(readFuses(readProgram(at(join(installFolder, 'amtsdraht')))).RunAsNode).toBe('off');
    expect((await inRoot('--verify', '--nodeps', 'amtsdraht')).trim()).toBe('');
  }
  await inRoot('--erase', '--noscripts', 'amtsdraht');
  expect(existsSync(at(installFolder))).toBe(false);
  const applications = at('/usr/share/applications');
  expect(existsSync(applications) ? await readdir(applications) : []).toEqual([]);
});
