import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sandboxArguments } from '../../../tools/setup/electron-arguments.ts';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { root } from '../../../tools/setup/paths.ts';
import { runCommand } from '../../../tools/setup/run-command.ts';
import { makeCertificates, type Certificates } from '../../pbx/certificates.ts';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForIdle, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { startFileServer, type FileServer } from '../support/file-server.ts';

// One desk over several starts: what its server hands out, and what it makes of bad things.
let work: string;
let folder: string;
let certificates: Certificates;
let server: FileServer;
let launched: LaunchedApp | null = null;
let desk: Page;
let key: string;

const tool = (name: string, ...args: string[]): ReturnType<typeof runCommand> =>
  runCommand(process.execPath, [join(root, 'tools', `${name}.ts`), ...args], { cwd: root });
const secret = (name = 'it'): string => join(work, `${name}.key.pem`);

/** Puts a policy on the server. @returns what the tool says */
async function publish(values: object, by = 'it'): Promise<string> {
  const file = join(folder, 'policy.json');
  await writeFile(file, JSON.stringify(values));
  return (await tool('policy', 'sign', file, '--key', secret(by))).output;
}

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'amtsdraht-provisioning-'));
  folder = join(work, 'server');
  await mkdir(folder);
  expect(
    (await tool('update', 'keygen', '--out', work, '--without-passphrase', 'it', 'fremd')).code,
  ).toBe(0);
  certificates = await makeCertificates(join(work, 'tls'));
  server = await startFileServer(folder, certificates);
  const said = await publish({ $serial: 2, callListDays: 3, theme: 'pink', wrapUp: 7 });
  expect(said).toMatch(/theme ist "pink"/);
  key = /MCow[^"]+/.exec(await publish({ $serial: 2, callListDays: 3 }))?.[0] ?? '';
});
afterEach(async () => {
  await launched?.close();
  launched = null;
});
afterAll(async () => {
  await server.close();
  await rm(work, { recursive: true, force: true });
});

const waits = 'Neue Vorgaben der IT gelten ab dem nächsten Start.';

async function picture(name: string): Promise<void> {
  const pictures = process.env['AMTSDRAHT_PICTURES'];
  if (pictures !== undefined) await desk.screenshot({ path: join(pictures, `${name}.png`) });
}

const policy = (): object => ({
  policyUrl: `${server.url}/policy.json`,
  policyKeys: [key],
  extraCaFile: certificates.caFile,
  theme: 'dark',
});

async function launch(profile = 'profile'): Promise<void> {
  launched = await launchApp({ policy: policy(), userData: join(work, profile) });
  desk = await launched.desk();
  await waitForRegistered(desk);
}

/** The value that IT has fixed, and where from; null: it is not fixed. */
async function fixed(name: RegExp): Promise<string | null> {
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  const section = desk.getByRole('region', { name: 'Von der IT vorgegeben' });
  const row = section.getByRole('row', { name });
  await section.waitFor();
  const text = (await row.count()) === 0 ? null : await row.innerText();
  const source = await section.innerText();
  await desk.keyboard.press('Escape');
  return text === null ? null : `${text} ${/Quelle: .*/.exec(source)?.[0] ?? ''}`;
}

async function restartServer(port: number): Promise<void> {
  server = await startFileServer(folder, certificates, port);
}

test('a new desk takes its settings from the server before it opens; the machine wins', async () => {
  await launch();
  expect(await fixed(/Anrufliste aufbewahren/)).toMatch(/3.*policy\.json \(Nummer 2\)/s);
  expect(await fixed(/Farben/)).toMatch(/dunkel/);
});

test('without the server the last good ones apply, and nobody is alarmed', async () => {
  const port = Number(new URL(server.url).port);
  await server.close();
  await launch();
  expect(await fixed(/Anrufliste aufbewahren/)).toContain('Nummer 2');
  expect(await desk.getByText('Vorgaben der IT').count()).toBe(0);
  await launched?.close();

  await launch('new-profile');
  await desk.getByText('Die Vorgaben der IT konnten nicht abgerufen werden.').waitFor();
  expect(await fixed(/Anrufliste aufbewahren/)).toBeNull();
  await restartServer(port);
});

test.each<[string, () => Promise<unknown>, RegExp]>([
  [
    'signed by a stranger',
    () => publish({ $serial: 5, callListDays: 0 }, 'fremd'),
    /nicht von einem Schlüssel aus policyKeys unterschrieben/,
  ],
  [
    'an old copy',
    () => publish({ $serial: 1, callListDays: 0 }),
    /Nummer 1; dieser Platz hat schon Nummer 2/,
  ],
])(
  'settings that are %s are refused and told, and the last good ones apply',
  async (_what, put, says) => {
    await put();
    await launch();
    await desk.getByText('Vorgaben der IT vom Server wurden abgelehnt.').waitFor();
    const notice = desk.locator('.desk-notice', { hasText: 'Vorgaben der IT vom Server' });
    await notice.getByText('Einzelheiten', { exact: true }).click();
    await desk.getByText(says).waitFor();
    expect(await fixed(/Anrufliste aufbewahren/)).toContain('Nummer 2');
  },
);

