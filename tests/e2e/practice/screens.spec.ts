import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chooseAgentState,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { expectGoodScreen } from '../support/screens.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).waitFor();
});
afterAll(async () => {
  await launched.close();
});

/** Every screen an agent meets, and how to get there from the one before. */
const screens: readonly (readonly [string, () => Promise<void>])[] = [
  ['ready', async () => waitForIdle(desk)],
  [
    'what the registration rests on',
    async () => {
      await desk.getByRole('button', { name: 'Nachweis' }).click();
      const answered = desk.getByRole('row', { name: /Letzte Antwort der Anlage vor \d+ Sekunde/ });
      await answered.waitFor();
    },
  ],
  [
    'set-up: microphone',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await pressOnDesk(desk, 'Control+e');
      await desk.getByText('Ihr Mikrofon nimmt Sie auf.').waitFor();
    },
  ],
  [
    'set-up: ring',
    async () => {
      await desk.getByRole('button', { name: 'Weiter' }).click();
      await desk.getByRole('button', { name: 'Klingeln anhören' }).waitFor();
    },
  ],
  [
    'set-up: test call',
    async () => {
      await desk.getByRole('button', { name: 'Weiter' }).click();
      await desk.getByRole('button', { name: 'Probeanruf starten' }).waitFor();
    },
  ],
  [
    'settings',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
      await desk.getByRole('dialog').waitFor();
    },
  ],
  [
    'settings with errors',
    async () => {
      await desk.getByLabel('Adresse der Anlage').fill('http://falsch');
      await desk.getByRole('button', { name: 'Speichern', exact: true }).click();
      await desk.getByText('Bitte eine Adresse der Form wss').waitFor();
    },
  ],
  [
    'health',
    async () => {
      await desk.getByRole('button', { name: 'Zustand anzeigen' }).click();
      await desk.getByText('abgefragt um').waitFor();
    },
  ],
  [
    'keys',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await pressOnDesk(desk, 'F1');
      await desk.getByRole('dialog').waitFor();
    },
  ],
  [
    'dial',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await pressOnDesk(desk, 'F3');
      await desk.getByLabel('Rufnummer').waitFor();
    },
  ],
  [
    'emergency call in practice',
    async () => {
      await desk.getByLabel('Rufnummer').fill('112');
      await desk.keyboard.press('Enter');
      await desk.getByText('Übungsbetrieb: Es wird kein Notruf abgesetzt.').waitFor();
    },
  ],
  [
    'directory',
    async () => {
      await desk.getByLabel('Rufnummer').fill('rathaus');
      await desk.getByRole('listbox', { name: 'Verzeichnis' }).waitFor();
    },
  ],
  [
    'menu of the agent state',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await pressOnDesk(desk, 'F12');
      await desk.getByRole('menuitem', { name: 'Pause: Mittag' }).waitFor();
    },
  ],
  [
    'on a break',
    async () => {
      await desk.keyboard.press('Escape');
      await chooseAgentState(desk, 'Pause: Mittag');
      await desk.getByRole('heading', { name: 'Pause: Mittag' }).waitFor();
    },
  ],
  [
    'empty call list',
    async () => {
      await chooseAgentState(desk, 'Bereit');
      await pressOnDesk(desk, 'F11');
      await desk.getByText('Es gab noch keine Anrufe.').waitFor();
    },
  ],
  [
    'nothing to redial',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await pressOnDesk(desk, 'Control+r');
      await desk.getByText('Sie haben noch niemanden angerufen.').waitFor();
    },
  ],
  [
    'unknown line',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('button', { name: 'Unbekannte Nummer: Auto zulassen' }).click();
      await waitForRinging(desk);
    },
  ],
  [
    'call list',
    async () => {
      await pressOnDesk(desk, 'Escape');
      await waitForIdle(desk);
      await pressOnDesk(desk, 'F11');
      await desk.getByText('· abgewiesen').waitFor();
    },
  ],
  [
    '115 with municipalities to choose',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await desk.getByRole('button', { name: '115: Reisepass für ein Kind' }).click();
      await waitForRinging(desk);
      await desk.getByRole('searchbox', { name: 'Kommune' }).fill('Ha');
      await desk.getByRole('button', { name: 'Haseldorf' }).waitFor();
    },
  ],
  [
    '115 with the offices of the chosen municipality',
    async () => {
      await desk.getByRole('button', { name: 'Haseldorf' }).click();
      await desk.getByRole('heading', { name: 'Stellen für Haseldorf' }).waitFor();
    },
  ],
  [
    'ringing',
    async () => {
      await pressOnDesk(desk, 'Escape');
      await waitForIdle(desk);
      await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
      await waitForRinging(desk);
    },
  ],
  [
    'article',
    async () => {
      await pressOnDesk(desk, 'Enter');
      await waitForPhase(desk, 'connected');
      await pressOnDesk(desk, '1');
      await desk.getByRole('heading', { name: 'Sagen' }).waitFor();
    },
  ],
  [
    'article with QR code and spelling, larger type',
    async () => {
      await desk.getByRole('button', { name: 'Größere Schrift' }).click();
      const ways = desk.locator('.desk-links');
      await ways.getByRole('button', { name: 'Buchstabieren' }).first().click();
      await desk.getByRole('list', { name: /Buchstabiert/ }).waitFor();
      await ways.getByRole('button', { name: 'QR-Code' }).first().click();
      await desk.getByRole('img', { name: /QR-Code für/ }).waitFor();
    },
  ],
  [
    'calls by the hour in a crisis',
    async () => {
      await pressOnDesk(desk, 'Escape');
      await desk.getByText(/^Anrufe hier:/).click();
      await desk.getByRole('img', { name: /Anrufe auf dieser Leitung je Stunde/ }).waitFor();
    },
  ],
  [
    'line to correct',
    async () => {
      await pressOnDesk(desk, 'Control+l');
      await desk.getByText('Leitung berichtigen').waitFor();
    },
  ],
  [
    'transfer, with the responsible office first',
    async () => {
      await pressOnDesk(desk, 'Escape');
      await desk.getByText('Leitung berichtigen').waitFor({ state: 'detached' });
      await pressOnDesk(desk, '1');
      await desk.getByRole('heading', { name: 'Sagen' }).waitFor();
      await pressOnDesk(desk, 'F4');
      await desk.getByLabel('Rufnummer oder Stelle').waitFor();
      const first = desk.getByRole('option').first();
      await first.getByText('Bürgerbüro Wedel').waitFor();
      await first.getByText('zuständig laut Artikel').waitFor();
    },
  ],
  [
    'transfer, by name',
    async () => {
      await desk.keyboard.type('stand');
      await desk.getByRole('option', { name: /Standesamt Wedel/ }).waitFor();
    },
  ],
  [
    'transfer, with an error',
    async () => {
      await desk.getByLabel('Rufnummer oder Stelle').fill('Rathaus am Mond');
      await desk.getByRole('option').first().waitFor({ state: 'detached' });
      await desk.keyboard.press('Enter');
      await desk.getByText('Das ist keine Rufnummer.').waitFor();
    },
  ],
  [
    'transfer that has failed, with the caller back',
    async () => {
      await desk.getByLabel('Rufnummer oder Stelle').fill('stand');
      await desk.getByRole('option', { name: /Standesamt Wedel/ }).waitFor();
      await desk.keyboard.press('ArrowDown');
      await desk.keyboard.press('Enter');
      // The announcer says it as well.
      await desk.getByText('Weiterleiten fehlgeschlagen: Nummer nicht vergeben.').first().waitFor();
      await waitForPhase(desk, 'connected', 'active');
    },
  ],
  [
    'keypad and hits',
    async () => {
      await pressOnDesk(desk, 'F7');
      await desk.getByRole('group', { name: 'Tastenfeld' }).waitFor();
      await desk.getByRole('searchbox', { name: /Suche/ }).fill('steuer');
      await desk.locator('.desk-hit').first().waitFor();
    },
  ],
  [
    'why a hit was found',
    async () => {
      await desk.getByRole('searchbox', { name: /Suche/ }).fill('perso verl');
      await desk
        .locator('.desk-hit mark', { hasText: /^verl$/i })
        .first()
        .waitFor();
      await desk.keyboard.press('ArrowDown');
      await desk.keyboard.press('ArrowRight');
      await desk.keyboard.press('ArrowRight');
      await desk.keyboard.press('Enter');
      await desk.locator('.desk-reason li').first().waitFor();
    },
  ],
  [
    'no hit',
    async () => {
      await desk.getByRole('searchbox', { name: /Suche/ }).fill('xyzzyxyzzy');
      await desk.getByText('Kein Treffer').waitFor();
    },
  ],
  [
    'gap',
    async () => {
      await desk.getByRole('button', { name: 'Antwort fehlt oder ist falsch' }).click();
      await desk.getByRole('dialog').waitFor();
    },
  ],
  [
    'wrap-up',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await pressOnDesk(desk, 'F10');
      await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
    },
  ],
  [
    'wrap-up with a call-back and without consent',
    async () => {
      await pressOnDesk(desk, '3');
      await desk.keyboard.press('Enter');
      await desk.getByText('Ohne Einverständnis wird keine Nummer gespeichert.').waitFor();
    },
  ],
  [
    'no call-back waits, and one is entered',
    async () => {
      await desk.getByText('ist einverstanden, dass die Nummer gespeichert wird').click();
      await pressOnDesk(desk, 'Enter');
      await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor({ state: 'detached' });
      await pressOnDesk(desk, 'Control+b');
      await desk.getByText('Niemand wartet auf einen Rückruf.').waitFor();
      await desk.getByRole('button', { name: 'Rückruf eintragen' }).click();
      await desk.getByLabel('Rufnummer', { exact: true }).fill('04103 7070');
    },
  ],
  [
    'call-backs',
    async () => {
      await desk.getByText('ist einverstanden, dass die Nummer gespeichert wird').click();
      await desk.getByRole('button', { name: 'Speichern' }).click();
      await desk.locator('.desk-call-list__row').waitFor();
    },
  ],
  [
    'shift',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await desk.getByRole('button', { name: 'Meine Schicht' }).click();
      await desk.getByRole('dialog').waitFor();
    },
  ],
  [
    'what a practice call was like',
    async () => {
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await desk.getByRole('region', { name: /^Rückschau/ }).waitFor();
    },
  ],
];

describe('every screen', () => {
  for (const [name, open] of screens)
    test(`${name}: axe finds nothing in any theme, and nothing is cut off at 200 %`, async () => {
      await open();
      await expectGoodScreen(launched, name);
    });
});

test('the page loads nothing from elsewhere and breaks no content policy', async () => {
  const fresh = await launchApp();
  try {
    const page = await fresh.desk();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!/^(app|data):/.test(request.url())) foreign.push(request.url());
    });
    await page.reload();
    await waitForRegistered(page);
    await page.getByRole('button', { name: 'Einstellungen', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  } finally {
    await fresh.close();
  }
});
