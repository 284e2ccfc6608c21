import { app, crashReporter } from 'electron';
import { crashDumps, removeOldDumps } from '../diagnostics/index.ts';
import type { Log } from './log.ts';

/**
 * From now on a process that ends by an error leaves a minidump (stacks and registers, no heap) in the profile.
 * Nothing is sent. Has to run before `app.ready`, so that every process is under it.
 */
export function keepCrashDumps(): void {
  crashReporter.start({ uploadToServer: false });
}

/** Logs every process that ends by itself, and what the last run may have left; deletes old dumps. */
export function watchCrashes(log: Log): void {
  const folder = app.getPath('crashDumps');
  const tidy = (): void => {
    const removed = removeOldDumps(folder, Date.now());
    if (removed > 0) log.info('crash', 'old dumps deleted', { removed });
  };
  tidy();
  const kept = crashDumps(folder).length;
  if (kept > 0) log.info('crash', 'dumps on the disk', { kept });
  const gone = (type: string, { reason, exitCode }: Electron.RenderProcessGoneDetails): void => {
    if (reason === 'clean-exit') return;
    log.error('crash', 'process gone', { type, reason, exitCode });
    // The dump is written while the process ends; the next start looks again.
    tidy();
  };
  app.on('render-process-gone', (_event, _contents, details) => {
    gone('renderer', details);
  });
  app.on('child-process-gone', (_event, details) => {
    gone(details.type, { reason: details.reason, exitCode: details.exitCode });
  });
}
