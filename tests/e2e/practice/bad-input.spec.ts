import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../../tools/setup/paths.ts';
import {
  expectToHear,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/electron-app.ts';

let folder: string;
let launched: LaunchedApp | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-bad-'));
});
afterEach(async () => {
  await launched?.close();
  launched = null;
  await rm(folder, { recursive: true, force: true });
});

async function launch(options: LaunchOptions): Promise<LaunchedApp> {
  launched = await launchApp(options);
  return launched;
}

/** The sentence stands in the window and in the log, and a practice call still arrives. */
async function expectToldAndUsable(app: LaunchedApp, sentence: string): Promise<void> {
  const desk = await app.desk();
  await desk.getByText(sentence).first().waitFor();
  const log = await readFile(join(app.userData, 'logs', 'amtsdraht.log'), 'utf8');
  expect(log).toContain(sentence);
  await waitForRegistered(desk);
}

async function expectPracticeCall(app: LaunchedApp): Promise<void> {
  const desk = await app.desk();
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
}

test('no account: practice mode is offered and says how to get out of it', async () => {
  const app = await launch({});
  await expectToldAndUsable(app, 'Es ist kein Konto an der Telefonanlage eingetragen.');
  await expectPracticeCall(app);
});

describe('a broken settings file is told, kept aside and not overwritten', () => {
  test.each([
    ['no JSON', '{"language": "de",'],
    ['a value that does not fit', '{"language": "klingonisch"}'],
    ['a key that does not exist', '{"sprache": "de"}'],
    ['not even text', '\u0000\u0001\u0002'],
  ])('%s', async (_what, content) => {
    const profile = join(folder, 'profile');
    await mkdir(profile);
    await writeFile(join(profile, 'settings.json'), content);
    const app = await launch({ userData: profile, policy: { setupAtStart: false } });
    await expectToldAndUsable(app, 'Die Einstellungsdatei war unlesbar und wurde beiseitegelegt.');
    const aside = (await readdir(profile)).find((name) => name.startsWith('settings.defekt-'));
    expect(aside).toBeDefined();
    expect(await readFile(join(profile, aside ?? ''), 'utf8')).toBe(content);
  });
});

test('no microphone: told at the start, and a call can still be taken and heard', async () => {
  const app = await launch({ noMicrophone: true });
  await expectToldAndUsable(app, 'Es ist kein Mikrofon angeschlossen.');
  const desk = await app.desk();
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await expectToHear(await app.phone(), 0.01);
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);
});

test('a folder where the settings file should be', async () => {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'settings.json'), { recursive: true });
  const app = await launch({ userData: profile, policy: { setupAtStart: false } });
  await expectToldAndUsable(app, 'Die Einstellungsdatei war unlesbar und wurde beiseitegelegt.');
});

test('a broken policy is told with its reason and does not apply', async () => {
  const app = await launch({ policy: { account: { registrars: ['http://x'], user: 'a b' } } });
  await expectToldAndUsable(app, 'Vorgaben der IT sind fehlerhaft. Was falsch ist, gilt nicht.');
  const desk = await app.desk();
  await desk.getByText('Einzelheiten', { exact: true }).click();
  expect(await desk.locator('.desk-detail pre').innerText()).toMatch(/wss:\/\/host/);
});

describe('a broken pack is told with file and reason, and the telephone works', () => {
  const demo = join(root, 'assets', 'demo-pack');

  test.each<[string, (pack: string) => Promise<void>, RegExp]>([
    ['no folder', (pack) => rm(pack, { recursive: true }), /pack/],
    ['a broken JSON file', (pack) => writeFile(join(pack, 'lines.json'), '[{'), /lines\.json/],
    [
      'an article without its sentence',
      (pack) =>
        writeFile(
          join(pack, 'articles', 'kaputt.md'),
          '---\nid: kaputt\ntitle: Kaputt\nservice: kaputt\n---\n\n## Erfunden\n\nText\n',
        ),
      /kaputt\.md/,
    ],
  ])('%s', async (_what, damage, detail) => {
    const pack = join(folder, 'pack');
    await cp(demo, pack, { recursive: true });
    await damage(pack);
    const app = await launch({ policy: { packFolder: pack } });
    await expectToldAndUsable(app, 'Das Wissenspaket ist fehlerhaft und wurde nicht geladen.');
    const desk = await app.desk();
    await desk.getByText('Einzelheiten', { exact: true }).click();
    expect(await desk.locator('.desk-detail pre').innerText()).toMatch(detail);
    // Search finds nothing, but answers.
    await pressOnDesk(desk, 'p');
    await desk.getByText('Kein Treffer').waitFor();
  });
});

test('user text of any kind is only a search', async () => {
  const app = await launch({});
  const desk = await app.desk();
  await waitForRegistered(desk);
  const field = desk.getByRole('searchbox', { name: /Suche/ });
  for (const text of [
    'a:b',
    '+',
    '*',
    '~',
    '+*',
    '😀',
    '<img src=x onerror=alert(1)>',
    'x'.repeat(10_000),
  ]) {
    await field.fill(text);
    await desk
      .getByText(/Kein Treffer|Treffer$/)
      .first()
      .waitFor();
  }
  expect(await desk.locator('img').count()).toBe(0);
  await field.fill('personalausweis');
  await desk.locator('.desk-hit').first().waitFor();
});
