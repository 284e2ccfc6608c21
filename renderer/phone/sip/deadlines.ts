import { guarded, type PhoneLog } from './ports.ts';

/** Named timers, at most one of each name; what they do never throws outwards. */
export class Deadlines<Name extends string> {
  readonly #log: PhoneLog;
  readonly #timers = new Map<Name, ReturnType<typeof setTimeout>>();

  constructor(log: PhoneLog) {
    this.#log = log;
  }

  /** Sets a deadline anew. */
  after(name: Name, ms: number, action: () => void): void {
    this.clear(name);
    const run = guarded(this.#log, () => {
      this.#timers.delete(name);
      action();
    });
    this.#timers.set(name, setTimeout(run, ms));
  }

  has(name: Name): boolean {
    return this.#timers.has(name);
  }

  clear(name: Name): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  clearAll(): void {
    for (const name of this.#timers.keys()) this.clear(name);
  }
}
