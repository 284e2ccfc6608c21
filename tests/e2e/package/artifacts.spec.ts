import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryToSign } from '../../../tools/package/signing.ts';
import { probeMachine } from '../../../tools/package/probe.ts';
import { root } from '../../../tools/setup/paths.ts';
import { mustRun, runCommand } from '../../../tools/setup/run-command.ts';
import { waitForRegistered } from '../support/desk.ts';
import { flipByte } from '../support/file-server.ts';
import { readFuses, readProgram } from './binary.ts';
import { artifacts, buildArtifacts } from './debian-package.ts';
import { startInstalledApp } from './installed-app.ts';

// What somebody finds in the folder that `npm run package` leaves.
let folder: string;
let names: { deb: string; rpm: string; archive: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-artifacts-'));
  await mustRun('chmod', ['a+rx', folder]);
  const manifest = await readFile(join(root, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(manifest) as { name: string; version: string };
  const { trial } = (await probeMachine()).machine.electron;
  const stem = `${name}-${version}${trial ? '-trial' : ''}-linux`;
  names = {
    deb: `${stem}-amd64.deb`,
    rpm: `${stem}-x86_64.rpm`,
    archive: `${stem}-x64.tar.gz`,
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('are named after product, version, system and processor, and say where they are for trial only', async () => {
  const packages = (await readdir(artifacts)).filter((name) => /\.(deb|rpm|gz)$/.test(name));
  expect(packages.sort()).toEqual(Object.values(names).sort());
});

test('have sums that sha256sum reads, which know a changed byte', async () => {
  const check = () => runCommand('sha256sum', ['--check', 'SHA256SUMS'], { cwd: artifacts });
  const good = await check();
  expect(good.output.trim().split('\n').sort()).toEqual(
    Object.values(names)
      .map((name) => `${name}: OK`)
      .sort(),
  );
  const archive = join(artifacts, names.archive);
  await flipByte(archive, 4_000);
  const bad = await check();
  await flipByte(archive, 4_000);
  expect(bad.output).toContain(`${names.archive}: FAILED`);
  expect(bad.code).not.toBe(0);
});

test('have sums that can be signed: the dry run signs, verifies, and leaves nothing', async () => {
  await tryToSign(artifacts);
  expect(existsSync(join(artifacts, 'SHA256SUMS.asc'))).toBe(false);
});

test('are the same deb and rpm byte for byte when they are built again', async () => {
  const again = join(folder, 'again');
  await buildArtifacts(['deb', 'rpm'], again);
  const sums = async (place: string): Promise<string[]> =>
    (await readFile(join(place, 'SHA256SUMS'), 'utf8'))
      .split('\n')
      .filter((line) => /\.(deb|rpm)$/.test(line));
  expect(await sums(again)).toEqual(await sums(artifacts));
  await rm(again, { recursive: true });
});

test('the archive starts from any folder, fused, in the sandbox, and with its papers', async () => {
  await mustRun('tar', ['-xzf', join(artifacts, names.archive), '-C', folder]);
  const place = join(folder, names.archive.replace('.tar.gz', ''));
  const resource = (name: string): Promise<string> =>
    readFile(join(place, 'resources', name), 'utf8');
  const bill = JSON.parse(await resource('sbom.cdx.json')) as {
    bomFormat: string;
    components: { name: string; version: string; purl?: string; licenses?: unknown[] }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.components.length).toBeGreaterThan(20);
  for (const { name, version, purl } of bill.components) {
    expect(version, name).toMatch(/^\d/);
    expect(purl, name).toContain(version);
  }
  const notice = await resource('THIRD-PARTY-LICENSES.txt');
  for (const { name, version } of bill.components.filter((one) => one.name !== 'electron'))
    expect(notice).toContain(`${name.split('/').at(-1) ?? ''} ${version}`);
  expect(await resource('LICENSE.txt')).toContain('EUPL');
  expect(await resource('policy/Amtsdraht.admx')).toContain('<policyDefinitions');

  const program = join(place, 'amtsdraht');
  expect(readFuses(readProgram(program)).OnlyLoadAppFromAsar).toBe('on');
  const launched = await startInstalledApp({ program });
  await waitForRegistered(await launched.page('desk'));
  expect(await launched.stop()).toBe(0);
  await launched.clean();
});
