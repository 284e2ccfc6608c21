import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppImageUpdater, NsisUpdater, type AppUpdater, type UpdateInfo } from 'electron-updater';
import semver from 'semver';
import type { Session } from 'electron';
import { failure, success, type Result } from '../../shared/result.ts';
import { replaceAppImage, startAfterwards, startFailure } from './app-image.ts';
import type { InstallKind } from './install-kind.ts';
import { isServed } from './rollout.ts';
import { signedProvider } from './signed-provider.ts';
import { faultOf, reasonOf, type Fault } from './update-fault.ts';

/** What the server has. */
export type Found =
  | { readonly kind: 'nothing' }
  /** Newer, but not for this machine yet. */
  | { readonly kind: 'later'; readonly version: string }
  | { readonly kind: 'newer'; readonly version: string };

/** Fetches and installs; decides nothing about time. */
export interface UpdateEngine {
  readonly check: () => Promise<Result<Found, Fault>>;
  /** Fetches what the last `check` has found, and checks it. @param onPercent 0 to 100 */
  readonly load: (onPercent: (percent: number) => void) => Promise<Result<null, Fault>>;
  /** Starts what was fetched on the side, where that can be done. */
  readonly tryStart: () => Promise<Result<null, Fault>>;
  /** Whether what was fetched still is what was signed for; to be asked right before `install`. */
  readonly intact: () => Promise<boolean>;
  /** Puts it in place; the application has to quit then. */
  readonly install: () => Result<null, Fault>;
}

interface EngineOptions {
  readonly install: Exclude<InstallKind, { kind: 'fixed' }>;
  readonly url: string;
  readonly keys: readonly string[];
  /** Of this machine in a staged rollout (`rolloutPlace`). */
  readonly place: number;
  /** Profile for the first start on the side. */
  readonly trialProfile: string;
  /** Arguments with which the new version is started. */
  readonly args: readonly string[];
  /** Sets proxies and authorities of the requests. */
  readonly prepare: (session: Session) => void;
  readonly log: (message: string) => void;
}

/** electron-updater behind a small door; it finds, fetches (only what has changed) and checks SHA-512. */
export function openUpdateEngine(options: EngineOptions): UpdateEngine {
  const updater: AppUpdater =
    options.install.kind === 'appImage' ? new AppImageUpdater() : new NsisUpdater();
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.logger = {
    info: () => undefined,
    warn: (message) => {
      options.log(String(message));
    },
    // It says every failure twice; the one that counts is thrown.
    error: () => undefined,
  };
  updater.isUserWithinRollout = ({ stagingPercentage }) =>
    isServed(options.place, stagingPercentage);
  updater.setFeedURL({
    provider: 'custom',
    updateProvider: signedProvider(options.url, options.keys),
  });
  options.prepare(updater.netSession);
  let offered: UpdateInfo | null = null;
  let fetched: string | null = null;

  return {
    check: async () => {
      try {
        const result = await updater.checkForUpdates();
        if (result === null) return failure({ failure: 'unreachable', detail: null });
        offered = result.updateInfo;
        const { version } = offered;
        const order = semver.compare(version, updater.currentVersion);
        if (order < 0) return failure({ failure: 'older', detail: version });
        if (order === 0) return success({ kind: 'nothing' });
        return success({ kind: result.isUpdateAvailable ? 'newer' : 'later', version });
      } catch (error) {
        return failure(faultOf(error));
      }
    },
    load: async (onPercent) => {
      const told = ({ percent }: { percent: number }): void => {
        onPercent(Math.min(100, Math.max(0, Math.round(percent))));
      };
      updater.on('download-progress', told);
      try {
        [fetched = null] = await updater.downloadUpdate();
        return success(null);
      } catch (error) {
        return failure(faultOf(error));
      } finally {
        updater.off('download-progress', told);
      }
    },
    tryStart: async () => {
      if (options.install.kind !== 'appImage' || fetched === null || offered === null)
        return success(null);
      const reason = await startFailure(fetched, offered.version, options.trialProfile);
      return reason === null ? success(null) : failure({ failure: 'doesNotStart', detail: reason });
    },
    intact: async () => {
      if (fetched === null || offered === null) return false;
      const hash = await sha512Of(fetched);
      return offered.files.some((file) => file.sha512 === hash);
    },
    install: () => {
      if (fetched === null) return failure({ failure: 'notReplaced', detail: null });
      try {
        if (options.install.kind === 'appImage') {
          replaceAppImage(options.install.file, fetched);
          startAfterwards(options.install.file, options.args);
        } else updater.quitAndInstall(true, true);
        return success(null);
      } catch (error) {
        return failure({ failure: 'notReplaced', detail: reasonOf(error) });
      }
    },
  };
}

/** @returns null: not readable */
async function sha512Of(file: string): Promise<string | null> {
  const hash = createHash('sha512');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return hash.digest('base64');
  } catch {
    return null;
  }
}
