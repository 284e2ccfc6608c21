import { readFile } from 'node:fs/promises';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pbx, musicHz } from '../../pbx/asterisk.ts';
import { measureAudio } from '../../pbx/audio.ts';
import { serviceNumbers } from '../../pbx/dial-plan.ts';
import { calledHz, callFromOutside, callerHz, phoneOutside } from '../../pbx/sipp.ts';

// The bench itself: what the specs beside rely on when they judge the app.
let pbx: Pbx;

beforeAll(async () => {
  pbx = await Pbx.start();
});

afterAll(async () => {
  await pbx.stop();
});

/** Connects as the app does; resolves with the WebSocket answer's first line. */
function openWebSocket(ca: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const trusted = ca === undefined ? {} : { ca };
    const socket = connect({ host: 'localhost', port: pbx.ports.wss, ...trusted }, () => {
      const upgrade = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Protocol: sip'];
      const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg=='];
      socket.write(
        ['GET /ws HTTP/1.1', 'Host: localhost', ...upgrade, ...key, '', ''].join('\r\n'),
      );
    });
    socket.once('error', reject);
    socket.once('data', (data: Buffer) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
  });
}

test('knows both agents and the lines', async () => {
  const endpoints = await pbx.rx('pjsip show endpoints');
  expect(endpoints).toContain('agent1/agent1');
  expect(endpoints).toContain('agent2/agent2');
  const plan = await pbx.rx('dialplan show lines-prefix');
  for (const { numbers } of pbx.lines) for (const number of numbers) expect(plan).toContain(number);
});

test('speaks WebSocket over TLS to those who trust its authority, and only to them', async () => {
  expect(await openWebSocket(await readFile(pbx.caFile, 'utf8'))).toContain('101');
  await expect(openWebSocket(undefined)).rejects.toThrow();
});

test('an outside caller hears itself in the echo', async () => {
  const call = await callFromOutside(pbx, { number: serviceNumbers.echo, talkSeconds: 2 });
  const trace = await call.finished;
  expect(trace.finalCode).toBe(200);
  expect(trace.endedBy).toBe('sipp');
  await expect.poll(() => pbx.channelCount()).toBe(0);
  const { fromCaller, toCaller } = pbx.recording(call.callId);
  for (const file of [fromCaller, toCaller]) {
    const { rms, dominantHz, purity } = await measureAudio(file, { from: 0.5 });
    expect(rms).toBeGreaterThan(0.2);
    expect(Math.abs(dominantHz - callerHz)).toBeLessThanOrEqual(10);
    expect(purity).toBeGreaterThan(0.8);
  }
});

test('music on hold can be told from voices', async () => {
  const call = await callFromOutside(pbx, { number: serviceNumbers.music, talkSeconds: 2 });
  await call.finished;
  await expect.poll(() => pbx.channelCount()).toBe(0);
  const { dominantHz } = await measureAudio(pbx.recording(call.callId).toCaller, { from: 0.5 });
  expect(Math.abs(dominantHz - musicHz)).toBeLessThanOrEqual(10);
});

test('refusals and cancelling reach the outside caller', async () => {
  const { busy, unanswered } = serviceNumbers;
  expect((await (await callFromOutside(pbx, { number: busy })).finished).finalCode).toBe(486);
  const number = pbx.lines[0]?.numbers[0] ?? '';
  const absent = await (await callFromOutside(pbx, { number })).finished;
  expect(absent.finalCode).toBe(480);
  const cancelled = await callFromOutside(pbx, { number: unanswered, cancelAfterMs: 300 });
  const { codes, finalCode } = await cancelled.finished;
  expect(codes).toContain(180);
  expect(finalCode).toBe(487);
});

test('a call to the outside rings, is answered and carries audio', async () => {
  const outside = await phoneOutside(pbx);
  const name = await pbx.originate('+4940669690001', 'Milliwatt', '', 'agents');
  await expect
    .poll(async () => (await outside.trace()).messages.length, { timeout: 10_000 })
    .toBeGreaterThan(3);
  await new Promise((wake) => setTimeout(wake, 1500));
  await pbx.rx('channel request hangup all');
  expect((await outside.finished).endedBy).toBe('pbx');
  const { dominantHz } = await measureAudio(pbx.recording(name).toCaller, { from: 0.5 });
  expect(Math.abs(dominantHz - calledHz)).toBeLessThanOrEqual(10);
});

test('is back on the same ports after a hard kill', async () => {
  const before = pbx.registrar;
  await pbx.killHard();
  await expect(openWebSocket(await readFile(pbx.caFile, 'utf8'))).rejects.toThrow();
  await pbx.restart();
  expect(pbx.registrar).toBe(before);
  expect(await openWebSocket(await readFile(pbx.caFile, 'utf8'))).toContain('101');
});
