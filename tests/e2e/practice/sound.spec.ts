import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import {
  phoneStatistics,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { writeToneFile } from '../../pbx/audio.ts';
import { hideDevice, phoneSound, showDevices } from '../support/sound.ts';

// Chromium's simulated devices: a standard that cannot be looked behind, and two with names of their own.
const devices = ['--use-fake-device-for-media-stream=device-count=3'];
const [microphone1, microphone2] = ['Fake Audio Input 1', 'Fake Audio Input 2'];
const [speaker1, speaker2] = ['Fake Audio Output 1', 'Fake Audio Output 2'];

let launched: LaunchedApp;
let desk: Page;
let phone: Page;

async function open(userData?: string): Promise<void> {
  launched = await launchApp({ args: devices, ...(userData === undefined ? {} : { userData }) });
  desk = await launched.desk();
  phone = await launched.phone();
  await waitForRegistered(desk);
}

async function openSettings(): Promise<void> {
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByRole('dialog').waitFor();
}

/** The button of a list of devices, by the label that stands over it. */
function deviceButton(page: Page, label: string): Locator {
  const select = page.locator('.desk-select', { has: page.getByText(label, { exact: true }) });
  return select.getByRole('button');
}

async function choose(label: string, device: string): Promise<void> {
  await deviceButton(desk, label).click();
  await desk.getByRole('option', { name: device }).click();
  await desk.getByRole('listbox').waitFor({ state: 'detached' });
}

/** Energy of all that went out since the beginning of the call. */
async function energySent(): Promise<number> {
  return (await phoneStatistics(phone))[0]?.energySent ?? 0;
}

/** One second in which packets go out, and none of them carries a sound. */
async function expectSilenceSent(): Promise<void> {
  // What was on its way when the mute came is counted a moment later.
  await expect
    .poll(async () => {
      const counted = await energySent();
      await new Promise((wake) => setTimeout(wake, 200));
      return (await energySent()) === counted;
    })
    .toBe(true);
  const [before] = await phoneStatistics(phone);
  await expect
    .poll(async () => (await phoneStatistics(phone))[0]?.packetsSent ?? 0, { timeout: 10_000 })
    .toBeGreaterThan((before?.packetsSent ?? 0) + 50);
  expect(await energySent()).toBe(before?.energySent);
}

beforeAll(async () => {
  await open();
});
afterAll(async () => {
  await launched.close();
});

describe('choice of devices', () => {
  test('each place gets its own device, at once, and by keyboard', async () => {
    await openSettings();
    await choose('Mikrofon', microphone2);
    await choose('Gespräche hören auf', speaker1);
    await choose('Klingelgerät', speaker1);
    await deviceButton(desk, 'Zweites Klingelgerät').focus();
    await desk.keyboard.press('Enter');
    await desk.getByRole('option', { name: speaker2 }).waitFor();
    await desk.keyboard.press('End');
    await desk.keyboard.press('Enter');
    await desk.getByText(`Jetzt in Benutzung: ${speaker2}`).waitFor();
    expect(await desk.getByText(`Jetzt in Benutzung: ${speaker1}`).count()).toBe(2);
    await desk.getByText(`Jetzt in Benutzung: ${microphone2}`).waitFor();
    expect(await phoneSound(phone)).toMatchObject({
      microphone: { label: microphone2, autoGainControl: false, echoCancellation: true },
      outputs: [speaker1, speaker1, speaker2],
    });
    expect(await axeFindings(desk)).toEqual([]);
  });

  test('treatment of the microphone', async () => {
    await desk.getByText('Lautstärke des Mikrofons automatisch regeln').click();
    await desk.getByText('Echo unterdrücken').click();
    await expect
      .poll(async () => (await phoneSound(phone)).microphone, { timeout: 10_000 })
      .toMatchObject({ label: microphone2, autoGainControl: true, echoCancellation: false });
    await desk.keyboard.press('Escape');
  });
});

describe('in a call', () => {
  test('the microphone is unplugged and plugged in again: muted stays muted, the call goes on', async () => {
    await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
    await waitForRinging(desk);
    await pressOnDesk(desk, 'Enter');
    await waitForPhase(desk, 'connected');
    await pressOnDesk(desk, 'F8');
    await desk.getByText('Mikrofon stumm').first().waitFor();

    await hideDevice(phone, microphone2);
    await desk.getByText('Ihr Headset-Mikrofon ist nicht angeschlossen.').waitFor();
    await expect
      .poll(async () => (await phoneSound(phone)).microphone?.label, { timeout: 10_000 })
      .toBe('Fake Default Audio Input');
    await expectSilenceSent();
    await waitForPhase(desk, 'connected', 'active');

    await showDevices(phone);
    await desk
      .getByText('Ihr Headset-Mikrofon ist nicht angeschlossen.')
      .waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await phoneSound(phone)).microphone?.label, { timeout: 10_000 })
      .toBe(microphone2);
    await expectSilenceSent();
    await pressOnDesk(desk, 'F8');
    const energyMuted = await energySent();
    await expect.poll(energySent, { timeout: 10_000 }).toBeGreaterThan(energyMuted);
    await pressOnDesk(desk, 'F10');
    await waitForIdle(desk);
  });

  test('a ring device that goes away is told, and it rings elsewhere', async () => {
    await hideDevice(phone, speaker2);
    await desk.getByText('Ein Gerät zum Klingeln ist nicht angeschlossen.').waitFor();
    expect((await phoneSound(phone)).outputs).toEqual([speaker1, speaker1]);
    await openSettings();
    await deviceButton(desk, 'Zweites Klingelgerät')
      .getByText(`${speaker2} (nicht angeschlossen)`)
      .waitFor();
    await desk.keyboard.press('Escape');
    await showDevices(phone);
    await expect
      .poll(async () => (await phoneSound(phone)).outputs, { timeout: 10_000 })
      .toEqual([speaker1, speaker1, speaker2]);
  });
});

