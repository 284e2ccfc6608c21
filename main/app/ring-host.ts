import type { BrowserWindow } from 'electron';
import { ringContract } from '../../shared/contract.ts';
import { ringPicture, type RingPicture } from '../../shared/windows/ring-picture.ts';
import { appOrigins, createRingWindow, dressWindow, showInCorner } from '../windows/index.ts';
import type { AppContext } from './context.ts';

/** Main's side of the ring window. */
export interface RingHost {
  /** The calls, the settings or the focus of the desk may have changed. */
  readonly follow: () => void;
  readonly close: () => void;
}

/** What a press in the ring window does. */
export interface RingActions {
  readonly answer: (callId: string) => void;
  readonly decline: (callId: string) => void;
}

/**
 * The small window that rings while the agent works in another program. It is made once, hidden, so that
 * nothing has to load when a call comes; it is shown without taking the keyboard away from anybody, and
 * only while the desk has not got it (the card says it all there).
 */
export function openRing(
  context: AppContext,
  desk: BrowserWindow,
  { answer, decline }: RingActions,
): RingHost {
  const { log, state } = context;
  const window = createRingWindow(state.current.settings.theme);
  const url = `${appOrigins.ring}/index.html`;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('ring', 'process ended, loading the window again', { reason });
    if (!window.isDestroyed()) void window.loadURL(url);
  });
  const port = context.broker.join({
    origin: appOrigins.ring,
    contents: window.webContents,
    contract: ringContract,
    requests: { getPicture: () => ringPicture(state.current) },
    reports: {
      answer: ({ callId }) => {
        answer(callId);
      },
      decline: ({ callId }) => {
        decline(callId);
      },
      failed: ({ message }) => {
        log.error('ring', message);
      },
    },
  });
  void window.loadURL(url);

  const dress = dressWindow(window, () => state.current.settings.theme);
  let told = '';
  const tell = (picture: RingPicture): void => {
    const text = JSON.stringify(picture);
    // The state changes many times a second while a call runs; the picture hardly ever.
    if (text === told) return;
    told = text;
    dress();
    port.notify('pictureChanged', picture);
  };
  const follow = (): void => {
    if (window.isDestroyed() || desk.isDestroyed()) return;
    const picture = ringPicture(state.current);
    tell(picture);
    const wanted =
      picture.ringing !== null && state.current.settings.ringWindow && !desk.isFocused();
    if (wanted === window.isVisible()) return;
    if (wanted) showInCorner(window);
    else window.hide();
  };
  desk.on('focus', follow);
  desk.on('blur', follow);
  return {
    follow,
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
