import { z } from 'zod';
import type { Call } from '../../shared/call/call.ts';
import type { Card } from '../../shared/card.ts';
import { wrapUpSchema, type WrapUp, type WrapUpChange } from '../../shared/journal/wrap-up.ts';
import { readKept, writeKept } from '../files/index.ts';

export interface WrapUpsOptions {
  /** `wrap-ups.json` of the profile. */
  readonly file: string;
  readonly now: () => number;
  readonly onChange: (wrapUps: readonly WrapUp[]) => void;
  /** The file cannot be written (full disk); the wrap-ups go on in memory. */
  readonly onFailure: (message: string) => void;
  /**
   * More wait than anybody remembers: the oldest is entered as it is.
   * @returns whether it was; one that was not goes on waiting
   */
  readonly enter: (wrapUp: WrapUp) => boolean;
}

/** Most that wait to be completed. */
const maxWaiting = 20;

/**
 * The wrap-ups of the calls that are going on or not completed yet. Each grows by itself from what happens
 * in the call, and is on the disk until it is taken out.
 */
export class WrapUps {
  /** Where a broken file was put aside; null when all is well. */
  readonly broken: string | null;
  readonly #options: WrapUpsOptions;
  #wrapUps: readonly WrapUp[];
  /** What was given to the disk last. */
  #kept = '';

  constructor(options: WrapUpsOptions) {
    this.#options = options;
    const { content, broken } = readKept(options.file, z.array(wrapUpSchema), [], options.now());
    this.broken = broken;
    // A call that was going on when the application died is over; one that rang was not taken.
    this.#wrapUps = content
      .filter(({ connectedAt }) => connectedAt !== null)
      .map((one) => ({ ...one, endedAt: one.endedAt ?? one.connectedAt }));
  }

  /** Oldest first. */
  get wrapUps(): readonly WrapUp[] {
    return this.#wrapUps;
  }

  /**
   * Follows the calls.
   * @param cardOf card of a call, with line and municipality as they are now
   * @param practice whether new calls are practice; the wrap-ups of earlier practice go with the next call
   */
  follow(
    after: readonly Call[],
    cardOf: (callId: string) => Card | undefined,
    practice: boolean,
  ): void {
    const known = new Map(this.#wrapUps.map((one) => [one.callId, one]));
    for (const call of after) {
      if (call.direction !== 'incoming') continue;
      const before = known.get(call.id);
      // Taken out already: the end of the call comes after its completion.
      if (before === undefined && call.phase === 'ended') continue;
      if (before !== undefined && before.endedAt !== null) continue;
      // Nobody has talked: there is nothing to wrap up.
      if (call.phase === 'ended' && call.connectedAt === null) known.delete(call.id);
      else {
        if (before === undefined)
          for (const one of known.values()) if (one.practice) known.delete(one.callId);
        known.set(call.id, grown(before ?? begun(call, practice), call, cardOf(call.id)));
      }
    }
    // A phone that was started again has forgotten its calls.
    for (const one of known.values())
      if (one.endedAt === null && after.every(({ id }) => id !== one.callId)) {
        if (one.connectedAt === null) known.delete(one.callId);
        else known.set(one.callId, { ...one, endedAt: this.#options.now() });
      }
    const next = this.#withoutSurplus([...known.values()]);
    if (JSON.stringify(next) !== JSON.stringify(this.#wrapUps)) this.#replace(next);
  }

  /** Nothing is dropped: what leaves has been entered without its outcome. */
  #withoutSurplus(wrapUps: readonly WrapUp[]): readonly WrapUp[] {
    const waiting = wrapUps.filter(({ endedAt }) => endedAt !== null);
    const entered = waiting
      .slice(0, Math.max(0, waiting.length - maxWaiting))
      .filter((one) => this.#options.enter(one));
    return wrapUps.filter((one) => !entered.includes(one));
  }

  /** An article was opened during the call. @returns whether it is new there */
  addTopic(callId: string, topic: WrapUp['topics'][number]): boolean {
    const topics = this.find(callId)?.topics;
    if (topics === undefined || topics.length >= 50) return false;
    if (topics.some(({ id }) => id === topic.id)) return false;
    this.#change(callId, (one) => ({ ...one, topics: [...one.topics, topic] }));
    return true;
  }

  /** What the agent has written so far. */
  change({ callId, outcome, note, line, municipality }: WrapUpChange): void {
    this.#change(callId, (one) => ({
      ...one,
      ...(outcome === undefined ? {} : { outcome }),
      ...(note === undefined ? {} : { note }),
      ...(line === undefined ? {} : { line }),
      ...(municipality === undefined ? {} : { municipality }),
    }));
  }

  /** undefined: not there any more. */
  find(callId: string): WrapUp | undefined {
    return this.#wrapUps.find((one) => one.callId === callId);
  }

  remove(callId: string): void {
    this.#replace(this.#wrapUps.filter((one) => one.callId !== callId));
  }

  #change(callId: string, change: (wrapUp: WrapUp) => WrapUp): void {
    this.#replace(this.#wrapUps.map((one) => (one.callId === callId ? change(one) : one)));
  }

  #replace(wrapUps: readonly WrapUp[]): void {
    this.#wrapUps = wrapUps;
    this.#keep(wrapUps.filter(({ connectedAt }) => connectedAt !== null));
    this.#options.onChange(wrapUps);
  }

  /** One that still rings would not be read again: nobody who waits for the answer waits for the disk. */
  #keep(answered: readonly WrapUp[]): void {
    const text = JSON.stringify(answered);
    if (text === this.#kept) return;
    try {
      writeKept(this.#options.file, answered.length === 0 ? null : answered);
      this.#kept = text;
    } catch (error) {
      this.#options.onFailure(error instanceof Error ? error.message : String(error));
    }
  }
}

function begun(call: Call, practice: boolean): WrapUp {
  return {
    callId: call.id,
    practice,
    startedAt: call.startedAt,
    connectedAt: call.connectedAt,
    endedAt: null,
    talkSeconds: 0,
    line: null,
    municipality: null,
    topics: [],
    transferredTo: null,
    outcome: null,
    note: null,
  };
}

function grown(before: WrapUp, call: Call, card: Card | undefined): WrapUp {
  const { transfer, endedAt, endReason } = call;
  const transferredTo =
    transfer.phase === 'transferring' ? nameOnly(transfer.target) : before.transferredTo;
  const handedOver = endReason === 'transferred';
  const connectedAt = call.connectedAt ?? before.connectedAt;
  const talkMs = connectedAt === null || endedAt === null ? 0 : endedAt - connectedAt;
  return {
    ...before,
    connectedAt,
    endedAt,
    talkSeconds: Math.max(0, Math.round(talkMs / 1000)),
    line: card?.line ? { id: card.line.id, name: card.line.name } : before.line,
    // Taken back ("außerhalb", another line) is an answer too: no town is billed for it.
    municipality: card === undefined ? before.municipality : card.municipality,
    // A transfer that came to nothing is none.
    transferredTo: endedAt === null || handedOver ? transferredTo : null,
    outcome: before.outcome ?? (handedOver ? 'forwarded' : null),
  };
}

/** A private number has no place in the journal; the name of an office has. null: a number. */
function nameOnly(target: string): string | null {
  return /^[+\d\s()/*#-]+$/.test(target) ? null : target;
}
