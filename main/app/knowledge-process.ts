import { join } from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import { z } from 'zod';
import { knowledgeContract, type Input, type Output } from '../../shared/contract.ts';
import type { SyncProgress } from '../../shared/knowledge/sync.ts';
import type { Log } from './log.ts';

type Requests = typeof knowledgeContract.requests;
const answerSchema = z.union([
  z.strictObject({ id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ id: z.number(), ok: z.literal(false), error: z.string() }),
]);

const noticeSchema = z.strictObject({
  notice: z.literal('syncProgress'),
  payload: knowledgeContract.notices.syncProgress,
});

/** Main's side of the knowledge process. */
export interface KnowledgeProcess {
  /** Rejects when the process refuses the message or ends before it answered. */
  ask<Name extends keyof Requests>(
    name: Name,
    input: Input<Requests[Name]>,
  ): Promise<Output<Requests[Name]>>;
  readonly stop: () => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Starts the knowledge process and starts it again when it ends by itself, at most once in
 * `restartPauseMs`, so that a crash loop cannot eat the machine.
 * @param onRestarted called after each restart; the pack has to be loaded again
 * @param onProgress called while the pack is synchronised
 */
export function startKnowledgeProcess(
  log: Log,
  onRestarted: () => void,
  onProgress: (progress: SyncProgress) => void,
): KnowledgeProcess {
  const restartPauseMs = 2_000;
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let stopped = false;
  let child: UtilityProcess = fork();

  function fork(): UtilityProcess {
    const entry = join(app.getAppPath(), 'out', 'main', 'knowledge.cjs');
    const started = utilityProcess.fork(entry, [], { serviceName: 'Amtsdraht knowledge' });
    started.on('message', receive);
    started.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error('knowledge process ended'));
      waiting.clear();
      if (stopped) return;
      log.error('knowledge', 'process ended, starting it again', { code });
      setTimeout(() => {
        child = fork();
        onRestarted();
      }, restartPauseMs);
    });
    return started;
  }

  function receive(message: unknown): void {
    const notice = noticeSchema.safeParse(message);
    if (notice.success) {
      onProgress(notice.data.payload);
      return;
    }
    const answer = answerSchema.safeParse(message);
    if (!answer.success) {
      log.warn('knowledge', 'malformed answer dropped');
      return;
    }
    const waiter = waiting.get(answer.data.id);
    waiting.delete(answer.data.id);
    if (answer.data.ok) waiter?.resolve(answer.data.value);
    else waiter?.reject(new Error(answer.data.error));
  }

  return {
    ask: async (name, input) => {
      const id = nextId++;
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.postMessage({ id, name, payload: input });
      });
      const { output } = knowledgeContract.requests[name];
      return output.parse(answer) as Output<Requests[typeof name]>;
    },
    stop: () => {
      stopped = true;
      child.kill();
    },
  };
}
