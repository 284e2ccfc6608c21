import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForRegistered } from '../support/desk.ts';
import { elfHardening, readFuses, readProgram } from './binary.ts';
import { installedProgram, installFolder, installPackage } from './debian-package.ts';
import { runningProcesses, startInstalledApp, type InstalledApp } from './installed-app.ts';

/** Written by every foreign script that manages to run inside the program. */
const mark = '/tmp/amtsdraht-foreign-script';
const foreign = `require('node:fs').writeFileSync('${mark}', 'ran')\n`;
const decoy = join(installFolder, 'resources', 'app');

let launched: InstalledApp;
let desk: Page;
let phone: Page;

beforeAll(async () => {
  await installPackage();
  await rm(mark, { force: true });
  // Electron takes resources/app before app.asar unless it is told not to.
  await mkdir(decoy);
  await writeFile(join(decoy, 'package.json'), '{"name":"decoy","main":"main.js"}');
  await writeFile(join(decoy, 'main.js'), foreign);
  const script = join('/tmp', `amtsdraht-required-${String(process.pid)}.cjs`);
  await writeFile(script, foreign);
  launched = await startInstalledApp({
    args: ['--inspect=0', '-r', script],
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${script}` },
  });
  desk = await launched.page('desk');
  phone = await launched.page('phone');
  await waitForRegistered(desk);
  await rm(script);
});

afterAll(async () => {
  await launched.stop();
  await launched.clean();
  await rm(decoy, { recursive: true, force: true });
});

describe('the program file', () => {
  test('has its fuses set', () => {
    expect(readFuses(readProgram(installedProgram))).toEqual({
      RunAsNode: 'off',
      EnableCookieEncryption: 'on',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableEmbeddedAsarIntegrityValidation: 'on',
      OnlyLoadAppFromAsar: 'on',
    });
  });

  test('can be placed anywhere in memory and has no executable stack', () => {
    expect(elfHardening(readProgram(installedProgram))).toEqual({
      positionIndependent: true,
      executableStack: false,
      relro: true,
    });
  });

  test('and all its files belong to root and can be changed by nobody else', async () => {
    const entries = await readdir(installFolder, { recursive: true, withFileTypes: true });
    const own = entries.filter(({ parentPath, name }) => !join(parentPath, name).startsWith(decoy));
    const open = await Promise.all(
      own.map(async ({ parentPath, name }) => {
        const file = join(parentPath, name);
        const { uid, mode } = await stat(file);
        return uid !== 0 || (mode & 0o022) !== 0 ? [file] : [];
      }),
    );
    expect(own.length).toBeGreaterThan(15);
    expect(open.flat()).toEqual([]);
  });
});

describe('the start', () => {
  test('is no Node, opens no inspector and runs no foreign script', () => {
    expect(launched.output()).not.toMatch(/Debugger listening/);
    expect(existsSync(mark)).toBe(false);
  });

  test('is an ordinary user without --no-sandbox', async () => {
    const processes = await runningProcesses();
    expect(processes.length).toBeGreaterThan(4);
    for (const { uid, command } of processes) {
      expect(uid).toBe(launched.uid);
      expect(command).not.toContain('--no-sandbox');
    }
  });

  test('puts every renderer into a sandbox of the kernel', async () => {
    const processes = await runningProcesses();
    const main = processes.find(({ pid }) => pid === launched.pid);
    const renderers = processes.filter(({ command }) => command.includes('--type=renderer'));
    // The desk, the phone and the simulated caller of practice mode.
    expect(renderers.length).toBeGreaterThanOrEqual(3);
    for (const { seccomp, noNewPrivileges, namespace } of renderers) {
      expect({ seccomp, noNewPrivileges }).toEqual({ seccomp: 2, noNewPrivileges: true });
      expect(namespace).not.toBe(main?.namespace);
    }
  });
});

describe('the pages', () => {
  test.each(['desk', 'caller'] as const)(
    '%s has a content policy without unsafe-*',
    async (name) => {
      const page = await launched.page(name);
      const policy = await page.evaluate(
        async () => (await fetch('index.html')).headers.get('content-security-policy') ?? '',
      );
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-|https?:|\*(?!$|;| )/);
    },
  );

  test.each(['desk', 'phone', 'caller'] as const)(
    '%s runs neither eval, nor inline script, nor a frame of elsewhere',
    async (name) => {
      const page = await launched.page(name);
      const ran = await page.evaluate(async () => {
        const seen: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          seen.push(effectiveDirective);
        });
        const script = document.createElement('script');
        script.textContent = 'document.title = "inline"';
        document.head.append(script);
        const frame = document.createElement('iframe');
        frame.src = 'https://example.org/';
        document.body.append(frame);
        // After a pause: what DevTools themselves evaluate may, only what follows is the page's own.
        await new Promise((wake) => setTimeout(wake, 200));
        let evaluated = false;
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the content policy has to refuse it
          evaluated = Boolean(new Function('return 1')());
        } catch {
          // refused
        }
        frame.remove();
        script.remove();
        return { evaluated, inline: document.title === 'inline', seen: seen.sort() };
      });
      expect(ran.evaluated).toBe(false);
      expect(ran.inline).toBe(false);
      expect(ran.seen).toEqual(expect.arrayContaining(['frame-src', 'script-src-elem']));
    },
  );

  test.each(['desk', 'phone'] as const)('%s cannot open or become another page', async (name) => {
    const page = await launched.page(name);
    const before = page.url();
    const opened = await page.evaluate(() => {
      const window = globalThis.open('https://example.org/');
      globalThis.location.href = 'https://example.org/';
      return window !== null;
    });
    await new Promise((wake) => setTimeout(wake, 300));
    expect(opened).toBe(false);
    expect(page.url()).toBe(before);
    const webview = await page.evaluate(() => 'loadURL' in document.createElement('webview'));
    expect(webview).toBe(false);
    expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(
      false,
    );
  });

  const permissions = ['geolocation', 'notifications', 'camera', 'midi', 'clipboard-read'];
  test.each(['desk', 'phone'] as const)(
    '%s gets no permission but the microphone',
    async (name) => {
      const page = await launched.page(name);
      const states = await page.evaluate(
        (asked) =>
          Promise.all(
            asked.map(async (permission) => {
              const status = await navigator.permissions.query({
                name: permission as PermissionName,
              });
              return `${permission} ${status.state}`;
            }),
          ),
        permissions,
      );
      expect(states).toEqual(permissions.map((permission) => `${permission} denied`));
    },
  );

  test('only the phone hears the microphone, and nobody sees a camera', async () => {
    const ask = (page: Page, constraints: MediaStreamConstraints): Promise<boolean> =>
      page.evaluate(
        (wanted) =>
          navigator.mediaDevices.getUserMedia(wanted).then(
            (stream) => {
              for (const track of stream.getTracks()) track.stop();
              return true;
            },
            () => false,
          ),
        constraints,
      );
    expect(await ask(desk, { audio: true })).toBe(false);
    expect(await ask(desk, { video: true })).toBe(false);
    expect(await ask(phone, { video: true })).toBe(false);
    expect(await ask(phone, { audio: true })).toBe(true);
  });
});
