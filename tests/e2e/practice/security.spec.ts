import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
  await waitForRegistered(await launched.desk());
});
afterAll(async () => {
  await launched.close();
});

const log = (): Promise<string> =>
  readFile(join(launched.userData, 'logs', 'amtsdraht.log'), 'utf8');

/** Asks main from the desk page, past all types; tells whether main answered. */
async function ask(name: string, payload: unknown): Promise<'answered' | 'refused'> {
  const desk = await launched.desk();
  return desk.evaluate(
    async ([asked, sent]) => {
      const { amtsdraht } = globalThis as unknown as {
        amtsdraht: { request: (name: unknown, payload: unknown) => Promise<unknown> };
      };
      try {
        await amtsdraht.request(asked, sent);
        return 'answered';
      } catch {
        return 'refused';
      }
    },
    [name, payload] as const,
  );
}

test.each([
  ['getState', {}, 'answered'],
  ['getConnection', {}, 'refused'],
  ['constructor', {}, 'refused'],
  ['search', { text: 7 }, 'refused'],
  ['search', { text: 'a', area: null, more: 1 }, 'refused'],
  ['dial', { number: '1'.repeat(1000) }, 'refused'],
])('request %s is checked (row %#)', async (name, payload, outcome) => {
  expect(await ask(name, payload)).toBe(outcome);
});

test('refusals are logged without what was sent', async () => {
  await ask('search', { text: { geheim: 'Petersen' } });
  const text = await log();
  expect(text).toMatch(/refused/);
  expect(text).not.toContain('Petersen');
});

test('a foreign page with the same preload gets no answer', async () => {
  const outcome = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/desk.cjs`, sandbox: true },
    });
    await window.loadURL('data:text/html,fremd');
    const answer: unknown = await window.webContents.executeJavaScript(
      'amtsdraht.request("getState", {}).then(() => "answered", () => "refused")',
    );
    window.destroy();
    return answer;
  });
  expect(outcome).toBe('refused');
});

test('the desk has no Node, no microphone, no other page and no new window', async () => {
  const desk = await launched.desk();
  const powers = await desk.evaluate(async () => {
    const microphone = await navigator.mediaDevices
      .getUserMedia({ audio: true })
      .then(() => true)
      .catch(() => false);
    const fetched = await fetch('https://example.org/')
      .then(() => true)
      .catch(() => false);
    return {
      node: 'require' in globalThis || 'process' in globalThis,
      microphone,
      fetched,
      opened: globalThis.open('https://example.org/') !== null,
      evaluated: (() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the content policy has to refuse it
          return Boolean(new Function('return 1')());
        } catch {
          return false;
        }
      })(),
    };
  });
  expect(powers).toEqual({
    node: false,
    microphone: false,
    fetched: false,
    opened: false,
    evaluated: false,
  });
  const escaped = await desk.evaluate(async () => {
    const answer = await fetch('app://desk/../../package.json').catch(() => null);
    return answer?.ok ?? false;
  });
  expect(escaped).toBe(false);
});

test('every window is isolated, in the sandbox, and has none of the switches that open it', async () => {
  const windows = await launched.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      page: new URL(contents.getURL()).hostname,
      // Not in the typings.
      ...(contents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences(),
    })),
  );
  expect(windows.map(({ page }) => page).sort()).toEqual(['caller', 'desk', 'phone', 'ring']);
  const on = ['sandbox', 'contextIsolation', 'webSecurity'];
  const off = [
    'nodeIntegration',
    'nodeIntegrationInSubFrames',
    'nodeIntegrationInWorker',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'webviewTag',
  ];
  for (const { page, ...preferences } of windows) {
    const isOn = new Set(Object.entries(preferences).flatMap(([key, value]) => (value ? key : [])));
    expect(
      on.filter((key) => !isOn.has(key)),
      page,
    ).toEqual([]);
    expect(
      off.filter((key) => isOn.has(key)),
      page,
    ).toEqual([]);
  }
});

test.each([
  ['desk', "connect-src 'self'"],
  ['ring', ''],
  ['phone', 'connect-src wss: ws://127.0.0.1:*'],
  ['caller', "connect-src 'self' ws://127.0.0.1:*"],
] as const)('%s may load its own files and connect nowhere but "%s"', async (page, connect) => {
  const policy = await launched.app.evaluate(
    async ({ net }, address) =>
      (await net.fetch(address)).headers.get('content-security-policy') ?? '',
    `app://${page}/index.html`,
  );
  const directives = policy.split('; ');
  expect(directives).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "script-src 'self'",
    ]),
  );
  expect(directives.find((one) => one.startsWith('connect-src')) ?? '').toBe(connect);
  expect(policy.replace(connect, '')).not.toMatch(/unsafe-|https?:|wss?:|\*/);
});

test('the log names no caller', async () => {
  const desk = await launched.desk();
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await desk.locator('.desk-call [data-phase=ringing]').waitFor();
  const text = await log();
  expect(text).not.toContain('Petersen');
  expect(text).not.toContain('66969101');
});
