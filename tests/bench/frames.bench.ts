// How smooth the desk is with 20,000 articles: INVITE → card painted, and the gaps between frames while somebody
// types in the search, and while another pack is swapped in. In practice mode, so that one machine is enough.
// Nothing is asserted: the figures go into docs/measurements.md.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadPack } from '../../main/knowledge/index.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { root } from '../../tools/setup/paths.ts';
import { pressOnDesk, waitForRegistered, waitForRinging } from '../e2e/support/desk.ts';
import { launchApp, type LaunchedApp } from '../e2e/support/electron-app.ts';
import { prepareForElectron } from '../e2e/support/prepare.ts';
import { Publisher } from '../integration/knowledge/sync/publisher.ts';
import { madeUpPack } from './made-up-pack.ts';
import { printTimes } from './print-times.ts';

const articleCount = Number(process.env['AMTSDRAHT_BENCH_ARTICLES'] ?? 20_000);
const calls = 15;
const letterMs = 90;
const typed = [
  'personalausweis verloren',
  'sperrmuell',
  'lappen umtauschen',
  'hundesteuer anmelden',
];

interface FramePage {
  frameTimes?: number[];
}

/** Notes the moment of every frame from now on. */
async function watchFrames(desk: Page): Promise<void> {
  await desk.evaluate(() => {
    const page = globalThis as FramePage;
    const watched = page.frameTimes !== undefined;
    page.frameTimes = [];
    const onFrame = (at: number): void => {
      page.frameTimes?.push(at);
      requestAnimationFrame(onFrame);
    };
    if (!watched) requestAnimationFrame(onFrame);
  });
}

/** Gaps between the frames since then, in milliseconds. */
async function gaps(desk: Page): Promise<readonly number[]> {
  const frames = await desk.evaluate(() => (globalThis as FramePage).frameTimes ?? []);
  return frames.slice(1).map((at, index) => at - (frames[index] ?? at));
}

function print(what: string, values: readonly number[]): void {
  printTimes(`frames ${what}`, values);
  const late = values.filter((gap) => gap > 2 * 16.7).length;
  console.log(
    `  longest ${Math.max(...values).toFixed(1)} ms, ${String(late)} later than two frames`,
  );
}

function painted(launched: LaunchedApp): readonly number[] {
  return launched
    .output()
    .split('\n')
    .filter((line) => line.includes(' info card painted {'))
    .map((line) => (JSON.parse(line.slice(line.indexOf('{'))) as { afterMs: number }).afterMs);
}

async function type(desk: Page): Promise<void> {
  for (const text of typed) {
    await typeText(desk, text);
    await desk.locator('.desk-hit').first().waitFor();
    await desk.waitForTimeout(300);
  }
}

async function typeText(desk: Page, text: string): Promise<void> {
  const field = desk.getByRole('searchbox', { name: /Suche/ });
  await field.fill('');
  await field.focus();
  await desk.keyboard.type(text, { delay: letterMs });
}

async function synchronise(desk: Page): Promise<void> {
  const button = desk.getByRole('button', { name: 'Jetzt abgleichen' });
  await button.click();
  await desk
    .locator('button:enabled', { hasText: 'Jetzt abgleichen' })
    .waitFor({ timeout: 120_000 });
}

const cleanUp = await prepareForElectron();
const demo = await loadPack(join(root, 'assets', 'demo-pack'));
if (!demo.ok) throw new Error('the demonstration pack is not valid');
const large: KnowledgePack = {
  ...demo.value,
  articles: [...demo.value.articles, ...madeUpPack(demo.value, articleCount).articles],
};
const publisher = await Publisher.create();
await publisher.publish(large);
const launched = await launchApp({
  policy: {
    knowledgeSources: [publisher.repository],
    knowledgeRootFile: join(publisher.repository, 'metadata', '1.root.json'),
    knowledgeSyncMinutes: 1440,
  },
});
try {
  const desk = await launched.desk();
  await waitForRegistered(desk);
  const scenario = desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ });
  await scenario.waitFor({ timeout: 180_000 });
  const field = desk.getByRole('searchbox', { name: /Suche/ });
  await field.fill('personalausweis');
  await desk.locator('.desk-hit').first().waitFor({ timeout: 180_000 });
  await field.fill('');
  console.log(`${String(large.articles.length)} articles`);

  await watchFrames(desk);
  await desk.waitForTimeout(2_000);
  print('while nothing happens', await gaps(desk));

  await watchFrames(desk);
  await type(desk);
  print('while typing', await gaps(desk));
  await field.fill('');

  for (let call = 0; call < calls; call += 1) {
    await scenario.click();
    await waitForRinging(desk);
    await desk.waitForTimeout(150);
    await pressOnDesk(desk, 'Escape');
    await scenario.waitFor();
  }
  printTimes('INVITE → card painted', painted(launched));

  const [first, ...rest] = large.articles;
  if (first === undefined) throw new Error('no article');
  await publisher.publish({
    ...large,
    articles: [{ ...first, title: `${first.title} (neu)` }, ...rest],
  });
  await watchFrames(desk);
  const swapped = synchronise(desk);
  const swap = { over: false };
  void swapped.finally(() => {
    swap.over = true;
  });
  while (!swap.over) await typeText(desk, 'sperrmuell');
  await swapped;
  await desk.waitForTimeout(2_000);
  print('while a pack is swapped and somebody types', await gaps(desk));
} finally {
  await launched.close();
  await publisher.remove();
  await cleanUp();
}