test('speak and listen: the meter moves, nothing runs on after the dialog', async () => {
  await openSettings();
  await desk.getByRole('button', { name: 'Test: sprechen und hören' }).click();
  await desk.getByText('Der Test läuft. Bitte sprechen Sie.').waitFor();
  const meter = desk.getByRole('meter', { name: 'Pegel des Mikrofons' });
  await expect
    .poll(async () => Number(await meter.getAttribute('aria-valuenow')), { timeout: 10_000 })
    .toBeGreaterThan(20);
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Klingeln testen' }).click();
  await desk.keyboard.press('Escape');
  await openSettings();
  await desk.getByRole('button', { name: 'Test: sprechen und hören' }).waitFor();
  await desk.keyboard.press('Escape');
});

describe('how a call sounds', () => {
  test('a word in the bar, the last minute on demand, also as a table', async () => {
    await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
    await waitForRinging(desk);
    await pressOnDesk(desk, 'Enter');
    await waitForPhase(desk, 'connected');
    const button = desk.getByRole('button', { name: 'Sprachqualität: sehr gut' });
    await button.waitFor();
    await button.click();
    await desk.getByRole('img', { name: /Verlauf der letzten 60 Sekunden/ }).waitFor();
    const row = desk.getByRole('row', { name: /Note \(MOS\)/ });
    expect(await row.innerText()).toMatch(/4,[0-4]/);
    await desk.getByText('Codec: opus').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  test('the picture of the quality outlives a reload of the window', async () => {
    await desk.reload();
    await desk.getByRole('button', { name: 'Sprachqualität: sehr gut' }).waitFor();
    await pressOnDesk(desk, 'F10');
    await waitForIdle(desk);
    await expect
      .poll(() => readFile(join(launched.userData, 'logs', 'amtsdraht.log'), 'utf8'))
      .toMatch(/info phone call quality: opus, \d+ s, MOS 4\.\d+/);
  });
});

test('choices outlive a restart, and ids that have changed', async () => {
  const { userData } = launched;
  const stored = JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8')) as object;
  expect(stored).toMatchObject({ microphone: { label: microphone2 } });
  const again = await launchApp({
    args: devices,
    policy: {
      ...stored,
      microphone: { id: 'of another profile', label: microphone1 },
      speaker: { label: 'audio output 2' },
    },
  });
  try {
    const other = await again.phone();
    await waitForRegistered(await again.desk());
    await expect
      .poll(() => phoneSound(other), { timeout: 10_000 })
      .toMatchObject({
        microphone: { label: microphone1, autoGainControl: true },
        outputs: [speaker2, speaker1, speaker2],
      });
    const page = await again.desk();
    await page.getByRole('button', { name: 'Einstellungen', exact: true }).click();
    expect(await deviceButton(page, 'Gespräche hören auf').isDisabled()).toBe(true);
  } finally {
    await again.close();
  }
});

test('muted but speaking: told within seconds, and gone with the mute', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-speech-'));
  const voice = join(folder, 'speech.wav');
  await writeToneFile(voice, 500);
  const speaking = await launchApp({ fakeMicrophone: voice });
  try {
    const page = await speaking.desk();
    await waitForRegistered(page);
    await page.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
    await waitForRinging(page);
    await pressOnDesk(page, 'Enter');
    await waitForPhase(page, 'connected');
    await pressOnDesk(page, 'F8');
    await page.getByText('Sie sprechen, sind aber stummgeschaltet.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await pressOnDesk(page, 'F8');
    await page.getByText('Sie sprechen, sind aber stummgeschaltet.').waitFor({ state: 'detached' });
  } finally {
    await speaking.close();
    await rm(folder, { recursive: true, force: true });
  }
});
