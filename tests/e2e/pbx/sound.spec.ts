import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { measureAudio, writeToneFile } from '../../pbx/audio.ts';
import { callerHz, callFromOutside } from '../../pbx/sipp.ts';
import {
  expectToHear,
  phoneStatistics,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';
import { hideDevice, showDevices } from '../support/sound.ts';

const agentHz = 1000;
const wedel = '+494066969530';

let pbx: Pbx;
let folder: string;
let launched: LaunchedApp;
let desk: Page;
let phone: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-sound-'));
  await writeToneFile(join(folder, 'agent.wav'), agentHz);
  pbx = await Pbx.start();
});
afterAll(async () => {
  await pbx.stop();
  await rm(folder, { recursive: true, force: true });
});

async function open(settings: object, args: readonly string[] = []): Promise<void> {
  ({ launched, desk, phone } = await openWorkplace(pbx, {
    settings,
    fakeMicrophone: join(folder, 'agent.wav'),
    args,
  }));
}

async function answer(): Promise<void> {
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');
}

describe('codecs on the wire', () => {
  afterEach(async () => {
    await pbx.rx('channel request hangup all');
    await launched.close();
  });

  /** Answers a call with these codecs; of several, the one counts that the exchange offers first. */
  async function talk(
    codecs: readonly string[],
    onTheWire: string,
    asAsteriskSays: string,
  ): ReturnType<typeof callFromOutside> {
    // A steady tone is noise to the suppression, which would take it away.
    await open({ codecs, noiseSuppression: false, echoCancellation: false });
    const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 4 });
    await answer();
    await expectToHear(phone, 0.1);
    expect((await phoneStatistics(phone))[0]?.codec).toBe(onTheWire);
    const channels = await pbx.rx('core show channels concise');
    const channel = /PJSIP\/agent1-\w+/.exec(channels)?.[0] ?? '';
    const shown = await pbx.rx(`core show channel ${channel}`);
    expect(/NativeFormats: \((\w+)/.exec(shown)?.[1]).toBe(asAsteriskSays);
    return caller;
  }

  /** Whether the caller's recording has the agent's voice. */
  async function heardThere({ finished, callId }: Awaited<ReturnType<typeof talk>>): Promise<void> {
    await finished;
    const { dominantHz } = await measureAudio(pbx.recording(callId).toCaller, {
      from: 1,
      length: 2,
    });
    expect(Math.abs(dominantHz - agentHz)).toBeLessThanOrEqual(10);
  }

  test('PCMA: heard at both ends', async () => {
    const caller = await talk(['pcma'], 'PCMA', 'alaw');
    await heardThere(caller);
    const said = await measureAudio(pbx.recording(caller.callId).fromCaller, {
      from: 1,
      length: 2,
    });
    expect(Math.abs(said.dominantHz - callerHz)).toBeLessThanOrEqual(10);
  });

  test.each([
    [['opus'], 'opus', 'opus'],
    [['g722'], 'G722', 'g722'],
    // The caller brings PCMA, which this Asterisk therefore offers first.
    [['opus', 'g722', 'pcma'], 'PCMA', 'alaw'],
  ])('%j: on the wire, and heard at both ends', async (codecs, onTheWire, asAsteriskSays) => {
    await heardThere(await talk(codecs, onTheWire, asAsteriskSays));
  });
});

describe('in a call', () => {
  beforeEach(async () => {
    if (!started) await open({}, ['--use-fake-device-for-media-stream=device-count=3']);
    started = true;
  });
  afterEach(async () => {
    await pbx.rx('channel request hangup all');
    await waitForIdle(desk);
  });
  afterAll(async () => {
    await launched.close();
  });
  let started = false;

  test('a caller from whom nothing arrives is told', async () => {
    // Wait() sends no packet at all.
    await pbx.originate(wedel, 'Wait', '60');
    await answer();
    await desk.getByText('Es kommt kein Ton vom Anrufer an.').waitFor({ timeout: 15_000 });
    await pressOnDesk(desk, 'F10');
  });

  test('trap 18 with a real exchange: another microphone while muted sends nothing', async () => {
    const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 30 });
    await answer();
    await pressOnDesk(desk, 'F8');
    await desk.getByText('Sie sprechen, sind aber stummgeschaltet.').waitFor();
    await hideDevice(phone, 'Fake Default Audio Input');
    await new Promise((wake) => setTimeout(wake, 3_000));
    await showDevices(phone);
    await pressOnDesk(desk, 'F10');
    await caller.finished;
    await expect.poll(() => pbx.channelCount()).toBe(0);
    const { rms } = await measureAudio(pbx.recording(caller.callId).toCaller, { from: -2 });
    expect(rms).toBeLessThan(0.01);
  });
});
