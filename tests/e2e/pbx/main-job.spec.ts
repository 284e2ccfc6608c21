import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { measureAudio, writeToneFile } from '../../pbx/audio.ts';
import { serviceNumbers } from '../../pbx/dial-plan.ts';
import { calledHz, callerHz, callFromOutside, phoneOutside } from '../../pbx/sipp.ts';
import {
  expectToHear,
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

/** Pitch of the agent's voice; apart from the caller's, the callee's and the music. */
const agentHz = 1000;
const wedel = '+494066969530';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;
let phone: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-voice-'));
  const voice = join(folder, 'agent.wav');
  await writeToneFile(voice, agentHz);
  pbx = await Pbx.start();
  ({ launched, desk, phone } = await openWorkplace(pbx, {
    fakeMicrophone: voice,
  }));
});

afterEach(async () => {
  await pbx.rx('channel request hangup all');
  await waitForIdle(desk);
});

afterAll(async () => {
  await launched.close();
  await pbx.stop();
  await rm(folder, { recursive: true, force: true });
});

const expectedLines = [
  ['+494066969500', 'Kreisverwaltung Pinneberg', 'Kreis Pinneberg'],
  ['+494066969510', 'Abfall-Telefon', 'Kreis Pinneberg'],
  ['+494066969115', 'Behördennummer 115', 'Kommune noch offen'],
  ['+494066969520', 'Stadt Pinneberg', 'Pinneberg'],
  [wedel, 'Stadt Wedel', 'Wedel'],
  ['+494066969540', 'Stadt Elmshorn', 'Elmshorn'],
] as const;

describe('a call to each line shows its municipality before anybody answers', () => {
  test.each(expectedLines)('%s by header: %s', async (number, line, municipality) => {
    const caller = await callFromOutside(pbx, { number, from: '+494066969101' });
    const card = await waitForRinging(desk);
    expect(card).toMatchObject({ line: `Leitung: ${line}`, municipality, caller: '040 66969101' });
    expect(await desk.getByText('Leitung unsicher').count()).toBe(0);
    expect(await desk.locator('.desk-topic').count()).toBe(9);
    await pressOnDesk(desk, 'Escape');
    expect((await caller.finished).finalCode).toBe(486);
  });

  test.each(expectedLines)('%s by display name: %s', async (number, line, municipality) => {
    const caller = await callFromOutside(pbx, { number, told: 'name' });
    const card = await waitForRinging(desk);
    expect(card).toMatchObject({ line: `Leitung: ${line}`, municipality });
    await desk.getByText('Leitung unsicher').waitFor();
    await pressOnDesk(desk, 'Escape');
    expect((await caller.finished).finalCode).toBe(486);
  });
});

test('both sides hear each other, and an article is found meanwhile', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 6 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(phone, 0.1);

  await desk.keyboard.type('perso verloren');
  await desk.locator('.desk-hit').first().waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: /Personalausweis/, level: 2 }).waitFor();
  await desk.getByRole('heading', { name: 'Sagen' }).waitFor();

  expect((await caller.finished).endedBy).toBe('sipp');
  await waitForIdle(desk);
  const { fromCaller, toCaller } = pbx.recording(caller.callId);
  const heardThere = await measureAudio(toCaller, { from: 2, length: 3 });
  expect(Math.abs(heardThere.dominantHz - agentHz)).toBeLessThanOrEqual(10);
  // Chromium takes a steady tone for noise and turns it down; muted, it is below 0.01.
  expect(heardThere.rms).toBeGreaterThan(0.02);
  const saidThere = await measureAudio(fromCaller, { from: 2, length: 3 });
  expect(Math.abs(saidThere.dominantHz - callerHz)).toBeLessThanOrEqual(10);
});

test('the agent hangs up', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 30 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F10');
  expect((await caller.finished).endedBy).toBe('pbx');
});

test('the caller gives up while it rings: the card closes and nothing is left', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, cancelAfterMs: 1500 });
  await waitForRinging(desk);
  expect((await caller.finished).finalCode).toBe(487);
  await waitForPhase(desk, 'ended');
  expect((await readCard(desk)).state).toBe('Anrufer hat aufgegeben');
  await waitForIdle(desk);
  await expect.poll(() => pbx.channelCount()).toBe(0);
});