test('a new desk opens without a server that stays silent, and says when its settings have come', async () => {
  await publish({ $serial: 4, callListDays: 6 });
  let release: () => void = () => undefined;
  server.hold = new Promise((resolve) => (release = resolve));
  await launch('silent');
  // It has not given up: it has opened meanwhile.
  expect(server.waiting).toBe(1);
  server.hold = null;
  release();
  await desk.getByText(waits).waitFor();
  await picture('policy-waiting');
  expect(await axeFindings(desk)).toEqual([]);
  await launched?.close();
  await launch('silent');
  expect(await fixed(/Anrufliste aufbewahren/)).toMatch(/6.*Nummer 4/s);
  expect(await desk.getByText(waits).count()).toBe(0);
});

test('newer ones are fetched beside the work, told between calls, and apply from the next start on', async () => {
  await publish({ $serial: 6, callListDays: 7 });
  await launch();
  expect(await fixed(/Anrufliste aufbewahren/)).toContain('Nummer 2');
  await desk.getByText(waits).waitFor();
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await desk.getByText(waits).waitFor({ state: 'detached' });
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
  await desk.getByText(waits).waitFor();
  await launched?.close();
  await launch();
  expect(await fixed(/Anrufliste aufbewahren/)).toMatch(/7.*Nummer 6/s);
});

test('--check-policy fetches and judges them', async () => {
  const check = async (): ReturnType<typeof runCommand> => {
    const file = join(work, 'machine.json');
    await writeFile(file, JSON.stringify(policy()));
    const { executable } = await electronRuntime();
    const args = [...sandboxArguments(), '--use-fake-device-for-media-stream', root];
    const profile = ['--user-data', join(work, 'check')];
    return runCommand(executable, [...args, '--check-policy', file, ...profile], { limit: 30_000 });
  };
  const good = await check();
  expect(good.output).toMatch(/in Ordnung {2}Vorgaben vom Server .*Nummer 6, unterschrieben/);
  expect(good.output).toContain('callListDays = 7  (Richtlinie)');
  await rm(join(folder, 'policy.json.sig'));
  const bad = await check();
  expect(bad.output).toMatch(/FEHLER.*Vorgaben vom Server.*Der Server antwortet mit 404/);
  expect(bad.code).toBe(1);
});

/** What the boxes of the operating system have asked and said; `agree` presses the first button. */
async function answerBoxes(agree: boolean): Promise<() => Promise<string[]>> {
  const { app } = launched ?? { app: null };
  await app?.evaluate(({ dialog }, first) => {
    const page = globalThis as { boxes?: string[] };
    page.boxes = [];
    dialog.showMessageBox = (...args: unknown[]) => {
      const options = args.at(-1) as { message: string; detail?: string; cancelId?: number };
      page.boxes?.push(`${options.message} ${options.detail ?? ''}`);
      return Promise.resolve({
        response: first ? 0 : (options.cancelId ?? 0),
        checkboxChecked: false,
      });
    };
  }, agree);
  return async () =>
    (await app?.evaluate(() => (globalThis as { boxes?: string[] }).boxes ?? [])) ?? [];
}

/** A second start with a link, as the desktop does it. */
async function click(link: string): Promise<void> {
  const { executable } = await electronRuntime();
  const profile = ['--user-data', launched?.userData ?? ''];
  await runCommand(executable, [...sandboxArguments(), root, ...profile, link], { limit: 20_000 });
}

const link = (): string =>
  `amtsdraht://provision?url=${encodeURIComponent(`${server.url}/policy.json`)}`;

test('a link sets nothing up unless the machine allows it', async () => {
  await launch('link-forbidden');
  const boxes = await answerBoxes(true);
  await click(link());
  await expect
    .poll(boxes)
    .toEqual([expect.stringMatching(/nicht eingerichtet.*provisioningLinks/)]);
});

test('a link asks, refuses what is bad in one sentence, and sets the desk up when a person agrees', async () => {
  await publish({ $serial: 9, callListDays: 5 });
  const allowed = {
    provisioningLinks: true,
    policyKeys: [key],
    extraCaFile: certificates.caFile,
  };
  const userData = join(work, 'link-allowed');
  launched = await launchApp({ policy: allowed, userData });
  desk = await launched.desk();
  await waitForRegistered(desk);

  let boxes = await answerBoxes(false);
  await click('amtsdraht://provision?url=http%3A%2F%2Flocalhost%2Fp');
  await expect.poll(boxes).toEqual([expect.stringContaining('beginnt nicht mit https://')]);
  await click(link());
  await expect
    .poll(boxes)
    .toEqual([expect.anything(), expect.stringMatching(/einrichten\?.*policy\.json/s)]);

  boxes = await answerBoxes(true);
  await publish({ $serial: 9, callListDays: 5 }, 'fremd');
  await click(link());
  await expect
    .poll(boxes)
    .toEqual([expect.anything(), expect.stringMatching(/nicht von einem Schlüssel/)]);
  await publish({ $serial: 9, callListDays: 5 });
  // It would start itself anew, beside the test.
  await launched.app.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  const { app } = launched;
  const gone = new Promise<void>((resolve) => {
    app.once('close', () => {
      resolve();
    });
  });
  await click(link());
  await gone;

  launched = await launchApp({ policy: allowed, userData });
  desk = await launched.desk();
  await waitForRegistered(desk);
  expect(await fixed(/Anrufliste aufbewahren/)).toMatch(/5.*Nummer 9/s);
});
