import type { UserAgent } from 'sip.js';
import type { CallList } from './call-list.ts';
import type { Generation } from './generation.ts';
import type { PhonePorts } from './ports.ts';
import { revivalPauseMs } from './retry-pause.ts';

/** A retired generation whose calls still need it. */
interface Lingering {
  readonly generation: Generation;
  /** Attempts in a row to give it a new socket. */
  attempt: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  busy: boolean;
}

/**
 * Retired generations that still carry conversations. One that has lost its socket gets a new one to the
 * same registrar: a dialog belongs to the user agent that made it, and only there can the far end's BYE
 * be heard again (B1-3). Each is disposed of after its last call.
 */
export class Revival {
  readonly #calls: CallList;
  readonly #ports: PhonePorts;
  readonly #onBack: (userAgent: UserAgent) => void;
  readonly #lingering = new Set<Lingering>();

  constructor(calls: CallList, ports: PhonePorts, onBack: (userAgent: UserAgent) => void) {
    this.#calls = calls;
    this.#ports = ports;
    this.#onBack = onBack;
  }

  add(generation: Generation): void {
    this.#lingering.add({ generation, attempt: 0, timer: undefined, busy: false });
    this.sweep();
  }

  /** Its socket is gone. */
  lost(generation: Generation): void {
    this.sweep();
    for (const each of this.#lingering) if (each.generation === generation) this.#plan(each);
  }

  /** Somebody has got through: those that wait for their next attempt need not wait longer. */
  hurry(): void {
    for (const each of this.#lingering) if (each.timer !== undefined) void this.#revive(each);
  }

  sweep(): void {
    for (const each of this.#lingering) {
      if (this.#calls.needs(each.generation.userAgent)) continue;
      clearTimeout(each.timer);
      this.#lingering.delete(each);
      void each.generation.dispose();
    }
  }

  #plan(each: Lingering): void {
    clearTimeout(each.timer);
    const pause = revivalPauseMs(each.attempt, this.#ports.random());
    each.timer = setTimeout(() => void this.#revive(each), pause);
    each.attempt += 1;
  }

  async #revive(each: Lingering): Promise<void> {
    clearTimeout(each.timer);
    each.timer = undefined;
    if (each.busy) return;
    each.busy = true;
    const back = await each.generation.revive();
    each.busy = false;
    if (!this.#lingering.has(each)) return;
    if (!back) {
      this.#plan(each);
      return;
    }
    each.attempt = 0;
    this.#onBack(each.generation.userAgent);
  }
}
