// One article with everything that an article can have, read with a caller on the line.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../tools/setup/paths.ts';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForPhase, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

const wedel = '010560050050';
let pack: string;
let launched: LaunchedApp;
let desk: Page;

/** The demonstration with a register of responsibilities and one article that has all there is. */
async function makePack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-article-'));
  await cp(join(root, 'assets', 'demo-pack'), folder, { recursive: true });
  const file = join(folder, 'articles', 'wedel', 'hundesteuer-anmelden-wedel.md');
  const text = await readFile(file, 'utf8');
  const head = [
    'links:',
    "  - { title: 'Hundesteuersatzung', url: 'https://www.beispielstadt.example/satzung/hund' }",
    'translations:',
    '  - language: en',
    '    languageName: Englisch',
    '    title: Register a dog',
    '    method: machine',
    '    modules:',
    '      say: Please send us the form within two weeks.',
    'approval: { on: 2026-01-09, by: Kämmerei }',
    "validUntil: '2099-12-31'",
  ];
  const body = `
## Hinweis für Agenten

Erst fragen, ob der Hund schon in einer anderen Gemeinde angemeldet war.

## Frist

Innerhalb von **14 Tagen**.

## Dauer

Etwa eine Woche.

## Rechtsgrundlage

§ 3 der Hundesteuersatzung der Stadt Wedel
`;
  const [, front = '', content = ''] = text.split(/^---$/m);
  // A second section of a name is an error of the pack, so this cannot drift from the demonstration.
  await writeFile(file, `---${front}${head.join('\n')}\n---\n${content.trimEnd()}\n${body}`);
  await writeFile(
    join(folder, 'online-services.json'),
    JSON.stringify([
      {
        id: 'hund-online',
        title: 'Hund online anmelden',
        url: 'https://service.beispielstadt.example/hund',
        trustLevel: '30',
        needs: 'Online-Ausweis mit PIN',
      },
    ]),
  );
  await writeFile(
    join(folder, 'responsibilities.json'),
    JSON.stringify([
      {
        service: 'hundesteuer-anmelden',
        area: wedel,
        offices: ['wedel-buergerbuero'],
        onlineServices: ['hund-online'],
      },
    ]),
  );
  return folder;
}

beforeAll(async () => {
  pack = await makePack();
  launched = await launchApp({ policy: { packFolder: pack } });
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await desk.getByRole('searchbox', { name: /Suche/ }).fill('hund anmelden');
  await desk.locator('.desk-hit').first().waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: 'Hundesteuer in Wedel: Hund anmelden' }).waitFor();
});
afterAll(async () => {
  await launched.close();
  await rm(pack, { recursive: true, force: true });
});

const page = () => desk.locator('.desk-article');

test('what the agent has to know and to say comes first, the office before the small print', async () => {
  expect(await page().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
    'Hinweis für Agenten',
    'Sagen',
    'Unterlagen',
    'Gebühr',
    'Frist',
    'Dauer',
    'Wo und wann',
    'Zuständige Stelle',
    'Online-Dienst',
    'Rechtsgrundlage',
    'Links',
    'Andere Fassungen',
    'Dazu auch',
  ]);
  const text = await page().innerText();
  expect(text).toContain('Gilt für: Wedel');
  expect(text).toContain('zuständig nach Zuständigkeitsverzeichnis');
  expect(text).toMatch(/Bürgerbüro Wedel · heute (geschlossen|Feiertag|\d)/);
  expect(text).toContain('Vertrauensniveau 30 von 40 · Nötig: Online-Ausweis mit PIN');
  expect(text).toMatch(/Quelle: Amtsdraht-Demonstration · Stand: .*2026 · LeiKa 99102013104000/);
  expect(await axeFindings(desk)).toEqual([]);
});

test('it is copied as plain text, without the hint for agents', async () => {
  await page().getByRole('button', { name: 'Als Text kopieren' }).click();
  await page().getByRole('button', { name: 'Kopiert' }).waitFor();
  const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^Hundesteuer in Wedel: Hund anmelden\n\nSagen\nIn Wedel genügt/);
  expect(copied).toContain('Innerhalb von 14 Tagen.');
  expect(copied).toContain('Hund online anmelden: https://service.beispielstadt.example/hund');
  expect(copied).not.toContain('Erst fragen');
});

test('a translation by a machine says so', async () => {
  await page().getByRole('button', { name: 'Englisch' }).click();
  await page().getByText('Please send us the form within two weeks.').waitFor();
  await page().getByText('Maschinell übersetzt').waitFor();
  expect(await page().getByRole('heading', { level: 2 }).getAttribute('lang')).toBe('en');
  await page().getByRole('button', { name: 'Deutsch' }).click();
  await page().getByText('In Wedel genügt ein Formular').waitFor();
});

test('on paper stands the article and nothing else', async () => {
  await desk.emulateMedia({ media: 'print' });
  const shown = await desk.evaluate(() =>
    [
      '.desk-call',
      '.desk-search',
      '.desk-article__bar',
      '.desk-module--agentHint',
      '.desk-module--say',
    ].map((selector) => (document.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0) > 0),
  );
  await desk.emulateMedia({ media: null });
  expect(shown).toEqual([false, false, false, false, true]);
});

test('the neighbour by the same object is one key away, and the number opens the transfer', async () => {
  await page().getByRole('button', { name: 'Hundesteuer in Wedel: Hund abmelden' }).click();
  await page().getByText('Schicken Sie bitte die Abmeldung').waitFor();
  await page()
    .getByRole('button', { name: /^Weiterleiten: / })
    .first()
    .click();
  await desk.getByRole('dialog').waitFor();
  await desk.keyboard.press('Escape');
});
