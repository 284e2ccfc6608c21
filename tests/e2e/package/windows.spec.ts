import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { layOutResources } from '../../../tools/package/resources.ts';
import { root } from '../../../tools/setup/paths.ts';
import { flipByte } from '../support/file-server.ts';
import { WindowsToolbox } from './windows/electron-builder.ts';
import { makensis } from './windows/makensis.ts';
import { buildMsi } from './windows/msi.ts';
import { makeCodeCertificate } from './windows/signing.ts';
import { Wine, type Running } from './windows/wine.ts';

const include = join(root, 'assets', 'build', 'installer.nsh');
const own = String.raw`C:\users\root\AppData\Local\Programs\Amtsdraht`;
const everybodys = String.raw`C:\Program Files\Amtsdraht`;
/** ERROR_INSTALL_ALREADY_RUNNING: Intune and GPO come again later. */
const tryLater = 1618;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-setup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Entries that make Windows 10 and 11 offer the program for telephone numbers. */
function offered(half: 'HKEY_CURRENT_USER' | 'HKEY_LOCAL_MACHINE', place: string) {
  const software = `${half}\\Software`;
  const progId = `${software}\\Classes\\Amtsdraht.Rufnummer`;
  const capabilities = `${software}\\Amtsdraht\\Capabilities`;
  // For amtsdraht://provision.
  const ownScheme = `${software}\\Classes\\amtsdraht`;
  return {
    [`${ownScheme}|@`]: 'URL:Amtsdraht',
    [`${ownScheme}|URL Protocol`]: '',
    [`${ownScheme}\\shell\\open\\command|@`]: `"${place}\\Amtsdraht.exe" "%1"`,
    [`${progId}|FriendlyTypeName`]: 'Rufnummer',
    [`${progId}|URL Protocol`]: '',
    [`${progId}|@`]: 'Rufnummer',
    [`${progId}\\DefaultIcon|@`]: `${place}\\Amtsdraht.exe,0`,
    [`${progId}\\shell\\open\\command|@`]: `"${place}\\Amtsdraht.exe" "%1"`,
    [`${capabilities}|ApplicationName`]: 'Amtsdraht',
    [`${capabilities}|ApplicationDescription`]:
      'Telefon und Wissensspeicher für kommunale Service-Center',
    [`${capabilities}|ApplicationIcon`]: `${place}\\Amtsdraht.exe,0`,
    [`${capabilities}\\URLAssociations|tel`]: 'Amtsdraht.Rufnummer',
    [`${capabilities}\\URLAssociations|sip`]: 'Amtsdraht.Rufnummer',
    [`${capabilities}\\URLAssociations|callto`]: 'Amtsdraht.Rufnummer',
    [`${software}\\RegisteredApplications|Amtsdraht`]: String.raw`Software\Amtsdraht\Capabilities`,
  };
}

function autostart(half: 'HKEY_CURRENT_USER' | 'HKEY_LOCAL_MACHINE', place: string) {
  const run = `${half}\\Software\\Microsoft\\Windows\\CurrentVersion\\Run`;
  return { [`${run}|Amtsdraht`]: `"${place}\\Amtsdraht.exe"` };
}

