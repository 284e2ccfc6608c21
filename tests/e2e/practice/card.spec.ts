import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack } from '../../../main/knowledge/index.ts';
import { localTimeAt } from '../../../shared/knowledge/local-time.ts';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { root } from '../../../tools/setup/paths.ts';
import { Publisher } from '../../integration/knowledge/sync/publisher.ts';
import { axeFindings } from '../support/axe.ts';
import {
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let publisher: Publisher;
let pack: KnowledgePack;
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  const loaded = await loadPack(join(root, 'assets', 'demo-pack'));
  if (!loaded.ok) throw new Error('the demonstration pack is not valid');
  pack = loaded.value;
  publisher = await Publisher.create();
  await publisher.publish(pack);
  launched = await launchApp({
    policy: {
      knowledgeSources: [publisher.repository],
      knowledgeRootFile: join(publisher.repository, 'metadata', '1.root.json'),
      knowledgeSyncMinutes: 1440,
    },
  });
  desk = await launched.desk();
  await waitForRegistered(desk);
});
afterAll(async () => {
  await launched.close();
  await publisher.remove();
});

/** Local hour as a pack writes it. */
function hourOf(at: number): string {
  const { day, minutes } = localTimeAt(at, 'Europe/Berlin');
  return `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}`;
}

function crisisLine({ lines }: KnowledgePack): KnowledgePack['lines'][number] {
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  return {
    ...line,
    id: 'krisentelefon',
    name: 'Krisentelefon',
    numbers: ['+494066969599'],
    displayPrefixes: [],
  };
}

async function ring(scenario: RegExp): Promise<void> {
  await desk.getByRole('button', { name: scenario }).click();
  await waitForRinging(desk);
}

test('a crisis that is published during a call is on its card, with its words and its topic', async () => {
  await ring(/Stadt Wedel: Personalausweis/);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await publisher.publish({
    ...pack,
    lines: [...pack.lines, crisisLine(pack)],
    notices: [
      ...pack.notices,
      {
        id: 'hochwasser',
        title: 'Hochwasser an der Elbe',
        text: 'Die Sporthalle am Rosengarten ist geöffnet.',
        severity: 'crisis',
        say: 'Bitte meiden Sie die Uferbereiche.',
        version: '2 von 14:00 Uhr',
        articles: ['gewerbe-anmelden'],
        calls: [{ hour: hourOf(Date.now()), count: 37 }],
        lines: ['stadt-wedel', 'krisentelefon'],
        areas: ['010560000000'],
        from: '2026-11-01',
        until: '2099-12-31',
      },
    ],
  });
  await desk
    .getByRole('contentinfo', { name: 'Alter des Wissens' })
    .getByRole('button', { name: 'Jetzt abgleichen' })
    .click();
  await desk.getByText('Krise: Hochwasser an der Elbe').waitFor();
  await waitForPhase(desk, 'connected', 'active');
  const said = await desk.locator('.desk-card__say').innerText();
  expect(said).toContain('„Bitte meiden Sie die Uferbereiche.“');
  expect(said).toContain('Fassung 2 von 14:00 Uhr');
  const first = await desk.locator('.desk-topic').first().innerText();
  expect(first).toContain('wegen: Hochwasser an der Elbe');
  expect(await axeFindings(desk)).toEqual([]);
});

test('a crisis has a picture by the hour, with its numbers in a table', async () => {
  const summary = desk.getByText(/^Anrufe hier: 1 in dieser Stunde, 1 in 8 Stunden/);
  await summary.focus();
  await desk.keyboard.press('Enter');
  const chart = desk.getByRole('img', { name: /Anrufe auf dieser Leitung je Stunde/ });
  await chart.waitFor();
  expect(await chart.locator('.desk-hours__here').count()).toBe(8);
  const current = desk.locator('.desk-hours__table tbody tr').last();
  expect(await current.getByRole('cell').allInnerTexts()).toEqual(['1', '37']);
  expect(await axeFindings(desk)).toEqual([]);
});

test('one key offers all lines, and what is chosen holds until the wrap-up', async () => {
  await pressOnDesk(desk, 'Control+l');
  await desk.getByText('Leitung berichtigen').waitFor();
  // It came with the pack while this call was talking.
  await desk.getByRole('button', { name: 'Krisentelefon', exact: true }).waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Stadt Elmshorn', exact: true }).click();
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Elmshorn');
  await pressOnDesk(desk, 'F10');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
  const line = desk.locator('.desk-facts').getByLabel('Leitung');
  expect(await line.locator('option:checked').innerText()).toBe('Stadt Elmshorn');
  await pressOnDesk(desk, '1');
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor({ state: 'detached' });
  await waitForIdle(desk);
});

test('115: a municipality without an administration of its own names its Amt', async () => {
  await ring(/^115: Reisepass/);
  await desk.getByRole('searchbox', { name: 'Kommune' }).fill('hei');
  await desk.getByRole('button', { name: 'Heist', exact: true }).click();
  await desk.getByText('zuständig: Amt Geest und Marsch Südholstein').waitFor();
  const opening = desk.getByRole('region', { name: 'Öffnungszeiten' });
  await opening.getByRole('heading', { name: 'Stellen für Heist' }).waitFor();
  const offices = await opening.getByRole('listitem').allInnerTexts();
  expect(offices[0]).toMatch(/^Amt Geest und Marsch Südholstein (geöffnet|geschlossen)/);
  expect(offices.at(-1)).toContain('Kreishaus');
  expect(await axeFindings(desk)).toEqual([]);
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});

