// npm run bench -- keys: keys from the first ring until the call is completed, by keyboard alone.
import type { Page } from 'playwright-core';
import { launchApp } from '../e2e/support/electron-app.ts';
import {
  pressOnDesk,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../e2e/support/desk.ts';
import { prepareForElectron } from '../e2e/support/prepare.ts';

interface Script {
  readonly scenario: RegExp;
  readonly what: string;
  /** Keys of the conversation; words are typed letter by letter. */
  readonly talk: readonly string[];
  /** Selector or text that proves that the keys did what they should. */
  readonly proof: string;
  readonly outcome: '1' | '2' | '4' | '5';
}

const scripts: readonly Script[] = [
  {
    scenario: /^Stadt Wedel: Personalausweis/,
    what: 'Thema der Leitung öffnen, gelöst',
    talk: ['1'],
    proof: '.desk-article__title',
    outcome: '1',
  },
  {
    scenario: /^Stadt Pinneberg: Hund/,
    what: 'suchen mit vier Buchstaben, ersten Treffer öffnen, gelöst',
    talk: ['hund', 'Enter'],
    proof: '.desk-article__title',
    outcome: '1',
  },
  {
    scenario: /^Stadt Elmshorn: Nach dem Umzug/,
    what: 'suchen, zweiten Treffer öffnen, gelöst',
    talk: ['umzug', 'ArrowDown', 'ArrowDown', 'Enter'],
    proof: '.desk-article__title',
    outcome: '1',
  },
  {
    scenario: /^Kreis Pinneberg: Alten Führerschein/,
    what: 'Thema der Leitung öffnen, gelöst',
    talk: ['1'],
    proof: '.desk-article__title',
    outcome: '1',
  },
  {
    scenario: /^Abfall: Sperrmüll/,
    what: 'zwei Themen nacheinander, gelöst',
    talk: ['1', 'Escape', '2'],
    proof: '.desk-article__title',
    outcome: '1',
  },
  {
    scenario: /^Stadt Wedel: Personalausweis/,
    what: 'Alltagswort suchen, nicht zuständig',
    talk: ['tüv', 'Enter'],
    proof: '.desk-article__title',
    outcome: '4',
  },
  {
    scenario: /^Stadt Pinneberg: Hund/,
    what: 'halten und zurückholen, gelöst',
    talk: ['F9', 'F9'],
    proof: '[data-hold=active]',
    outcome: '1',
  },
  {
    scenario: /^Stadt Elmshorn: Nach dem Umzug/,
    what: 'stumm und wieder an, gelöst',
    talk: ['F8', 'F8'],
    proof: '[data-phase=connected]',
    outcome: '1',
  },
  {
    scenario: /^Kreis Pinneberg: Alten Führerschein/,
    what: 'nichts gebraucht, gelöst',
    talk: [],
    proof: '[data-phase=connected]',
    outcome: '1',
  },
  {
    scenario: /^Stadt Wedel: Personalausweis/,
    what: 'falsch verbunden, abgebrochen',
    talk: [],
    proof: '[data-phase=connected]',
    outcome: '5',
  },
];

async function play(desk: Page, script: Script): Promise<number> {
  const button = desk.getByRole('button', { name: script.scenario });
  await button.click();
  await waitForRinging(desk);
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    if (key === 'Enter' && keys > 1) await desk.keyboard.press(key);
    else await pressOnDesk(desk, key);
  };
  await press('Enter');
  await waitForPhase(desk, 'connected', 'active');
  for (const step of script.talk) {
    if (/^\p{Ll}{2,}$/u.test(step)) {
      const [first = '', ...rest] = step;
      await pressOnDesk(desk, first);
      await desk.keyboard.type(rest.join(''));
      keys += step.length;
      await desk.locator('.desk-hit').first().waitFor();
    } else if (step === 'ArrowDown' || step === 'Enter') {
      await desk.keyboard.press(step);
      keys += 1;
    } else await press(step);
    if (step === 'F9') await desk.locator('[data-hold=held],[data-hold=active]').first().waitFor();
    await desk.waitForTimeout(300);
  }
  await desk.locator(script.proof).first().waitFor();
  await press('F10');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
  await press(script.outcome);
  await press('Enter');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor({ state: 'detached' });
  return keys;
}

const cleanUp = await prepareForElectron();
const launched = await launchApp();
try {
  const desk = await launched.desk();
  await waitForRegistered(desk);
  const rows: { Anruf: string; Tasten: number }[] = [];
  for (const script of scripts) {
    await desk.getByRole('button', { name: script.scenario }).waitFor();
    rows.push({ Anruf: script.what, Tasten: await play(desk, script) });
    await desk.waitForTimeout(500);
  }
  console.table(rows);
} finally {
  await launched.close();
  await cleanUp();
}