describe("electron-builder's script with ours in it", () => {
  let toolbox: WindowsToolbox;
  beforeAll(async () => {
    const at = join(folder, 'toolbox');
    await mkdir(at);
    toolbox = await WindowsToolbox.layOut(at);
    // As `npm run package` does; the Windows packages need them beside the program as well.
    const electron = '45.4.1';
    const time = new Date(0).toISOString();
    await layOutResources({ name: 'amtsdraht', version: '1.0.0', electron, trial: false, time });
  });

  test.each(['nsis', 'portable', 'zip'])('%s compiles with our configuration', async (target) => {
    const output = join(folder, target);
    const { code, output: told } = await toolbox.build(target, output);
    expect(code, told).toBe(0);
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    const ending = { nsis: '-setup.exe', portable: '-portable.exe', zip: '.zip' }[target] ?? '';
    const made = join(output, `amtsdraht-${version}-win-x64${ending}`);
    expect((await stat(made)).size).toBeGreaterThan(1_000_000);
  });

  test('a typo in our part is an error, not an installer without tel:', async () => {
    const wrong = join(folder, 'wrong.nsh');
    const text = await readFile(include, 'utf8');
    await writeFile(wrong, text.replace('WriteRegStr', 'WriteRegStrr'));
    const settings = [`nsis.include=${wrong}`];
    const { code, output } = await toolbox.build('nsis', join(folder, 'wrong'), settings);
    expect(code).not.toBe(0);
    expect(output).toMatch(/Invalid command: "?WriteRegStrr/);
  });

  test('with CSC_LINK the installer and the program in it are signed, and a changed byte is seen', async () => {
    const certificate = await makeCodeCertificate(folder);
    const output = join(folder, 'signed');
    const built = await toolbox.build('nsis', output, [], certificate.env);
    expect(built.code, built.output).toBe(0);
    const installer = (await readdir(output)).find((name) => name.endsWith('-setup.exe')) ?? '';
    const files = [join(output, installer), join(output, 'win-unpacked', 'Amtsdraht.exe')];
    for (const file of files)
      expect((await certificate.verify(file)).output, file).toMatch(/Signature verification: ok/);
    const [setup = ''] = files;
    expect((await certificate.verify(setup, true)).code).not.toBe(0);
    await flipByte(setup, 5_000);
    expect((await certificate.verify(setup)).code).not.toBe(0);
  });

  test('the MSI project for WiX has our components', async () => {
    const project = await toolbox.msiProject(join(folder, 'msi'));
    expect(project).toContain('<Component Id="capabilities" Directory="APPLICATIONFOLDER"');
    expect(project).toContain('Id="mainExecutable"');
  });
});

describe('in a Windows', () => {
  let wine: Wine;
  let setup: string;
  let payload: string;
  let running: Running | null = null;

  const installed = (place: string): boolean => existsSync(wine.path(`${place}\\Amtsdraht.exe`));
  const uninstall = (place: string, ...more: string[]): Promise<number> =>
    wine.command(`"${place}\\Uninstall.exe"`, '/S', ...more, `_?=${place}`);

  beforeAll(async () => {
    const at = join(folder, 'wine');
    await mkdir(at);
    payload = join(at, 'payload.exe');
    setup = join(at, 'amtsdraht.exe');
    await makensis('payload', { OUT: payload });
    await makensis('installer', { OUT: setup, INCLUDE: include, PAYLOAD: payload });
    wine = await Wine.create(at);
  });
  afterEach(async () => {
    await running?.end();
    running = null;
    expect(await wine.registry(true), 'left by the test').toEqual({});
  });
  afterAll(() => wine.stop());

  test.each([
    ['one user', 'HKEY_CURRENT_USER', own, []],
    ['all users', 'HKEY_LOCAL_MACHINE', everybodys, ['/allusers']],
  ] as const)(
    'it installs for %s, offers itself for tel:, and leaves nothing',
    async (_whom, half, place, mode) => {
      expect(await wine.run(setup, '/S', ...mode)).toBe(0);
      expect(installed(place)).toBe(true);
      expect(await wine.registry()).toEqual(offered(half, place));

      expect(await wine.run(setup, '/S', ...mode, '/autostart')).toBe(0);
      const whole = { ...offered(half, place), ...autostart(half, place) };
      expect(await wine.registry()).toEqual(whole);
      // Installed again without a word about it, and replaced by an update: it stays.
      expect(await wine.run(setup, '/S', ...mode)).toBe(0);
      expect(await wine.registry()).toEqual(whole);
      expect(await uninstall(place, ...mode, '--updated')).toBe(0);
      expect(await wine.registry()).toEqual(autostart(half, place));
      expect(await wine.run(setup, '/S', ...mode, '/noautostart')).toBe(0);
      expect(await wine.registry()).toEqual(offered(half, place));

      await wine.run(setup, '/S', ...mode, '/autostart');
      expect(await uninstall(place, ...mode)).toBe(0);
      expect(installed(place)).toBe(false);
    },
  );

  test('it refuses while the program runs, and ends nobody', async () => {
    await wine.run(setup, '/S', '/allusers');
    running = await wine.start(`${everybodys}\\Amtsdraht.exe`);
    expect(await wine.run(setup, '/S', '/allusers')).toBe(tryLater);
    expect(await uninstall(everybodys, '/allusers')).toBe(tryLater);
    expect(running.alive).toBe(true);
    expect(installed(everybodys)).toBe(true);
    expect(await wine.registry()).toEqual(offered('HKEY_LOCAL_MACHINE', everybodys));
    await running.end();
    expect(await uninstall(everybodys, '/allusers')).toBe(0);
  });

  test('an update that the program started waits until it has ended', async () => {
    await wine.run(setup, '/S');
    running = await wine.start(`${own}\\Amtsdraht.exe`);
    const update = wine.run(setup, '/S', '--updated');
    await new Promise((wake) => setTimeout(wake, 2_000));
    expect(running.alive).toBe(true);
    await running.end();
    expect(await update).toBe(0);
    await uninstall(own);
  });

  test('the MSI offers the same, starts by itself on request, and leaves nothing', async () => {
    const at = join(folder, 'wine');
    const build = async (autostarts: boolean): Promise<string> =>
      `Z:${(await buildMsi(at, payload, autostarts)).replaceAll('/', '\\')}`;
    const half = 'HKEY_LOCAL_MACHINE';
    const ours = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        Object.entries(await wine.registry()).filter(([key]) => !/\\Installer|Uninstall/.test(key)),
      );
    for (const autostarts of [false, true]) {
      const name = await build(autostarts);
      expect(await wine.command('msiexec', '/i', name, '/qn')).toBe(0);
      expect(installed(everybodys)).toBe(true);
      expect(await ours()).toEqual({
        ...offered(half, everybodys),
        ...(autostarts ? autostart(half, everybodys) : {}),
      });
      expect(await wine.command('msiexec', '/x', name, '/qn')).toBe(0);
      expect(installed(everybodys)).toBe(false);
    }
  });
});
