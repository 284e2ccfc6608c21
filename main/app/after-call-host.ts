import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { openCallbacks } from '../../shared/journal/callback.ts';
import { entryOf, type WrapUp } from '../../shared/journal/wrap-up.ts';
import { readKept, writeKept } from '../files/index.ts';
import { CallbackList, Exporter, Journal, WrapUps, type ExportState } from '../journal/index.ts';
import type { Configuration } from './configuration.ts';
import type { AppContext } from './context.ts';
import { AfterCall } from './after-call.ts';
import { httpRequest } from './http.ts';
import { connectionFailure, wrongPin } from './policy-report.ts';

/** Retentions are enforced, and due call-backs counted, this often, in milliseconds. */
const tidyMs = 60_000;
/** The endpoint of the centre has this long to answer, in milliseconds. */
const postTimeoutMs = 20_000;

/** Opens journal, wrap-ups and call-backs of the profile and keeps the desk's picture of them. */
export function startAfterCall(
  { state, problems, log, certificates }: AppContext,
  profile: string,
  { settings }: Configuration,
): AfterCall {
  const fail = (message: string): void => {
    log.error('journal', 'not written', { message });
    problems.add({ code: 'journalDiskFull', detail: message });
  };
  const wrapUps = new WrapUps({
    file: join(profile, 'wrap-ups.json'),
    now: Date.now,
    onChange: (changed) => {
      state.set({ wrapUps: [...changed] });
    },
    onFailure: fail,
    enter: (wrapUp) => enterUnfinished(wrapUp),
  });
  const showCallbacks = (): void => {
    const { open, due } = openCallbacks(callbacks.callbacks, Date.now());
    const { callbacks: shown } = state.current;
    state.set({ callbacks: { version: shown.version + 1, open, due } });
  };
  const callbacks: CallbackList = new CallbackList({
    file: join(profile, 'callbacks.json'),
    days: () => settings().callbackDays,
    now: Date.now,
    onChange: showCallbacks,
  });
  const journal = new Journal(join(profile, 'journal'));
  const showJournal = ({ waiting, failure }: ExportState): void => {
    const { version } = state.current.journal;
    const goes = settings().exportUrl !== undefined;
    state.set({
      journal: {
        version: version + 1,
        waiting: goes ? waiting : null,
        exportFailure: goes ? failure : null,
      },
    });
  };
  const pseudonym = openPseudonym(join(profile, 'export-pseudonym.json'));
  const exporter = new Exporter({
    journal,
    file: join(profile, 'journal-export.json'),
    source: 'urn:amtsdraht:desk',
    url: () => settings().exportUrl,
    agent: () => (settings().exportAgent === 'pseudonym' ? pseudonym() : null),
    post: async (url, body) => {
      try {
        const content = { type: 'application/cloudevents-batch+json', body };
        const { status } = await httpRequest({ url, content, limitMs: postTimeoutMs });
        return status;
      } catch (error) {
        const reason = wrongPin(url, certificates) ?? connectionFailure(String(error));
        throw new Error(reason, { cause: error });
      }
    },
    now: Date.now,
    random: Math.random,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    onState: showJournal,
    onFailure: (message) => {
      log.warn('journal', 'not sent', { message });
    },
  });
  const enterUnfinished = (wrapUp: WrapUp): boolean => {
    // Of practice nothing is entered, so that nothing has to be told either.
    if (wrapUp.practice) return true;
    try {
      journal.append(entryOf(wrapUp, wrapUp.callId, Date.now()));
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
      return false;
    }
    problems.add({ code: 'wrapUpsOverdue', detail: null });
    exporter.wake();
    return true;
  };
  const damaged = [wrapUps.broken, callbacks.broken].filter((broken) => broken !== null);
  const { damaged: lines } = journal.read();
  if (lines > 0) damaged.push(`journal: ${String(lines)}`);
  if (damaged.length > 0) problems.add({ code: 'journalBroken', detail: damaged.join('\n') });
  const tidy = (): void => {
    try {
      // What the centre has not received yet is kept longer than the retention says.
      if (settings().exportUrl === undefined || exporter.state.waiting === 0)
        journal.prune(settings().journalDays, Date.now());
      callbacks.prune();
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
    if (openCallbacks(callbacks.callbacks, Date.now()).due !== state.current.callbacks.due)
      showCallbacks();
  };
  state.set({ wrapUps: [...wrapUps.wrapUps] });
  showCallbacks();
  showJournal(exporter.state);
  exporter.wake();
  tidy();
  setInterval(tidy, tidyMs);
  return new AfterCall({
    wrapUps,
    callbacks,
    journal,
    exporter,
    state,
    onFailure: fail,
    onWritten: () => {
      problems.remove('journalDiskFull');
    },
    now: Date.now,
    newId: randomUUID,
  });
}

/** A name that tells nobody who it is, a new one each month. */
function openPseudonym(file: string): () => string {
  return () => {
    const month = new Date().toISOString().slice(0, 7);
    const { content } = readKept(file, pseudonymSchema, null, Date.now());
    if (content?.month === month) return content.name;
    const name = randomUUID();
    writeKept(file, { month, name });
    return name;
  };
}

const pseudonymSchema = z.strictObject({ month: z.string(), name: z.uuid() }).nullable();
