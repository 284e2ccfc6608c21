import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import type { Connection, Envelope } from '../../../shared/contract.ts';
import { soundDefaults } from '../../../shared/sound/sound-settings.ts';
import { findProgram } from '../../../tools/setup/system-packages.ts';
import { out } from '../../../tools/setup/paths.ts';
import { Pbx } from '../../pbx/asterisk.ts';
import { measureAudio } from '../../pbx/audio.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import { expectToHear } from '../support/desk.ts';

// The phone page knows its surroundings only through the bridge: an ordinary, current browser with a
// bridge made of nothing but memory can be a phone as well. Guards against code that works in one
// Chromium version only.

interface TestBridge {
  readonly reports: Envelope[];
  notify: (envelope: Envelope) => void;
}

let pbx: Pbx;
let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  pbx = await Pbx.start();
  server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const type = path.endsWith('.html') ? 'text/html' : 'text/javascript';
    readFile(join(out, 'renderer', 'phone', path))
      .then((content) => response.setHeader('content-type', type).end(content))
      .catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  browser = await chromium.launch({
    executablePath: findProgram('chromium') ?? 'chromium',
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
  const connection: Connection = {
    registrars: [pbx.registrar],
    domain: 'localhost',
    user: 'agent1',
    authorizationUser: 'agent1',
    displayName: 'Chromium',
    password: 'practice-only-1',
    instanceId: '6a1f7c0e-6a55-8f5c-9a43-0f6b8f3a1c11',
    dialedNumberHeader: 'X-Dialed-Number',
    dtmf: 'rfc4733',
    blindTransfer: 'supervised',
    conferenceRoom: null,
    incomingRefer: 'refuse',
  };
  await page.addInitScript(
    ({ given, sound }) => {
      let listener: (envelope: Envelope) => void = () => undefined;
      const reports: Envelope[] = [];
      Object.assign(globalThis, {
        testBridge: {
          reports,
          notify: (envelope: Envelope) => {
            listener(envelope);
          },
        } satisfies TestBridge,
        amtsdraht: {
          request: (name: string) => Promise.resolve(name === 'getSound' ? sound : given),
          report: (name: string, payload: unknown) => {
            reports.push({ name, payload });
          },
          onNotice: (heard: (envelope: Envelope) => void) => {
            listener = heard;
            return () => undefined;
          },
        },
      });
    },
    { given: connection, sound: soundDefaults },
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await page.goto(`http://localhost:${String(address.port)}/index.html`);
});

afterAll(async () => {
  await browser.close();
  server.close();
  await pbx.stop();
});

function reports(name: string): Promise<unknown[]> {
  return page.evaluate((wanted) => {
    const { testBridge } = globalThis as unknown as { testBridge: TestBridge };
    return testBridge.reports
      .filter((report) => report.name === wanted)
      .map(({ payload }) => payload);
  }, name);
}

async function calls(): Promise<readonly Call[]> {
  const last = (await reports('callsChanged')).at(-1) as { calls: Call[] } | undefined;
  return last?.calls ?? [];
}

test('the phone page registers and talks in the system’s Chromium', async () => {
  await pbx.waitForContact('agent1');
  const caller = await callFromOutside(pbx, { number: '+494066969530', talkSeconds: 6 });
  await expect.poll(async () => (await calls())[0]?.phase, { timeout: 10_000 }).toBe('ringing');
  const callId = (await calls())[0]?.id;
  const [incoming] = (await reports('incoming')) as { headers: { dialedNumber: string[] } }[];
  expect(incoming?.headers.dialedNumber).toEqual(['+494066969530']);
  await page.evaluate((id) => {
    const { testBridge } = globalThis as unknown as { testBridge: TestBridge };
    testBridge.notify({ name: 'answer', payload: { callId: id } });
  }, callId);
  await expect.poll(async () => (await calls())[0]?.phase, { timeout: 10_000 }).toBe('connected');
  await expectToHear(page, 0.1);
  expect((await caller.finished).endedBy).toBe('sipp');
  await expect.poll(() => pbx.channelCount()).toBe(0);
  const heard = await measureAudio(pbx.recording(caller.callId).toCaller, { from: 1 });
  // Chromium's simulated microphone beeps once a second.
  expect(heard.rms).toBeGreaterThan(0.005);
});
