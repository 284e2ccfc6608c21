// From the key to the answer: Enter → 200 OK leaves the phone, → 200 OK at the caller, → first voice packet at the
// caller, beside baresip that is told to accept the calls of the same sipp through the same Asterisk. What lies
// between the first two is the exchange's own time. Nothing is asserted.
import type { Page } from 'playwright-core';
import { waitForIdle } from '../e2e/support/desk.ts';
import { prepareForElectron } from '../e2e/support/prepare.ts';
import { openWorkplace } from '../e2e/support/workplace.ts';
import { Pbx } from '../pbx/asterisk.ts';
import { startBaresip, type NativePhone } from '../pbx/baresip.ts';
import { captureCall } from '../pbx/packet-capture.ts';
import { callFromOutside } from '../pbx/sipp.ts';
import type { CallTrace } from '../pbx/sipp-trace.ts';
import { printTimes } from './print-times.ts';

const calls = Number(process.env['AMTSDRAHT_BENCH_CALLS'] ?? 40);
const number = '+494066969530';
/** How long it rings before somebody answers, in milliseconds; a person needs longer. */
const ringMs = 700;

/** An answer with its description is longer than any other message that a phone sends in this moment. */
const answerBytes = 600;

interface Answer {
  readonly sentMs: number;
  readonly okMs: number;
  readonly voiceMs: number;
}

/** One call. @param answer answers it and tells when, in epoch milliseconds */
async function oneCall(
  pbx: Pbx,
  rings: 'agent1' | 'outside',
  answer: () => Promise<number>,
): Promise<Answer> {
  const capture = await captureCall(pbx.ports);
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
  const { wss, sip } = pbx.ports;
  const sent = capture.packets.find(
    ({ at, toPort, bytes }) =>
      at > pressedAt && toPort === (rings === 'agent1' ? wss : sip) && bytes > answerBytes,
  );
  const voice = capture.packets.find(({ at, toPort }) => toPort === port && at > pressedAt);
  return {
    sentMs: (sent?.at ?? Number.NaN) - pressedAt,
    okMs: okAt - pressedAt,
    voiceMs: (voice?.at ?? Number.NaN) - pressedAt,
  };
}

function mediaPort(trace: CallTrace): number {
  const invite = trace.messages.find(({ what }) => what === 'INVITE');
  return Number(/^m=audio (\d+)/m.exec(invite?.text ?? '')?.[1]);
}

/** Presses Enter. @returns when the window got the key, in epoch milliseconds */
async function pressEnter(desk: Page): Promise<number> {
  // The listener first, on its own: pressed at the same time, the key can be faster.
  const pressedAt = await desk.evaluateHandle(() => {
    const seen = { at: Number.NaN };
    addEventListener(
      'keydown',
      () => {
        seen.at = performance.timeOrigin + performance.now();
      },
      { capture: true, once: true },
    );
    return seen;
  });
  await desk.keyboard.press('Enter');
  return pressedAt.evaluate(({ at }) => at);
}

function printAnswers(order: string, answers: readonly Answer[]): void {
  if (answers.length === 0) return;
  const times = (which: keyof Answer): number[] => answers.map((answer) => answer[which]);
  printTimes(`${order} → 200 OK leaves the phone`, times('sentMs'));
  printTimes(`${order} → 200 OK at the caller`, times('okMs'));
  printTimes(`${order} → first voice packet at the caller`, times('voiceMs'));
}

const cleanUp = await prepareForElectron();
const pbx = await Pbx.start();
const native: NativePhone | null = await startBaresip(pbx).catch((error: unknown) => {
  console.log(`without comparison: ${String(error)}`);
  return null;
});
const { launched, desk } = await openWorkplace(pbx);
try {
  const [ours, theirs]: [Answer[], Answer[]] = [[], []];
  for (let run = 0; run < calls; run += 1) {
    ours.push(await oneCall(pbx, 'agent1', () => pressEnter(desk)));
    await waitForIdle(desk);
    if (native !== null)
      theirs.push(await oneCall(pbx, 'outside', () => Promise.resolve(native.accept())));
  }
  printAnswers('Enter', ours);
  printAnswers('baresip: accept', theirs);
} finally {
  await launched.close();
  await native?.stop();
  await pbx.stop();
  await cleanUp();
}