test('hold and resume as Asterisk sees them', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 30 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F9');
  await waitForPhase(desk, 'connected', 'held');
  await expect.poll(() => pbx.heldBy('agent1')).toBe(true);
  await pressOnDesk(desk, 'F9');
  await waitForPhase(desk, 'connected', 'active');
  await expect.poll(() => pbx.heldBy('agent1')).toBe(false);
  await expectToHear(phone, 0.1);
  await pressOnDesk(desk, 'F10');
  await caller.finished;
});

test('mute silences the agent, and only the agent', async () => {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 30 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F8');
  await desk.getByText('Mikrofon stumm').first().waitFor();
  await expectToHear(phone, 0.1);
  await new Promise((wake) => setTimeout(wake, 1500));
  await pressOnDesk(desk, 'F10');
  await caller.finished;
  await expect.poll(() => pbx.channelCount()).toBe(0);
  const { rms } = await measureAudio(pbx.recording(caller.callId).toCaller, { from: -1 });
  expect(rms).toBeLessThan(0.01);
});

async function dial(number: string): Promise<void> {
  await pressOnDesk(desk, 'F3');
  await desk.getByLabel('Rufnummer').fill(number);
  await desk.getByRole('button', { name: 'Anrufen' }).click();
}

test('digits reach Asterisk as DTMF', async () => {
  await dial(serviceNumbers.dtmf);
  await waitForPhase(desk, 'connected');
  await pressOnDesk(desk, 'F7');
  for (const digit of ['1', '4', '7', '0']) {
    await pressOnDesk(desk, digit);
    await new Promise((wake) => setTimeout(wake, 300));
  }
  await expect.poll(() => pbx.dtmfFrom('agent1'), { timeout: 10_000 }).toContain('1470');
});

test('a call to the outside rings, is answered and can be heard', async () => {
  const outside = await phoneOutside(pbx, { ringSeconds: 1 });
  await dial('040 66969001');
  await waitForPhase(desk, 'alerting');
  await waitForPhase(desk, 'connected');
  await expectToHear(phone, 0.1);
  await new Promise((wake) => setTimeout(wake, 1500));
  await pressOnDesk(desk, 'F10');
  expect((await outside.finished).endedBy).toBe('pbx');
  expect(calledHz).not.toBe(agentHz);
});

test.each([
  [486, 'Besetzt'],
  [480, 'Nicht erreichbar'],
])('a call that is refused with %d says: %s', async (refuse, reason) => {
  const outside = await phoneOutside(pbx, { refuse });
  await dial('040 66969001');
  await waitForPhase(desk, 'ended');
  expect((await readCard(desk)).state).toBe(reason);
  await outside.finished;
});

test('a call to an extension that is not there says so', async () => {
  await dial('4711');
  await waitForPhase(desk, 'ended');
  expect((await readCard(desk)).state).toBe('Nummer nicht vergeben');
});

test('what is no number is refused in the dialog', async () => {
  await dial('Rathaus am Mond');
  await desk.getByText('Das ist keine Rufnummer.').waitFor();
  await desk.keyboard.press('Escape');
});

test('a second caller while talking: own line, first call is held on answer, none is lost', async () => {
  const first = await callFromOutside(pbx, { number: wedel, talkSeconds: 40 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');

  const elmshorn = '+494066969540';
  const second = await callFromOutside(pbx, { number: elmshorn, talkSeconds: 40, hz: 600 });
  const waiting = desk.locator('.desk-bar--other[data-phase=ringing]');
  await waiting.waitFor();
  expect(await waiting.innerText()).toContain('Stadt Elmshorn');
  // The card of the conversation stays.
  expect((await readCard(desk)).municipality).toBe('Wedel');

  await pressOnDesk(desk, 'Enter');
  await expect
    .poll(async () => (await readCard(desk)).municipality, { timeout: 10_000 })
    .toBe('Elmshorn');
  await waitForPhase(desk, 'connected', 'active');
  await desk.locator('.desk-bar--other[data-hold=held]').waitFor();

  await pressOnDesk(desk, 'F10');
  expect((await second.finished).endedBy).toBe('pbx');
  await expect.poll(async () => (await readCard(desk)).municipality).toBe('Wedel');
  await pressOnDesk(desk, 'F9');
  await waitForPhase(desk, 'connected', 'active');
  await pressOnDesk(desk, 'F10');
  expect((await first.finished).endedBy).toBe('pbx');
});
