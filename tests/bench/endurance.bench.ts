// A long day: calls in a row through Asterisk, each answered by Enter and ended by the caller after 0.1 s.
// Memory of all processes and what is left in the phone process, before and after. Nothing is asserted.
// `npm run bench -- endurance`; fewer calls with AMTSDRAHT_BENCH_CALLS.
import type { CDPSession, Page } from 'playwright-core';
import type { LaunchedApp } from '../e2e/support/electron-app.ts';
import { prepareForElectron } from '../e2e/support/prepare.ts';
import { openWorkplace } from '../e2e/support/workplace.ts';
import { Pbx } from '../pbx/asterisk.ts';
import { callFromOutside } from '../pbx/sipp.ts';
import { megabytes, treeMegabytes } from './process-memory.ts';

const calls = Number(process.env['AMTSDRAHT_BENCH_CALLS'] ?? 1_000);
/** Calls before the first look: what is loaded with the first call is no leak. */
const warmUpCalls = Math.min(20, calls);
const number = '+494066969530';
/** So long a SIP transaction may remember its call (RFC 6026 Timer L, 32 s), in milliseconds. */
const transactionsMs = 35_000;

/** What is alive after the garbage was collected. */
interface Remains {
  readonly [memoryOfProcess: `PSS of ${string}, MiB`]: number;
  readonly 'peer connections, open': number;
  readonly 'peer connections, in memory': number;
  readonly 'live tracks': number;
  readonly 'calls of the phone': number;
  readonly 'SIP dialogs': number;
  readonly 'channels of Asterisk': number;
  readonly 'JS heap of the phone, MiB': number;
  readonly 'JS heap of the desk, MiB': number;
  readonly 'JS heap of main, MiB': number;
  readonly 'all processes (PSS), MiB': number;
}

/**
 * Objects of the page with this class, once nothing dead is left.
 * @param counts expression over `one`; what throws is the prototype of a subclass and does not count
 */
async function census(session: CDPSession, type: string, counts: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: `${type}.prototype` });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const answer = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: `function () {
      return this.filter((one) => { try { return ${counts}; } catch { return false; } }).length;
    }`,
    returnByValue: true,
  });
  return Number(answer.result.value);
}

async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}

/** What the processes take, by what they do; two of the same kind count together. */
async function processMegabytes(
  launched: LaunchedApp,
): Promise<Record<`PSS of ${string}, MiB`, number>> {
  const processes = await launched.app.evaluate(({ app, webContents }) => {
    const pages = new Map(
      webContents.getAllWebContents().map((page) => [page.getOSProcessId(), page.getURL()]),
    );
    return app.getAppMetrics().map(({ pid, type, name, serviceName }) => {
      const page = /^app:\/\/(\w+)/.exec(pages.get(pid) ?? '')?.[1];
      return { pid, what: page ?? name ?? serviceName ?? type };
    });
  });
  const sums: Record<`PSS of ${string}, MiB`, number> = {};
  for (const { pid, what } of processes) {
    const key = `PSS of ${what}, MiB` as const;
    sums[key] = (sums[key] ?? 0) + megabytes(pid);
  }
  return sums;
}

/** Heap of the main process once nothing dead is left. */
async function mainHeapMegabytes(launched: LaunchedApp): Promise<number> {
  const used = await launched.app.evaluate(() => {
    // Exposed by the flag at the start.
    (globalThis as { gc?: () => void }).gc?.();
    return process.memoryUsage().heapUsed;
  });
  return used / 2 ** 20;
}

