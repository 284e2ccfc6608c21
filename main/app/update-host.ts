import { hasLiveCall } from '../../shared/call/live-call.ts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { CertificateVerdicts } from '../windows/index.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { DeskState } from '../../shared/contract.ts';
import {
  installKind,
  rolloutPlace,
  startSelfUpdater,
  thisMachine,
  type Fault,
  type SelfUpdater,
} from '../updates/index.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { Log } from './log.ts';
import { connectionFailure, wrongPin } from './policy-report.ts';
import { restartArguments } from './restart.ts';
import type { ProblemBoard } from './problem-board.ts';

interface UpdateHostOptions {
  readonly settings: () => Settings;
  readonly profile: string;
  readonly state: DeskStateHolder;
  readonly problems: ProblemBoard;
  readonly log: Log;
  /** Requests are judged by the authorities and pins of the telephone. */
  readonly certificates: CertificateVerdicts;
}

/** An unsaved wrap-up keeps updates away for so long after its call; it survives a restart. */
const wrapUpMs = 10 * 60_000;

/** What must not be interrupted right now. */
export function busyWith(
  { calls, agent, wrapUps }: Pick<DeskState, 'calls' | 'agent' | 'wrapUps'>,
  now: number,
): 'call' | 'wrapUp' | null {
  if (hasLiveCall(calls)) return 'call';
  const fresh = wrapUps.some(({ endedAt }) => endedAt === null || now - endedAt < wrapUpMs);
  return agent.status.kind === 'wrapUp' || fresh ? 'wrapUp' : null;
}

/** Starts updates by the program itself, where the settings name a server and this installation may. */
export async function openSelfUpdater(options: UpdateHostOptions): Promise<SelfUpdater | null> {
  const { settings, profile, state, problems, log } = options;
  const note = installNote(join(profile, 'update.json'));
  const missed = note.missed();
  if (missed !== null) {
    const detail = `Fassung ${missed} sollte laufen, es läuft ${app.getVersion()}`;
    problems.add({ code: 'updateFailed', detail });
  }
  const install = installKind({
    platform: process.platform,
    packaged: app.isPackaged,
    env: process.env,
    program: process.execPath,
  });
  const { updateUrl, updateKeys } = settings();
  if (install.kind === 'fixed' || updateUrl === undefined || updateKeys.length === 0) {
    const missing = updateUrl === undefined ? 'noServer' : 'noKeys';
    const reason = install.kind === 'fixed' ? install.reason : missing;
    state.set({ update: { phase: 'off', reason } });
    return null;
  }
  // Only here: most desks are updated by the house and need not load it at the start.
  const { openUpdateEngine } = await import('../updates/update-engine.ts');
  return startSelfUpdater({
    engine: openUpdateEngine({
      install,
      url: updateUrl,
      keys: updateKeys,
      place: rolloutPlace(thisMachine()),
      trialProfile: join(profile, 'update-trial'),
      args: restartArguments(),
      prepare: options.certificates.guard,
      log: (message) => {
        log.warn('update', message);
      },
    }),
    window: () => settings().updateWindow,
    busy: () => busyWith(state.current, Date.now()),
    setState: (update) => {
      state.set({ update });
    },
    problems,
    describe: (fault) => describe(fault, updateUrl, options.certificates),
    log: (message, facts) => {
      log.info('update', message, facts);
    },
    beforeInstall: note.write,
    quit: () => {
      app.quit();
    },
    now: Date.now,
    random: Math.random,
  });
}

/** What an agent can read out to IT. */
function describe(
  { failure, detail }: Fault,
  url: string,
  certificates: CertificateVerdicts,
): string | null {
  if (detail === null || failure !== 'unreachable') return detail;
  const status = /^(?:Cannot download.*status )?(\d{3})\b/.exec(detail)?.[1];
  return status === undefined
    ? (wrongPin(url, certificates) ?? connectionFailure(detail))
    : `Der Server antwortet mit ${status}.`;
}

/** Remembers over the restart which version should run. */
function installNote(file: string): {
  readonly write: (version: string) => void;
  /** Version that should run and does not; null: none. */
  readonly missed: () => string | null;
} {
  return {
    write: (version) => {
      writeFileSync(file, JSON.stringify({ version }));
    },
    missed: () => {
      try {
        const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
        rmSync(file);
        return typeof version === 'string' && version !== app.getVersion() ? version : null;
      } catch {
        return null; // none was put in
      }
    },
  };
}
