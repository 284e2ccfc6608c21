// What an agent waits for, in real Electron with a real Asterisk and sipp: INVITE → card painted, Enter →
// 200 OK on the wire, start → registered, and the memory of all processes. Nothing is asserted.
import type { Page } from 'playwright-core';
import { prepareForElectron } from '../e2e/support/prepare.ts';
import { launchApp, type LaunchedApp } from '../e2e/support/electron-app.ts';
import { Pbx } from '../pbx/asterisk.ts';
import { callFromOutside } from '../pbx/sipp.ts';
import { printTimes } from './print-times.ts';
import { treeMegabytes } from './process-memory.ts';

const calls = Number(process.env['AMTSDRAHT_BENCH_CALLS'] ?? 100);
const starts = 5;
const number = '+494066969530';

/** The log lines of one kind carry a JSON object at their end. */
function logged(
  launched: LaunchedApp,
  message: string,
): readonly Readonly<Record<string, unknown>>[] {
  return launched
    .output()
    .split('\n')
    .filter((line) => line.includes(` info ${message} {`))
    .map((line) => JSON.parse(line.slice(line.indexOf('{'))) as Record<string, unknown>);
}

async function launch(pbx: Pbx): Promise<{ launched: LaunchedApp; desk: Page; startMs: number }> {
  const started = Date.now();
  const launched = await launchApp({
    policy: { account: { registrars: [pbx.registrar], user: 'agent1' }, extraCaFile: pbx.caFile },
    password: 'practice-only-1',
  });
  await pbx.waitForContact('agent1');
  const startMs = Date.now() - started;
  const desk = await launched.desk();
  await desk.getByText('Angemeldet', { exact: true }).waitFor();
  return { launched, desk, startMs };
}

async function oneCall(pbx: Pbx, desk: Page): Promise<number | null> {
  const caller = await callFromOutside(pbx, { number, talkSeconds: 30 });
  await desk.locator('.desk-call [data-phase=ringing]').waitFor();
  const pressedAt = Date.now();
  await desk.keyboard.press('Enter');
  await desk.locator('.desk-call [data-phase=connected]').waitFor();
  await desk.keyboard.press('F10');
  const trace = await caller.finished;
  const answer = trace.messages.find(({ what }) => what === '200');
  await desk.getByRole('heading', { name: 'Bereit für Anrufe' }).waitFor();
  return answer === undefined ? null : answer.at - pressedAt;
}

const cleanUp = await prepareForElectron();
const pbx = await Pbx.start();
try {
  const startTimes: number[] = [];
  for (let run = 1; run < starts; run += 1) {
    const { launched, startMs } = await launch(pbx);
    startTimes.push(startMs);
    await launched.close();
    await pbx.rx('database deltree registrar');
  }
  const { launched, desk, startMs } = await launch(pbx);
  startTimes.push(startMs);
  printTimes('start → registered at Asterisk', startTimes);
  const idle = treeMegabytes(launched.app.process().pid ?? 0);
  const answers: number[] = [];
  for (let run = 0; run < calls; run += 1) {
    const answered = await oneCall(pbx, desk);
    if (answered !== null) answers.push(answered);
  }
  const painted = logged(launched, 'card painted').map(({ afterMs }) => Number(afterMs));
  printTimes('INVITE on the WebSocket → card painted', painted);
  printTimes('Enter → 200 OK at the caller', answers);
  const after = treeMegabytes(launched.app.process().pid ?? 0);
  console.log(
    `memory of all processes (PSS): ${idle.toFixed(0)} MiB idle, ${after.toFixed(0)} MiB after ${String(calls)} calls`,
  );
  await launched.close();
} finally {
  await pbx.stop();
  await cleanUp();
}
