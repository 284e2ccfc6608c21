import { app } from 'electron';
import type { Health, PhoneDescription, TracedMessage } from '../../shared/diagnostics/health.ts';
import type { SettingsLayer } from '../../shared/settings/settings.ts';
import {
  crashDumps,
  diagnosticFiles,
  healthOf,
  logLines,
  ownNames,
  SipTrace,
  writeZip,
} from '../diagnostics/index.ts';
import type { Configuration } from './configuration.ts';
import type { DeskStateHolder } from './desk-state.ts';
import { logFiles, type Log } from './log.ts';

/** A phone that does not describe itself within so many milliseconds is described without it. */
const descriptionMs = 4_000;

interface Surroundings {
  readonly version: string;
  readonly logFolder: string;
  readonly configuration: Configuration;
  readonly secrets: { readonly keyStore: boolean; readonly password: () => string | null };
  readonly state: DeskStateHolder;
  readonly log: Log;
  readonly askPhone: () => void;
  readonly tracePhone: (until: number | null) => void;
}

/** Help for the help desk: the state of the workplace, a SIP trace for a while, and a package to send. */
export class DiagnosticsHost {
  readonly #around: Surroundings;
  #waiting: ((description: PhoneDescription | null) => void)[] = [];
  readonly #trace = new SipTrace((until) => {
    const { state, log, tracePhone } = this.#around;
    log.info('diagnostics', until === null ? 'SIP trace off' : 'SIP trace on');
    tracePhone(until);
    state.set({ traceUntil: until });
  });

  constructor(around: Surroundings) {
    this.#around = around;
  }

  async health(): Promise<Health> {
    return this.#health(await this.#describe());
  }

  trace(on: boolean): void {
    this.#trace.switch(on);
  }

  traced(message: TracedMessage): void {
    this.#trace.add(message);
  }

  described(description: PhoneDescription): void {
    for (const answer of this.#waiting.splice(0)) answer(description);
  }

  /** A phone that was started again knows nothing of a trace. */
  phoneStarted(): void {
    if (this.#trace.until !== null) this.#around.tracePhone(this.#trace.until);
  }

  /**
   * Writes a diagnosis package.
   * @returns whether the place took it; the reason is logged
   */
  async save(file: string): Promise<boolean> {
    const { state, log, logFolder, configuration, secrets } = this.#around;
    const description = await this.#describe();
    const at = new Date();
    const { current } = state;
    const files = diagnosticFiles({
      at,
      health: this.#health(description),
      settings: configuration.settings(),
      ...configuration.layers(),
      state: current,
      candidates: description?.candidates ?? null,
      trace: this.#trace.messages,
      crashes: crashDumps(app.getPath('crashDumps')),
      log: logLines(logFiles(logFolder)),
      secrets: [...ownNames(), secrets.password() ?? ''],
    });
    try {
      writeZip(file, files, at);
      log.info('diagnostics', 'package written');
      return true;
    } catch (error) {
      log.error('diagnostics', `package not written: ${String(error)}`);
      return false;
    }
  }

  #health(description: PhoneDescription | null): Health {
    const { version, secrets, configuration } = this.#around;
    return healthOf({
      version,
      keyStore: secrets.keyStore,
      policy: policyHealth(configuration.layers()),
      lastMessageAt: description?.lastMessageAt ?? null,
    });
  }

  #describe(): Promise<PhoneDescription | null> {
    return new Promise((resolve) => {
      setTimeout(() => {
        resolve(null);
      }, descriptionMs);
      this.#waiting.push(resolve);
      this.#around.askPhone();
    });
  }
}

/** The policy in figures. */
export function policyHealth({
  source,
  policy,
  wrong,
}: {
  readonly source: string;
  readonly policy: SettingsLayer;
  readonly wrong: readonly string[];
}): Health['policy'] {
  return { source, keys: Object.keys(policy).length, wrong: wrong.length };
}
