import { clipboard, dialog, type BrowserWindow } from 'electron';
import { deskContract } from '../../shared/contract.ts';
import { textsFor } from '../../shared/texts/index.ts';
import type { PeerPort, ReportHandlers, RequestHandlers } from '../ipc/index.ts';
import { appOrigins, createDeskWindow } from '../windows/index.ts';
import type { AppContext } from './context.ts';

export type DeskRequests = Omit<
  RequestHandlers<typeof deskContract.requests>,
  'copyText' | 'getState'
>;
export type DeskReports = Omit<ReportHandlers<typeof deskContract.reports>, 'failed'>;

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
): DeskHost {
  const { log, state } = context;
  const window = createDeskWindow();
  const url = `${appOrigins.desk}/index.html`;
  let quitting = false;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('desk', 'process ended, loading the window again', { reason });
    if (!window.isDestroyed()) void window.loadURL(url);
  });
  window.on('close', (event) => {
    if (!quitting && hasCall(context) && !confirmClose(window, context)) event.preventDefault();
  });
  void window.loadURL(url);
  const port = context.broker.join({
    origin: appOrigins.desk,
    contents: window.webContents,
    contract: deskContract,
    requests: {
      ...requests,
      getState: () => state.current,
      copyText: async ({ text }) => {
        await clipboard.writeText(text);
        return {};
      },
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

function hasCall({ state }: AppContext): boolean {
  return state.current.calls.some(({ phase }) => phase !== 'ended');
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
