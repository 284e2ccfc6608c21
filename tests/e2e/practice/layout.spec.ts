import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { pressOnDesk, waitForPhase, waitForRegistered, waitForRinging } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { resizeDesk } from '../support/pictures.ts';

let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).waitFor();
});
afterEach(waitUntilFree);
afterAll(async () => {
  await launched.close();
});

/** A test that has failed must not leave its call to the next one. */
async function waitUntilFree(): Promise<void> {
  for (const key of ['Escape', 'F10']) await pressOnDesk(desk, key);
  await resizeDesk(launched, 1366, 690);
}

/** Lowest edge of what is found, in CSS pixels from the top of the window. */
async function bottomOf(selector: string): Promise<number> {
  const boxes = await Promise.all(
    (await desk.locator(selector).all()).map(async (one) => one.boundingBox()),
  );
  const edges = boxes.flatMap((box) => (box === null ? [] : [box.y + box.height]));
  expect(edges.length).toBeGreaterThan(0);
  return Math.max(...edges);
}

async function ring(): Promise<void> {
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
}

test('at 200 % of 1280 × 720 a ringing call shows line, town and the button without scrolling', async () => {
  await resizeDesk(launched, 640, 360);
  await ring();
  expect(await desk.evaluate(() => window.scrollY)).toBe(0);
  expect(await bottomOf('.desk-card__municipality')).toBeLessThan(330);
  expect(await bottomOf('.desk-bar__buttons')).toBeLessThan(330);
});

test('on 1366 × 768 the whole card and all nine topics fit, with room for title and task bar', async () => {
  await resizeDesk(launched, 1366, 690);
  await ring();
  expect(await desk.locator('.desk-topic').count()).toBe(9);
  expect(await bottomOf('.desk-topic')).toBeLessThan(690 - 32);
  expect(await bottomOf('.desk-call')).toBeLessThan(690 - 32);
});

test('in a small window everything of the top bar is in one menu, by keyboard', async () => {
  await resizeDesk(launched, 640, 700);
  const menu = desk.getByRole('button', { name: 'Menü', exact: true });
  await menu.focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('menuitem', { name: 'Einstellungen' }).waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await desk.keyboard.type('Tasten');
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog', { name: 'Tasten' }).waitFor();
  await desk.keyboard.press('Escape');
  await resizeDesk(launched, 1366, 690);
  await menu.waitFor({ state: 'hidden' });
});

test('on 4K an article stands in two columns that are not too wide to read', async () => {
  await resizeDesk(launched, 3840, 2160);
  await ring();
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, '1');
  await desk.getByRole('heading', { name: 'Sagen' }).waitFor();
  const [say, offices, em] = await desk.evaluate(() => {
    const at = (selector: string): DOMRect =>
      document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const size = Number.parseFloat(getComputedStyle(document.body).fontSize);
    return [at('.desk-article__first').toJSON(), at('.desk-article__side').toJSON(), size] as [
      DOMRect,
      DOMRect,
      number,
    ];
  });
  expect(em).toBe(24);
  expect(say.width / em).toBeLessThan(50);
  expect(offices.x).toBeGreaterThan(say.x + say.width);
});

/** Pixels by which the page could be moved sideways. */
async function sideways(): Promise<number> {
  return desk.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

test('at 400 % of 1280 pixels a call and its article are read without moving sideways', async () => {
  await ring();
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, '1');
  await desk.getByRole('heading', { name: 'Sagen' }).waitFor();
  // A window cannot be made as narrow as that everywhere, so the page is zoomed.
  await resizeDesk(launched, 1280, 720);
  await zoom(4);
  await expect.poll(() => desk.evaluate(() => window.innerWidth)).toBe(320);
  expect(await sideways()).toBeLessThanOrEqual(0);
  await zoom(1);
});

test('texts with more space between letters, words and lines lose nothing', async () => {
  await resizeDesk(launched, 1366, 690);
  await ring();
  const style = await desk.evaluateHandle(() => {
    const sheet = new CSSStyleSheet();
    // WCAG 1.4.12
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  });
  expect(await sideways()).toBeLessThanOrEqual(0);
  const cut = await desk.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, h2, p, summary, .desk-badge, .desk-topic')]
      .filter((element) => element.offsetParent !== null && !element.matches('.kern-sr-only'))
      .filter((element) => {
        const hidden = getComputedStyle(element).overflow !== 'visible';
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        return hidden && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
      })
      .map(({ className, innerText }) => `${className}: ${innerText}`),
  );
  expect(cut).toEqual([]);
  await style.evaluate((sheet) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });
});

async function zoom(factor: number): Promise<void> {
  await launched.app.evaluate(({ webContents }, wanted) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().startsWith('app://desk/')) contents.setZoomFactor(wanted);
  }, factor);
}
