import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headsetCollections } from '../../fakes/fake-headset.ts';
import {
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

// No USB headset here: a virtual one is plugged into the phone's real navigator.hid. What a maker's
// headset sends is not proven by this.

let launched: LaunchedApp;
let desk: Page;
let phone: Page;

interface TestPage {
  virtualHeadset: EventTarget & { lamps: number[] };
}

beforeAll(async () => {
  launched = await launchApp();
  desk = await launched.desk();
  phone = await launched.phone();
  await waitForRegistered(desk);
  await phone.evaluate((collections) => {
    const lamps: number[] = [];
    const device = Object.assign(new EventTarget(), {
      opened: false,
      productName: 'Virtual Headset',
      collections,
      lamps,
      open: () => Promise.resolve(),
      close: () => Promise.resolve(),
      sendReport: (_id: number, data: Uint8Array) => {
        lamps.splice(0, lamps.length, ...data);
        return Promise.resolve();
      },
    });
    Object.assign(globalThis, { virtualHeadset: device });
    const { hid } = navigator as unknown as { hid: EventTarget };
    hid.dispatchEvent(Object.assign(new Event('connect'), { device }));
  }, headsetCollections());
});
afterAll(async () => {
  await launched.close();
});

/** Sends the input report with these bits: 1 hook, 2 mute, 4 flash, 8 drop. */
async function report(bits: number): Promise<void> {
  await phone.evaluate((byte) => {
    const data = new DataView(new Uint8Array([byte]).buffer);
    const event = Object.assign(new Event('inputreport'), { reportId: 1, data });
    (globalThis as unknown as TestPage).virtualHeadset.dispatchEvent(event);
  }, bits);
}

/** A hook that moves again within 300 ms is a contact that bounces. */
async function longerThanBouncing(): Promise<void> {
  await new Promise((wake) => setTimeout(wake, 400));
}

const lamps = (): Promise<number[]> =>
  phone.evaluate(() => (globalThis as unknown as TestPage).virtualHeadset.lamps);
const ringLamp = [0, 0b100];
const talkLamp = [0, 0b010];

async function practiceCall(): Promise<void> {
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
}

test('the headset is named in the settings', async () => {
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByText('Verbunden: Virtual Headset').waitFor();
  await desk.keyboard.press('Escape');
});

test('its hook answers and ends, its lamps follow, and mute is in step with the window', async () => {
  await practiceCall();
  expect(await lamps()).toEqual(ringLamp);
  await report(1);
  await waitForPhase(desk, 'connected', 'active');
  await expect.poll(lamps).toEqual(talkLamp);
  await report(3);
  await report(1);
  await desk.getByText('Mikrofon stumm').first().waitFor();
  expect(await lamps()).toEqual([1, 0b010]);
  await pressOnDesk(desk, 'F8');
  await expect.poll(lamps).toEqual(talkLamp);
  await longerThanBouncing();
  await report(0);
  await waitForPhase(desk, 'ended');
  await waitForIdle(desk);
  expect(await lamps()).toEqual([0, 0]);
});

test('answered in the window, ended on the headset, though it never told that its hook is up', async () => {
  await practiceCall();
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await expect.poll(lamps).toEqual(talkLamp);
  await longerThanBouncing();
  await report(0);
  await waitForPhase(desk, 'ended');
  await waitForIdle(desk);
});

test('switched off in the settings, the keys do nothing', async () => {
  await desk.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await desk.getByText('Tasten am Headset benutzen').click();
  await desk.getByText('Kein Headset mit Tasten gefunden.').waitFor();
  await desk.keyboard.press('Escape');
  await practiceCall();
  await report(1);
  await new Promise((wake) => setTimeout(wake, 500));
  await waitForPhase(desk, 'ringing');
  await pressOnDesk(desk, 'Escape');
  await waitForIdle(desk);
});

test('only the phone may reach USB devices', async () => {
  const reaches = (page: Page): Promise<number | string> =>
    page.evaluate(async () => {
      const { hid } = navigator as unknown as { hid: { getDevices: () => Promise<unknown[]> } };
      return hid.getDevices().then(
        (devices) => devices.length,
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      );
    });
  expect([0, 'SecurityError', 'NotAllowedError']).toContain(await reaches(desk));
});
