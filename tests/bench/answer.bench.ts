// From the key to the answer: Enter → 200 OK at the caller and Enter → first voice packet at the caller, beside
// baresip that is told to accept the calls of the same sipp through the same Asterisk. Nothing is asserted.
import type { Page } from 'playwright-core';
import { launchApp } from '../e2e/support/electron-app.ts';
import { prepareForElectron } from '../e2e/support/prepare.ts';
import { Pbx } from '../pbx/asterisk.ts';
import { startBaresip, type NativePhone } from '../pbx/baresip.ts';
import { captureMedia } from '../pbx/packet-capture.ts';
import { callFromOutside } from '../pbx/sipp.ts';
import type { CallTrace } from '../pbx/sipp-trace.ts';

const calls = Number(process.env['AMTSDRAHT_BENCH_CALLS'] ?? 40);
const number = '+494066969530';
/** How long it rings before somebody answers, in milliseconds; a person needs longer. */
const ringMs = 700;

interface Answer {
  readonly okMs: number;
  readonly voiceMs: number;
}

/** One call. @param answer answers it and tells when, in epoch milliseconds */
async function oneCall(
  pbx: Pbx,
  rings: 'agent1' | 'outside',
  answer: () => Promise<number>,
): Promise<Answer> {
  const capture = await captureMedia(pbx.ports);
  const caller = await callFromOutside(pbx, { number, rings, talkSeconds: 0.6 });
  const patience = Date.now() + 10_000;
  while (!(await caller.trace()).codes.includes(180)) {
    if (Date.now() > patience) throw new Error(`${rings} does not ring`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
  await new Promise((wake) => setTimeout(wake, ringMs));
  const pressedAt = await answer();
  const trace = await caller.finished;
  capture.stop();
  const okAt = trace.messages.find(({ what }) => what === '200')?.at ?? Number.NaN;
  const port = mediaPort(trace);
  const voice = capture.packets.find(({ at, toPort }) => toPort === port && at > pressedAt);
  return { okMs: okAt - pressedAt, voiceMs: (voice?.at ?? Number.NaN) - pressedAt };
}

function mediaPort(trace: CallTrace): number {
  const invite = trace.messages.find(({ what }) => what === 'INVITE');
  return Number(/^m=audio (\d+)/m.exec(invite?.text ?? '')?.[1]);
}

/** Presses Enter. @returns when the window got the key, in epoch milliseconds */
async function pressEnter(desk: Page): Promise<number> {
  await desk.evaluate(() => {
    const noteTime = (): void => {
      document.body.dataset['pressedAt'] = String(performance.timeOrigin + performance.now());
    };
    addEventListener('keydown', noteTime, { capture: true, once: true });
  });
  await desk.keyboard.press('Enter');
  return desk.evaluate(() => Number(document.body.dataset['pressedAt']));
}

function print(what: string, values: readonly number[]): void {
  const sorted = values
    .filter((value) => Number.isFinite(value))
    .toSorted((one, other) => one - other);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (n = ${String(sorted.length)})`);
}

const cleanUp = await prepareForElectron();
const pbx = await Pbx.start();
const native: NativePhone | null = await startBaresip(pbx).catch((error: unknown) => {
  console.log(`without comparison: ${String(error)}`);
  return null;
});
const launched = await launchApp({
  policy: { account: { registrars: [pbx.registrar], user: 'agent1' }, extraCaFile: pbx.caFile },
  password: 'practice-only-1',
});
try {
  const desk = await launched.desk();
  await pbx.waitForContact('agent1');
  const [ours, theirs]: [Answer[], Answer[]] = [[], []];
  for (let run = 0; run < calls; run += 1) {
    ours.push(await oneCall(pbx, 'agent1', () => pressEnter(desk)));
    await desk.getByRole('heading', { name: 'Bereit für Anrufe' }).waitFor();
    if (native !== null)
      theirs.push(await oneCall(pbx, 'outside', () => Promise.resolve(native.accept())));
  }
  print(
    'Enter → 200 OK at the caller',
    ours.map(({ okMs }) => okMs),
  );
  print(
    'Enter → first voice packet at the caller',
    ours.map(({ voiceMs }) => voiceMs),
  );
  if (native !== null) {
    print(
      'baresip: accept → 200 OK at the caller',
      theirs.map(({ okMs }) => okMs),
    );
    print(
      'baresip: accept → first voice packet',
      theirs.map(({ voiceMs }) => voiceMs),
    );
  }
} finally {
  await launched.close();
  await native?.stop();
  await pbx.stop();
  await cleanUp();
}
