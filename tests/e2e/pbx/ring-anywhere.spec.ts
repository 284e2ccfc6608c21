import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForIdle, waitForPhase, waitForRinging } from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';
const pinneberg = '+494066969520';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  pbx = await Pbx.start();
  ({ launched, desk } = await openWorkplace(pbx));
});
afterAll(async () => {
  await launched.close();
  await pbx.stop();
});
afterEach(async () => {
  await pbx.rx('channel request hangup all');
  const wrapUp = desk.getByRole('heading', { name: 'Nachbearbeitung' });
  await desk.keyboard.press('Escape');
  await wrapUp
    .or(desk.getByRole('heading', { name: 'Bereit für Anrufe' }))
    .first()
    .waitFor();
  while (await wrapUp.isVisible()) {
    await pressOnDesk(desk, '1');
    const heading = await wrapUp.elementHandle();
    await desk.keyboard.press('Enter');
    await heading.waitForElementState('hidden');
  }
  await waitForIdle(desk);
});

async function ring(number = wedel): Promise<void> {
  await callFromOutside(pbx, { number, talkSeconds: 30 });
  await waitForRinging(desk);
}
const connected = (): Promise<void> => waitForPhase(desk, 'connected', 'active');
/** Whether all of it stands between the edges of the window and is not covered. */
async function inView(element: Locator): Promise<boolean> {
  return element.evaluate((shown) => {
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const inside = top >= 0 && bottom <= innerHeight;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return inside && there !== null && (shown.contains(there) || there.contains(shown));
  });
}
const dialog = () => desk.getByRole('dialog');

test('a dialog that is only looked at makes room, and Enter answers', async () => {
  await pressOnDesk(desk, 'F1');
  await dialog().waitFor();
  await ring();
  await dialog().waitFor({ state: 'detached' });
  await desk.keyboard.press('Enter');
  await connected();
});

test('Enter answers although the focus has stayed on a button', async () => {
  const keys = desk.getByRole('button', { name: 'Tasten' });
  await keys.click();
  await desk.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  // Where the focus came back to, and where the mouse would have left it.
  await keys.focus();
  await ring();
  await desk.keyboard.press('Enter');
  await connected();
  expect(await dialog().count()).toBe(0);
});

test('a control to which the agent goes while it rings keeps its Enter', async () => {
  await ring();
  await desk.keyboard.press('Tab');
  await desk.getByRole('button', { name: 'Abweisen' }).focus();
  await desk.keyboard.press('Enter');
  await waitForPhase(desk, 'ended');
});

test('the menu of states closes when it rings', async () => {
  await pressOnDesk(desk, 'F12');
  await desk.getByRole('menu').waitFor();
  await ring();
  await desk.getByRole('menu').waitFor({ state: 'detached' });
  await desk.keyboard.press('Enter');
  await connected();
});

test('a dialog with something written stays, says who calls, and answers', async () => {
  await pressOnDesk(desk, 'q');
  await desk.keyboard.type('xyzzy');
  await desk.getByRole('button', { name: 'Antwort fehlt oder ist falsch' }).click();
  await desk.getByLabel('Anmerkung für die Redaktion').fill('wird oft gefragt');
  await ring();
  const strip = dialog().getByRole('region', { name: 'Anrufkarte' });
  await strip.getByText('Stadt Wedel').waitFor();
  // Outside of the dialog everything is inert, but not what a screen reader is to say.
  const alert = desk.locator('[aria-live=assertive]').first();
  await expect.poll(() => alert.textContent()).toContain('Anruf auf Leitung Stadt Wedel');
  expect(
    await alert.evaluate((element) => element.closest('[inert], [aria-hidden=true]') === null),
  ).toBe(true);
  expect(await axeFindings(desk)).toEqual([]);
  expect(await desk.getByLabel('Anmerkung für die Redaktion').inputValue()).toBe(
    'wird oft gefragt',
  );
  await strip.getByRole('button', { name: 'Annehmen' }).click();
  await strip.getByText('Guten Tag').or(strip.getByText('Was kann ich')).first().waitFor();
  await desk.keyboard.press('Escape');
  await connected();
});

test('in a field with nothing in it Enter answers', async () => {
  await pressOnDesk(desk, 'F3');
  await desk.getByLabel('Rufnummer').waitFor();
  await ring();
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Escape');
  await connected();
});

test('a note goes on while it rings; Enter answers, and the note is there afterwards', async () => {
  await ring();
  await desk.keyboard.press('Enter');
  await connected();
  await desk.keyboard.press('F10');
  const note = desk.getByLabel('Notiz');
  await note.waitFor();
  await note.click();
  await desk.keyboard.type('will die Ter');
  await ring(pinneberg);
  await desk.keyboard.type('mine 4 und 5');
  expect(await note.inputValue()).toBe('will die Termine 4 und 5');
  expect(await desk.getByRole('searchbox', { name: /Suche/ }).inputValue()).toBe('');
  expect(await desk.locator('.desk-article__title').count()).toBe(0);
  // The card of the one who calls is in view, as is the field.
  expect(await desk.locator('.desk-card__municipality').innerText()).toBe('Pinneberg');
  expect(await inView(note)).toBe(true);
  expect(await inView(desk.locator('.desk-card__municipality'))).toBe(true);
  expect(await inView(desk.getByRole('button', { name: 'Annehmen' }))).toBe(true);
  expect(await axeFindings(desk)).toEqual([]);
  await desk.keyboard.press('Enter');
  await connected();
  expect(await note.count()).toBe(0);
  await desk.keyboard.press('F10');
  await note.waitFor();
  await pressOnDesk(desk, '1');
  await desk.keyboard.press('Enter');
  await expect.poll(() => note.inputValue()).toBe('will die Termine 4 und 5');
});

test('what was open for the first caller is not there for the second, and comes back', async () => {
  await ring();
  await desk.keyboard.press('Enter');
  await connected();
  await pressOnDesk(desk, '1');
  const title = desk.locator('.desk-article__title');
  const opened = await title.innerText();
  await callFromOutside(pbx, { number: pinneberg, talkSeconds: 30 });
  await desk.locator('[data-phase=ringing]').waitFor();
  // Who is on the line stays in view.
  expect(await title.innerText()).toBe(opened);
  await desk.keyboard.press('Enter');
  await desk.locator('.desk-card__municipality', { hasText: 'Pinneberg' }).waitFor();
  await title.waitFor({ state: 'detached' });
  await desk.keyboard.press('F2');
  await desk.locator('.desk-card__municipality', { hasText: 'Wedel' }).waitFor();
  await expect.poll(() => title.innerText()).toBe(opened);
  await pbx.rx('channel request hangup all');
  await desk.getByRole('heading', { name: 'Nachbearbeitung' }).waitFor();
  const topics = desk.locator('.desk-facts');
  // Pinneberg ended last or first: exactly one of the two has the article.
  const texts = [await topics.innerText()];
  await pressOnDesk(desk, '1');
  await desk.keyboard.press('Enter');
  await expect.poll(() => topics.innerText()).not.toBe(texts[0]);
  texts.push(await topics.innerText());
  expect(texts.filter((text) => text.includes(opened))).toHaveLength(1);
});
