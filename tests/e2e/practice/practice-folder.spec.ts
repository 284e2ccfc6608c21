import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../../tools/setup/paths.ts';
import { axeFindings } from '../support/axe.ts';
import {
  expectToHear,
  pressOnDesk,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

const scenario = (id: string, line: string): string => `- id: ${id}
  title: 'Neue Stadt: ${id}'
  line: ${line}
  arrival: dialedNumberHeader
  callerNumber: '+494066969150'
  callerName: null
  talkSeconds: 60
  question: Wo melde ich meinen Hund an?
  good:
    municipality: '010560050050'
    articles: [hundesteuer-anmelden]
    advice: Nach dem Wohnort fragen.
`;

let folder: string;
let launched: LaunchedApp | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-practice-'));
});
afterEach(async () => {
  await launched?.close();
  launched = undefined;
  await rm(folder, { recursive: true, force: true });
});

test('calls of the house come first, are spoken, and their question can be read along', async () => {
  const spoken = join(root, 'assets', 'practice', 'pinneberg-hund.ogg');
  await copyFile(spoken, join(folder, 'erster.ogg'));
  await writeFile(join(folder, 'scenarios.yaml'), scenario('erster', 'stadt-wedel'));
  launched = await launchApp({ policy: { practiceFolder: folder } });
  const desk = await launched.desk();
  await waitForRegistered(desk);
  const first = desk.locator('.desk-practice__list button').first();
  await first.waitFor();
  expect(await first.innerText()).toBe('Neue Stadt: erster');
  await first.click();
  await waitForRinging(desk);
  await desk.getByText('Frage mitlesen').click();
  await desk.getByText('„Wo melde ich meinen Hund an?“').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await expectToHear(await launched.phone(), 0.01);
  await pressOnDesk(desk, 'F10');
  expect(launched.output()).not.toContain('question not played');
});

test('a mistake is told with file and line, and the other calls can be played', async () => {
  await mkdir(folder, { recursive: true });
  const text = scenario('gut', 'stadt-wedel') + scenario('Falsch', 'stadt-wedel');
  await writeFile(join(folder, 'scenarios.yaml'), text);
  launched = await launchApp({ policy: { practiceFolder: folder } });
  const desk = await launched.desk();
  await desk.getByRole('button', { name: 'Neue Stadt: gut' }).waitFor();
  await desk.getByText('Einzelheiten', { exact: true }).click();
  const detail = await desk.locator('.desk-detail pre').innerText();
  expect(detail).toMatch(/scenarios\.yaml, Zeile 13, id: nur Kleinbuchstaben/);
});

test('a folder that is not there is told, and the calls of the program are there', async () => {
  const gone = join(folder, 'weg');
  launched = await launchApp({ policy: { practiceFolder: gone } });
  const desk = await launched.desk();
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).waitFor();
  await desk.getByText('Einzelheiten', { exact: true }).click();
  expect(await desk.locator('.desk-detail pre').innerText()).toContain('nicht lesbar');
});
