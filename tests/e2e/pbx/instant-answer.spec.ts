import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { captureMedia, type PacketCapture } from '../../pbx/packet-capture.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import {
  expectToHear,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;
let capture: PacketCapture;

beforeAll(async () => {
  pbx = await Pbx.start();
  ({ launched, desk } = await openWorkplace(pbx));
});

afterEach(() => {
  capture.stop();
});

afterAll(async () => {
  await launched.close();
  await pbx.stop();
});

/** Long enough for ICE, DTLS and a second of voice, if anything wanted to go out. */
async function listen(): Promise<void> {
  await new Promise((wake) => setTimeout(wake, 2_500));
}

test('while it rings not one packet leaves for the media ports; after Enter the voices are there', async () => {
  capture = await captureMedia(pbx.ports);
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 4 });
  await waitForRinging(desk);
  await listen();
  expect(capture.packets).toEqual([]);

  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
  await expectToHear(await launched.phone(), 0.1);
  // The ear of this test works: two voices of 50 packets a second, both ways.
  await expect.poll(() => capture.packets.length, { timeout: 10_000 }).toBeGreaterThan(100);
  await caller.finished;
  await waitForIdle(desk);
});

test('a declined call has sent nothing either', async () => {
  capture = await captureMedia(pbx.ports);
  const caller = await callFromOutside(pbx, { number: wedel });
  await waitForRinging(desk);
  await listen();
  await pressOnDesk(desk, 'Escape');
  expect((await caller.finished).finalCode).toBe(486);
  await listen();
  expect(capture.packets).toEqual([]);
});
