import { z } from 'zod';
import { callbackSchema, retainedCallbacks, type Callback } from '../../shared/journal/callback.ts';
import { readKept, writeKept } from '../files/index.ts';

export interface CallbackListOptions {
  /** `callbacks.json` of the profile, readable by its owner only. */
  readonly file: string;
  /** Days that a done entry is kept. */
  readonly days: () => number;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** Rückrufliste: who is to be called back. On the disk when a change returns; holds numbers. */
export class CallbackList {
  /** Where a broken file was put aside; null when all is well. */
  readonly broken: string | null;
  readonly #options: CallbackListOptions;
  #callbacks: readonly Callback[];

  constructor(options: CallbackListOptions) {
    this.#options = options;
    const { content, broken } = readKept(options.file, z.array(callbackSchema), [], options.now());
    this.broken = broken;
    this.#callbacks = retainedCallbacks(content, options.days(), options.now());
    if (this.#callbacks.length < content.length) this.#write();
  }

  /** The most urgent first, the done ones last. */
  get callbacks(): readonly Callback[] {
    return this.#callbacks;
  }

  /** @throws when the disk does not take it; the list stays as it was */
  add(callback: Callback): void {
    this.#replace([...this.#callbacks, callback]);
  }

  /** Done or, by mistake, open again. @throws see {@link add} */
  setDone(id: string, done: boolean): void {
    const doneAt = done ? this.#options.now() : null;
    this.#replace(this.#callbacks.map((one) => (one.id === id ? { ...one, doneAt } : one)));
  }

  /** @throws see {@link add} */
  remove(id: string): void {
    this.#replace(this.#callbacks.filter((one) => one.id !== id));
  }

  /** Deletes what is older than the retention; to be called now and then. */
  prune(): void {
    const kept = retainedCallbacks(this.#callbacks, this.#options.days(), this.#options.now());
    if (kept.length < this.#callbacks.length) this.#replace(kept);
  }

  #replace(callbacks: readonly Callback[]): void {
    const before = this.#callbacks;
    this.#callbacks = retainedCallbacks(callbacks, this.#options.days(), this.#options.now());
    try {
      this.#write();
    } catch (error) {
      this.#callbacks = before;
      throw error;
    }
    this.#options.onChange();
  }

  #write(): void {
    writeKept(this.#options.file, this.#callbacks.length === 0 ? null : this.#callbacks);
  }
}
