import { hasLiveCall } from '../../shared/call/live-call.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, clipboard, dialog, type BrowserWindow } from 'electron';
import { deskContract } from '../../shared/contract.ts';
import { textsFor } from '../../shared/texts/index.ts';
import type { PeerPort, ReportHandlers, RequestHandlers } from '../ipc/index.ts';
import { appOrigins, createDeskWindow } from '../windows/index.ts';
import type { AppContext } from './context.ts';

export type DeskRequests = Omit<
  RequestHandlers<typeof deskContract.requests>,
  'copyText' | 'getState' | 'saveCsv' | 'saveDiagnostics'
>;
export type DeskReports = Omit<ReportHandlers<typeof deskContract.reports>, 'failed'>;

/** What the desk may write where the agent says. */
interface DeskFiles {
  readonly csv: () => string;
  readonly saveDiagnostics: (file: string) => Promise<boolean>;
}

/** Main's side of the visible window. */
export interface DeskHost {
  readonly notify: PeerPort<typeof deskContract>['notify'];
  readonly window: BrowserWindow;
  /** From now on closing the window asks nothing (the whole application is quitting). */
  readonly letGo: () => void;
}

/**
 * Opens the desk, not yet shown. When its process ends the page is loaded again into the same window; the calls go on
 * in the phone process meanwhile.
 */
export function openDesk(
  context: AppContext,
  requests: DeskRequests,
  reports: DeskReports,
  files: DeskFiles,
): DeskHost {
  const { log, state } = context;
  const window = createDeskWindow(state.current.settings.theme);
  const url = `${appOrigins.desk}/index.html`;
  let quitting = false;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('desk', 'process ended, loading the window again', { reason });
    if (!window.isDestroyed()) void window.loadURL(url);
  });
  window.on('close', (event) => {
    if (!quitting && hasLiveCall(context.state.current.calls) && !confirmClose(window, context))
      event.preventDefault();
  });
  void window.loadURL(url);
  const port = context.broker.join({
    origin: appOrigins.desk,
    contents: window.webContents,
    contract: deskContract,
    requests: {
      ...requests,
      getState: () => state.current,
      saveDiagnostics: async () => {
        const file = await askForPlace(window, context);
        if (file === undefined) return { outcome: 'cancelled' as const };
        return {
          outcome: (await files.saveDiagnostics(file)) ? ('saved' as const) : ('failed' as const),
        };
      },
      copyText: async ({ text }) => {
        await clipboard.writeText(text);
        return {};
      },
      saveCsv: () => saveCsv(window, files.csv()),
    },
    reports: {
      ...reports,
      failed: ({ message }) => {
        log.error('desk', message);
      },
    },
  });
  return {
    window,
    notify: (name, payload) => {
      port.notify(name, payload);
    },
    letGo: () => {
      quitting = true;
    },
  };
}

/** Asks where to, and writes. */
async function saveCsv(
  window: BrowserWindow,
  text: string,
): Promise<{ file: string | null; failed: boolean }> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: 'amtsdraht.csv',
  });
  if (canceled) return { file: null, failed: false };
  try {
    await writeFile(filePath, text);
    return { file: filePath, failed: false };
  } catch {
    return { file: filePath, failed: true };
  }
}

async function askForPlace(
  window: BrowserWindow,
  { state }: AppContext,
): Promise<string | undefined> {
  const { health } = textsFor(state.current.settings.language);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: health.package,
    defaultPath: join(
      app.getPath('downloads'),
      `amtsdraht-diagnose-${new Date().toISOString().slice(0, 10)}.zip`,
    ),
    filters: [{ name: 'ZIP', extensions: ['zip'] }],
  });
  return canceled ? undefined : filePath;
}

/** Closing the window would end the call of somebody who waited for it: ask first. */
function confirmClose(window: BrowserWindow, { state }: AppContext): boolean {
  const texts = textsFor(state.current.settings.language).closeWithCall;
  const keep = 1;
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: texts.question,
    detail: texts.detail,
    buttons: [texts.close, texts.keep],
    defaultId: keep,
    cancelId: keep,
  });
  return choice !== keep;
}
