import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pinsOf } from '../../../main/tls/index.ts';
import { certificatesOf } from '../../../main/windows/chain.ts';
import { root } from '../../../tools/setup/paths.ts';
import { mustRun, runCommand } from '../../../tools/setup/run-command.ts';
import { changeCertificate, makeCertificates, type Certificates } from '../../pbx/certificates.ts';
import { startConnectProxy } from '../../fakes/connect-proxy.ts';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForIdle, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { buildTestAppImage } from './debian-package.ts';
import {
  pagesOfProfile,
  processesWith,
  startInstalledApp,
  type InstalledApp,
} from './installed-app.ts';
import {
  firstDifference,
  flipByte,
  startFileServer,
  type FileServer,
} from '../support/file-server.ts';

// One story in the order of the tests: everything that goes wrong, then an update that goes right.
let work: string;
let folder: string;
let home: string;
let image: string;
let certificates: Certificates;
let server: FileServer;
let launched: InstalledApp;
let desk: Page;
let versions: { old: string; next: string };
let nextImage: string;
let description: string;
let key: string;

const update = (...args: string[]): ReturnType<typeof runCommand> =>
  runCommand(process.execPath, [join(root, 'tools', 'update.ts'), ...args], { cwd: root });
const sign = async (name = 'haus', ...more: string[]): Promise<void> => {
  const run = await update('sign', folder, '--key', join(work, `${name}.key.pem`), ...more);
  expect(run.output).toContain('unterschrieben');
};
const describe = (text: string): Promise<void> => writeFile(join(folder, 'latest-linux.yml'), text);

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'amtsdraht-updates-'));
  folder = join(work, 'server');
  home = join(work, 'home');
  for (const path of [folder, home]) await mkdir(path);
  const built = { old: join(work, 'old'), next: join(work, 'next') };
  versions = {
    old: await buildTestAppImage('1', built.old),
    next: await buildTestAppImage('2', built.next),
  };
  image = join(home, 'amtsdraht.AppImage');
  await copyFile(join(built.old, await imageIn(built.old)), image);
  nextImage = await imageIn(built.next);
  await copyFile(join(built.next, nextImage), join(folder, nextImage));
  description = await readFile(join(built.next, 'latest-linux.yml'), 'utf8');
  await Promise.all(Object.values(built).map((path) => rm(path, { recursive: true })));

  const keys = ['keygen', '--out', work, '--without-passphrase', 'haus', 'fremd'];
  expect((await update(...keys)).code).toBe(0);
  certificates = await makeCertificates(join(work, 'tls'));
  server = await startFileServer(folder, certificates);
  await describe(description);
  await sign();
  const verified = await update('verify', folder, '--key', join(work, 'haus.pub.pem'));
  expect(verified.output).toMatch(/in Ordnung/);
  key = /MCow[^"]+/.exec(verified.output)?.[0] ?? '';
  await copyFile(certificates.caFile, join(home, 'ca.pem'));
  await mustRun('chmod', ['a+rX', work]);
  await mustRun('chown', ['-R', 'nobody', home]);
}, 180_000);

afterAll(async () => {
  await end();
  await server.close();
  await rm(work, { recursive: true, force: true });
});

const imageIn = async (path: string): Promise<string> =>
  (await readdir(path)).find((name) => name.endsWith('.AppImage')) ?? '';

/** A window that is closed for the next hours. */
function closedWindow(): string {
  const hour = (plus: number): string =>
    String((new Date().getHours() + plus) % 24).padStart(2, '0');
  return `${hour(2)}:00-${hour(3)}:00`;
}

async function launch(window: string, more: object = {}, args: string[] = []): Promise<void> {
  launched = await startInstalledApp({
    program: image,
    home,
    env: { TMPDIR: home },
    args,
    policy: {
      ...more,
      updateUrl: server.url,
      updateKeys: [key],
      updateWindow: window,
      extraCaFile: join(home, 'ca.pem'),
    },
  });
  desk = await launched.page('desk');
  await waitForRegistered(desk);
}

