import { traceMs, type TracedMessage } from '../../shared/diagnostics/health.ts';

/** Newest messages that are kept, in memory only. */
const limit = 2_000;

/** A SIP trace on demand: begins empty, ends by itself after `traceMs`, and stays for the diagnosis package. */
export class SipTrace {
  readonly #onUntil: (until: number | null) => void;
  #messages: TracedMessage[] = [];
  #until: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** @param onUntil hears when it ends, epoch milliseconds; null: it has ended */
  constructor(onUntil: (until: number | null) => void) {
    this.#onUntil = onUntil;
  }

  /** null: none is running. */
  get until(): number | null {
    return this.#until;
  }

  get messages(): readonly TracedMessage[] {
    return this.#messages;
  }

  switch(on: boolean): void {
    clearTimeout(this.#timer);
    this.#until = on ? Date.now() + traceMs : null;
    if (on) {
      this.#messages = [];
      this.#timer = setTimeout(() => {
        this.switch(false);
      }, traceMs);
      this.#timer.unref();
    }
    this.#onUntil(this.#until);
  }

  /** What the phone has seen and redacted; what comes after the end is not kept. */
  add(message: TracedMessage): void {
    if (this.#until === null) return;
    this.#messages.push(message);
    if (this.#messages.length > limit) this.#messages.shift();
  }
}
