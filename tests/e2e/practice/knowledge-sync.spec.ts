import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack } from '../../../main/knowledge/index.ts';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { root } from '../../../tools/setup/paths.ts';
import { filesOf } from '../../integration/knowledge/sync/forge.ts';
import { Publisher } from '../../integration/knowledge/sync/publisher.ts';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForIdle, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let publisher: Publisher;
let pack: KnowledgePack;
let launched: LaunchedApp;
let desk: Page;
let profile: string;

beforeAll(async () => {
  const loaded = await loadPack(join(root, 'assets', 'demo-pack'));
  if (!loaded.ok) throw new Error('the demonstration pack is not valid');
  pack = loaded.value;
  publisher = await Publisher.create();
  await publisher.publish(withNotice('Erster Stand der Veröffentlichung'));
  profile = join(publisher.work, 'profile');
  await launch();
});
afterAll(async () => {
  await launched.close();
  await publisher.remove();
});

/** The demonstration with one more notice for Wedel and a name of its line that says the same. */
function withNotice(title: string): KnowledgePack {
  return {
    ...pack,
    lines: pack.lines.map((line) =>
      line.id === 'stadt-wedel' ? { ...line, greeting: `Guten Tag, ${title}.` } : line,
    ),
    notices: [
      ...pack.notices,
      {
        id: 'neu',
        title,
        text: 'Kam ohne Neustart.',
        severity: 'warning',
        lines: ['stadt-wedel'],
        areas: [],
        from: '2026-11-01',
        until: '2099-12-31',
      },
    ],
  };
}

async function launch(policy: object = {}): Promise<void> {
  launched = await launchApp({
    userData: profile,
    policy: {
      knowledgeSources: [publisher.repository],
      knowledgeRootFile: join(publisher.repository, 'metadata', '1.root.json'),
      knowledgeSyncMinutes: 1440,
      ...policy,
    },
  });
  desk = await launched.desk();
  await waitForRegistered(desk);
}

const foot = () => desk.getByRole('contentinfo', { name: 'Alter des Wissens' });

async function synchronise(): Promise<void> {
  const button = foot().getByRole('button', { name: 'Jetzt abgleichen' });
  await button.click();
  await expect.poll(() => button.isEnabled(), { timeout: 20_000 }).toBe(true);
}

/** Takes a practice call for Wedel and reads its card. */
async function cardOfWedel(): Promise<string> {
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  const card = await desk.locator('.desk-call').innerText();
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
  return card;
}

async function log(): Promise<string> {
  return readFile(join(profile, 'logs', 'amtsdraht.log'), 'utf8');
}

test('the first start fetches the pack, and its age stands in the window', async () => {
  await foot()
    .getByText(/Wissen: Stand .* · bestätigt/)
    .waitFor();
  expect(await cardOfWedel()).toContain('Erster Stand der Veröffentlichung');
  await desk.getByRole('searchbox', { name: /Suche/ }).fill('personalausweis');
  await desk.locator('.desk-hit').first().waitFor();
  expect(await axeFindings(desk)).toEqual([]);
});

test('a notice and a greeting published meanwhile appear without a restart', async () => {
  await publisher.publish(withNotice('Zweiter Stand der Veröffentlichung'));
  await synchronise();
  await expect.poll(cardOfWedel, { timeout: 30_000 }).toContain('Zweiter Stand');
  expect(await cardOfWedel()).toContain('Guten Tag, Zweiter Stand der Veröffentlichung.');
  expect(await cardOfWedel()).not.toContain('Erster Stand');
});

test('a pack that was tampered with is refused with its reason, and the old one stays', async () => {
  const before = new Set(await filesOf(publisher.repository));
  const good = await publisher.copy();
  await publisher.publish(withNotice('Gefälschter Stand'));
  const fresh = (await filesOf(publisher.repository)).filter((file) => !before.has(file));
  for (const file of fresh.filter((name) => name.startsWith('blobs/'))) {
    const path = join(publisher.repository, file);
    const bytes = await readFile(path);
    const position = bytes.indexOf('Gef');
    if (position < 0) continue;
    bytes[position] = (bytes[position] ?? 0) ^ 1;
    await writeFile(path, bytes);
  }
  await synchronise();
  await desk.getByText('Ein Wissenspaket wurde abgelehnt.').waitFor();
  await desk.getByText('Einzelheiten', { exact: true }).click();
  const reason = /Die Datei „blobs\/.*“ ist unvollständig oder wurde verändert\./;
  expect(await desk.locator('.desk-detail pre').innerText()).toMatch(reason);
  expect(await foot().innerText()).toMatch(reason);
  expect(await log()).toMatch(/packRefused: Ein Wissenspaket wurde abgelehnt/);
  expect(await axeFindings(desk)).toEqual([]);
  expect(await cardOfWedel()).toContain('Zweiter Stand');
  // The publisher repairs it, and the banner goes.
  await publisher.replaceWith(good);
  await synchronise();
  await desk.getByText('Ein Wissenspaket wurde abgelehnt.').waitFor({ state: 'detached' });
});

test('without its source the application starts from the stored pack and says how old it is', async () => {
  await launched.close();
  await rename(publisher.repository, `${publisher.repository}-weg`);
  const root = join(`${publisher.repository}-weg`, 'metadata', '1.root.json');
  const note = join(profile, 'knowledge', 'confirmed.json');
  const confirmed = JSON.parse(await readFile(note, 'utf8')) as { at: number };
  await writeFile(note, JSON.stringify({ ...confirmed, at: confirmed.at - 3 * 3_600_000 }));
  await launch({ knowledgeRootFile: root, knowledgeMaxAgeHours: 2 });
  await foot().getByText('bestätigt vor 3 Stunden').waitFor();
  await synchronise();
  await foot()
    .getByText(/Die Quelle ist nicht erreichbar: der Ordner „.*“ fehlt\./)
    .waitFor();
  await desk.getByText('Das Wissen ist älter als vorgesehen.').waitFor();
  expect(await cardOfWedel()).toContain('Zweiter Stand');
});