/** Ends the program, also when it has started itself anew: all processes of its profile. */
async function end(): Promise<void> {
  await launched.stop();
  for (const pid of await processesWith(join(home, 'profile'))) process.kill(pid, 'SIGTERM');
  for (let round = 0; round < 50 && (await processesWith(home)).length > 0; round += 1)
    await new Promise((wake) => setTimeout(wake, 200));
}

const row = () => desk.locator('.desk-health__row[data-row=updates] dd');

/** Opens the health page and asks the server. */
async function look(): Promise<void> {
  if ((await row().count()) === 0) {
    await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
    await desk.getByRole('button', { name: 'Zustand anzeigen' }).click();
  }
  await desk.getByRole('button', { name: 'Nach Updates sehen' }).click();
}

async function says(sentence: RegExp): Promise<void> {
  await expect.poll(() => row().innerText(), { timeout: 40_000 }).toMatch(sentence);
}

const log = (): Promise<string> => readFile(join(home, 'profile', 'logs', 'amtsdraht.log'), 'utf8');

async function picture(name: string): Promise<void> {
  const pictures = process.env['AMTSDRAHT_PICTURES'];
  if (pictures !== undefined) await desk.screenshot({ path: join(pictures, `update-${name}.png`) });
}

test('--check-policy looks at the update server', async () => {
  const file = join(work, 'policy.json');
  const check = async (policy: object): ReturnType<typeof runCommand> => {
    await writeFile(file, JSON.stringify({ extraCaFile: certificates.caFile, ...policy }));
    const args = ['--no-sandbox', '--use-fake-device-for-media-stream', '--check-policy', file];
    const env = { ...process.env, HOME: work };
    return runCommand(image, [...args, '--user-data', join(work, 'p')], { limit: 30_000, env });
  };
  const good = await check({ updateUrl: server.url, updateKeys: [key] });
  expect(good.output).toContain(`Fassung ${versions.next}, unterschrieben, Verteilung 100 %`);
  const other = key.replace(/.{3}=$/, 'AAA=');
  const bad = await check({ updateUrl: server.url, updateKeys: [other] });
  expect(bad.output).toMatch(/FEHLER.*latest-linux\.yml: .*nicht gültig unterschrieben/);
  expect(bad.code).toBe(1);
});

test('through a proxy it asks for the same authority and the keys that the policy names', async () => {
  const proxy = await startConnectProxy();
  const through = [`--proxy-server=${proxy.url}`, '--proxy-bypass-list=<-loopback>'];
  const pem = await readFile(certificates.certificate, 'utf8');
  const [own = ''] = pinsOf(certificatesOf(pem));
  const other = `sha256/${'A'.repeat(43)}=`;
  // Nothing is to be fetched yet.
  await sign('fremd');
  for (const [pin, sentence] of [
    [other, /keinen der vorgegebenen Schlüssel \(certificatePins\), sondern sha256/],
    [own, /nicht gültig unterschrieben/],
  ] as const) {
    await launch(closedWindow(), { certificatePins: { localhost: [pin] } }, through);
    await look();
    await says(sentence);
    await end();
  }
  // Beside it only the switchboard of practice mode.
  const hosts = proxy.tunnels.filter((target) => !target.startsWith('127.0.0.1:'));
  expect(new Set(hosts)).toEqual(new Set([new URL(server.url).host]));
  proxy.close();
  await sign();
});

test('no signature, or one by a stranger, is refused, and the old version runs on', async () => {
  await launch(closedWindow());
  await rm(join(folder, 'latest-linux.yml.sig'));
  await look();
  await says(/nicht gültig unterschrieben.*Nächster Versuch um \d\d:\d\d Uhr/);
  await sign('fremd');
  await look();
  await says(/nicht gültig unterschrieben/);
  await desk.keyboard.press('Escape');
  await desk.getByText('Ein Update wurde abgelehnt.').waitFor();
});

test('a lower version is refused', async () => {
  await describe(description.replace(`version: ${versions.next}`, 'version: 0.0.9'));
  await sign();
  await look();
  await says(/ältere Fassung an; sie wurde abgelehnt.*0\.0\.9/);
});