async function look(launched: LaunchedApp, pbx: Pbx): Promise<Remains> {
  const [desk, phone] = [await launched.desk(), await launched.phone()];
  await new Promise((wake) => setTimeout(wake, transactionsMs));
  const heap = { desk: await heapMegabytes(desk), phone: await heapMegabytes(phone) };
  const session = await phone.context().newCDPSession(phone);
  const connections = await census(session, 'RTCPeerConnection', "one.signalingState !== ''");
  const open = await census(session, 'RTCPeerConnection', "one.signalingState !== 'closed'");
  const tracks = await census(session, 'MediaStreamTrack', "one.readyState === 'live'");
  await session.detach();
  const sip = await phone.evaluate(() => {
    const page = globalThis as {
      phoneProbe?: { census: () => { calls: number; dialogs: number } };
    };
    return page.phoneProbe?.census();
  });
  return {
    'peer connections, open': open,
    'peer connections, in memory': connections,
    'live tracks': tracks,
    'calls of the phone': sip?.calls ?? Number.NaN,
    'SIP dialogs': sip?.dialogs ?? Number.NaN,
    'channels of Asterisk': await pbx.channelCount(),
    'JS heap of the phone, MiB': heap.phone,
    'JS heap of the desk, MiB': heap.desk,
    'JS heap of main, MiB': await mainHeapMegabytes(launched),
    ...(await processMegabytes(launched)),
    'all processes (PSS), MiB': treeMegabytes(launched.app.process().pid ?? 0),
  };
}

/** Id of a call that rings in the window, once there is one. */
async function ringingCall(desk: Page): Promise<string> {
  const bar = desk.locator('.desk-call [data-phase=ringing]').first();
  return (await bar.getAttribute('data-call')) ?? '';
}

/** @returns how many were answered, and how many needed the key once more */
async function serve(
  pbx: Pbx,
  desk: Page,
  count: number,
): Promise<{ readonly answered: number; readonly again: number }> {
  const caller = await callFromOutside(pbx, { number, talkSeconds: 0.1, calls: count });
  const over = caller.finished.then(() => null);
  let again = 0;
  for (let last = ''; ;) {
    const call = await Promise.race([ringingCall(desk).catch(() => ''), over]);
    if (call === null) break;
    if (call === '') continue;
    if (call === last) again += 1;
    last = call;
    await desk.keyboard.press('Enter');
    // By its id: the next one may ring before the window has drawn that this one no longer does.
    const goes = desk
      .locator(`.desk-call [data-call="${call}"][data-phase=ringing]`)
      .waitFor({ state: 'detached', timeout: 2_000 });
    await Promise.race([goes.catch(() => null), over]);
  }
  const { messages } = await caller.finished;
  const answered = messages.filter(
    ({ what, direction, text }) =>
      what === '200' && direction === 'received' && /^CSeq: *\d+ INVITE/im.test(text),
  );
  await desk.getByRole('heading', { name: 'Bereit für Anrufe' }).waitFor();
  return { answered: answered.length, again };
}

const cleanUp = await prepareForElectron();
const pbx = await Pbx.start();
const { launched, desk } = await openWorkplace(pbx, { args: ['--js-flags=--expose-gc'] });
try {
  await desk.getByRole('heading', { name: 'Bereit für Anrufe' }).waitFor();
  await serve(pbx, desk, warmUpCalls);
  const before = await look(launched, pbx);
  const started = Date.now();
  const { answered, again } = await serve(pbx, desk, calls);
  const minutes = (Date.now() - started) / 60_000;
  const after = await look(launched, pbx);
  console.log(
    `${String(answered)} of ${String(calls)} calls answered, ${minutes.toFixed(1)} minutes, Enter once more: ${String(again)}`,
  );
  const rounded = (remains: Remains): Record<string, number> =>
    Object.fromEntries(
      Object.entries(remains).map(([what, value]) => [what, Math.round(Number(value) * 10) / 10]),
    );
  const [first, last] = [rounded(before), rounded(after)];
  console.table(
    Object.fromEntries(
      Object.entries(last).map(([what, value]) => [
        what,
        { [`after ${String(warmUpCalls)}`]: first[what], [`after ${String(calls)} more`]: value },
      ]),
    ),
  );
} finally {
  await launched.close();
  await pbx.stop();
  await cleanUp();
}