test('115: one key takes the guess of the area code, a digit another town', async () => {
  await ring(/^115: Hundesteuer in einer Amtsgemeinde/);
  await desk.getByText('Vorwahl 04101: vermutlich Pinneberg').waitFor();
  const take = desk.getByRole('button', { name: 'Pinneberg übernehmen' });
  expect(await take.innerText()).toContain('0');
  expect((await readCard(desk)).municipality).toBe('Kommune noch offen');
  await pressOnDesk(desk, '0');
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Pinneberg');
  // The caller says something else.
  await pressOnDesk(desk, 'Control+o');
  await desk.keyboard.type('bo');
  const wanted = desk.getByRole('button', { name: 'Borstel-Hohenraden', exact: true });
  await wanted.waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await desk.keyboard.press((await wanted.innerText()).replaceAll(/\D/g, ''));
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Borstel-Hohenraden');
  await desk.getByText('zuständig: Amt Pinnau').waitFor();
  await desk.getByRole('heading', { name: 'Stellen für Borstel-Hohenraden' }).waitFor();
  // The digits are topics again.
  expect(await desk.getByRole('searchbox', { name: 'Kommune' }).count()).toBe(0);
  await pressOnDesk(desk, 'Control+o');
  await desk.keyboard.type('au1');
  await desk.getByRole('heading', { name: 'außerhalb des Kreises' }).waitFor();
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});

test('Ctrl+L and a digit put the line right, also in the wrap-up; Ctrl+O goes to its municipality', async () => {
  await ring(/^Stadt Pinneberg: Kita-Platz/);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await desk.keyboard.press('Control+l');
  const lines = desk.getByRole('group', { name: 'Leitung wählen' });
  const wedel = lines.getByRole('button', { name: 'Stadt Wedel', exact: true });
  expect(await lines.locator('button:focus').count()).toBe(1);
  await desk.keyboard.press((await wedel.innerText()).replaceAll(/\D/g, ''));
  await expect.poll(async () => (await readCard(desk)).line).toContain('Stadt Wedel');
  await lines.waitFor({ state: 'detached' });
  // The digits are topics again.
  await desk.keyboard.press('1');
  await desk.locator('.desk-article__title').waitFor();
  await desk.keyboard.press('F10');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
  const facts = desk.locator('.desk-facts');
  expect(await facts.getByLabel('Leitung').locator('option:checked').innerText()).toBe(
    'Stadt Wedel',
  );
  // Esc has nothing to close here, and Ctrl+O goes to the wrap-up and opens no picker behind it.
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+o');
  expect(await facts.locator('select:focus').count()).toBe(1);
  expect(await desk.getByRole('searchbox', { name: 'Kommune' }).count()).toBe(0);
  await desk.keyboard.press('Control+l');
  await desk.keyboard.type('Stadt E');
  await expect
    .poll(() => facts.getByLabel('Kommune').locator('option:checked').innerText())
    .toBe('Elmshorn');
  await desk.keyboard.press('Control+o');
  await desk.keyboard.type('Heis');
  await expect
    .poll(() => facts.getByLabel('Kommune').locator('option:checked').innerText())
    .toBe('Heist');
  expect(await facts.getByLabel('Leitung').locator('option:checked').innerText()).toBe(
    'Stadt Elmshorn',
  );
  // The note, the gap and the shift have keys as well.
  await desk.keyboard.press('Control+n');
  await desk.keyboard.type('fragt nach 2 Plätzen');
  expect(await desk.getByLabel('Notiz').inputValue()).toBe('fragt nach 2 Plätzen');
  await desk.keyboard.press('Control+g');
  await desk.getByRole('dialog', { name: 'Lücke melden' }).waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.keyboard.press('Control+s');
  await desk.getByRole('dialog', { name: 'Meine Schicht' }).waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await pressOnDesk(desk, '1');
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor({ state: 'detached' });
  await waitForIdle(desk);
});

test('115: a caller from elsewhere, and a mobile number that tells no place', async () => {
  await ring(/^115: Reisepass/);
  await desk.getByText(/Vorwahl 040: Hamburg, aber auch/).waitFor();
  await desk.getByRole('button', { name: 'außerhalb des Kreises' }).click();
  await desk.getByRole('heading', { name: 'außerhalb des Kreises' }).waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});

test('what the caller chose in the voice menu stands on the card and is the first topic', async () => {
  await ring(/Alten Führerschein umtauschen/);
  const said = await desk.locator('.desk-card__menu').innerText();
  expect(said).toMatch(/^Anrufer wählte im Sprachmenü: .*Führerschein/);
  const topics = await desk.locator('.desk-topic').allInnerTexts();
  // The crisis of the first test goes before it.
  expect(topics[0]).toContain('wegen: Hochwasser an der Elbe');
  expect(topics.find((topic) => topic.includes('im Sprachmenü gewählt'))).toContain('Führerschein');
  expect(await axeFindings(desk)).toEqual([]);
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});

test('what the whole centre was asked lately stands before the topics of the line, with its reason', async () => {
  const [perso] = pack.lines.find(({ id }) => id === 'stadt-wedel')?.topics.slice(-1) ?? [];
  if (perso === undefined) throw new Error('the line has no topic');
  const until = localTimeAt(Date.now(), 'Europe/Berlin').day;
  await publisher.publish({
    ...pack,
    notices: [],
    lines: pack.lines.map((line) =>
      line.id === 'stadt-wedel'
        ? { ...line, asked: { until, articles: [{ article: perso, count: 23 }] } }
        : line,
    ),
  });
  await desk
    .getByRole('contentinfo', { name: 'Alter des Wissens' })
    .getByRole('button', { name: 'Jetzt abgleichen' })
    .click();
  await ring(/Stadt Wedel: Personalausweis/);
  await desk.getByText('im ganzen Haus zuletzt 23-mal gefragt').waitFor();
  expect(await desk.locator('.desk-topic').first().innerText()).toContain('23-mal');
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});