test('a program with one flipped byte is thrown away', async () => {
  await describe(description);
  await sign();
  const at = await firstDifference(image, join(folder, nextImage));
  await flipByte(join(folder, nextImage), at);
  await look();
  await says(/kam beschädigt an und wurde verworfen/);
  // The same byte: flipped, it may be what the old one has there.
  await flipByte(join(folder, nextImage), at);
  expect(await log()).not.toContain('update: ready');
});

test('a version that does not start here does not replace the one that does', async () => {
  const script = '#!/bin/sh\necho "libfehlt.so: cannot open" >&2\nexit 127\n';
  const sha512 = createHash('sha512').update(script).digest('base64');
  await writeFile(join(folder, 'broken.AppImage'), script);
  await describe(
    `version: 7.0.0\nfiles:\n  - url: broken.AppImage\n    sha512: ${sha512}\n    size: ${script.length}\nreleaseDate: '2026-11-25T10:00:00Z'\n`,
  );
  await sign();
  await look();
  await says(/startet auf diesem Rechner nicht\. 127 libfehlt/);
  expect(existsSync(`${image}.vorige`)).toBe(false);
});

test('a server that is away, or shows a foreign certificate, is told and asked again', async () => {
  const port = Number(new URL(server.url).port);
  await server.close();
  await look();
  await says(/nicht erreichbar\. Der Rechner lehnt die Verbindung ab\. Nächster Versuch um/);
  await changeCertificate(join(work, 'tls'), {
    authority: 'foreign',
    until: new Date(Date.now() + 86_400_000),
  });
  server = await startFileServer(folder, certificates, port);
  await look();
  await says(/nicht erreichbar\. Die Zertifizierungsstelle ist nicht bekannt/);
  await server.close();
  await changeCertificate(join(work, 'tls'), {
    authority: 'ours',
    until: new Date(Date.now() + 86_400_000),
  });
  server = await startFileServer(folder, certificates, port);
});

test('a version for the others first is not fetched', async () => {
  await describe(description);
  await sign('haus', '--stage', '0');
  await look();
  await says(new RegExp(`${versions.next} kommt später`));
});

test('then it is fetched, only what has changed, and waits for the maintenance window', async () => {
  await sign('haus', '--stage', '100');
  server.sent = 0;
  await look();
  await says(/Update bereit: Fassung .* wird um \d\d:00 Uhr eingespielt/);
  expect(server.sent).toBeLessThan(10_000_000);
  await picture('health');
  expect(await axeFindings(desk)).toEqual([]);
  await desk.keyboard.press('Escape');
  await desk.getByText(/Update bereit: Fassung/).waitFor();
  await picture('window');
  expect(await axeFindings(desk)).toEqual([]);
  expect(await desk.getByText('Ein Update').count()).toBe(0);
  await end();
});

test('in the window it is held by a call and its wrap-up, and put in after them', async () => {
  await launch('00:00-24:00');
  await look();
  await says(/wird gleich eingespielt/);
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  // Longer than the quiet time that an update waits for.
  await new Promise((wake) => setTimeout(wake, 17_000));
  expect(existsSync(`${image}.vorige`)).toBe(false);
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);
  await desk.getByText(/wird nach der Nachbearbeitung eingespielt/).waitFor();
  await picture('held');
  await pressOnDesk(desk, '1');
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor({ state: 'detached' });
  await expect.poll(() => existsSync(`${image}.vorige`), { timeout: 40_000 }).toBe(true);
});

test('the new version starts by itself, with the same profile and settings', async () => {
  const started = `app start {"version":"${versions.next}"`;
  await expect.poll(log, { timeout: 40_000 }).toContain(started);
  const pages = await pagesOfProfile(launched.userData);
  desk = await pages.page('desk');
  await waitForRegistered(desk);
  await look();
  await says(/aktuell, nachgesehen um/);
  const version = desk.locator('.desk-health__row[data-row=version] dd');
  await expect.poll(() => version.innerText()).toContain(versions.next);
  await picture('new');
  await pages.close();
});
