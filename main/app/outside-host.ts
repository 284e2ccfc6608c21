import { app, globalShortcut, Notification, type BrowserWindow } from 'electron';
import type { DeskState } from '../../shared/contract.ts';
import { textsFor } from '../../shared/texts/index.ts';
import { acceleratorWords } from '../../shared/windows/accelerator-words.ts';
import { hotkeyOrder } from '../../shared/windows/hotkey-order.ts';
import { ringPicture } from '../../shared/windows/ring-picture.ts';
import { createTray, dressWindow, trayPicture, type PlaceKeeper } from '../windows/index.ts';
import type { AgentHost } from './agent-host.ts';
import type { AppContext } from './context.ts';
import { HotkeyHost, type TakenHotkey } from './hotkey-host.ts';
import type { PhoneHost } from './phone-host.ts';
import { openRing } from './ring-host.ts';
import { createRingMessage } from './ring-message.ts';

/** What reaches the agent while another program is in front. */
export interface OutsideHost {
  /** The state may have changed. */
  readonly follow: () => void;
  /** Shows the desk and gives it the keyboard; only ever because the agent asked for it. */
  readonly bringForward: () => void;
  readonly close: () => void;
}

/** Opens ring window, tray and keys of the whole system around the desk. */
export function openOutside(
  context: AppContext,
  desk: BrowserWindow,
  {
    phone,
    agent,
    place,
  }: { readonly phone: PhoneHost; readonly agent: AgentHost; readonly place: PlaceKeeper },
): OutsideHost {
  const { state } = context;
  const bringForward = (): void => {
    if (desk.isMinimized()) desk.restore();
    desk.show();
    desk.focus();
  };
  const ring = openRing(context, desk, {
    answer: (callId) => {
      phone.notify('answer', { callId });
      bringForward();
    },
    decline: (callId) => {
      phone.notify('decline', { callId });
    },
  });
  const tray = createTray({
    open: bringForward,
    choose: (status) => {
      agent.choose(status);
    },
    quit: () => {
      // As by the cross of the window: with a call it asks first.
      desk.close();
    },
  });
  const lender = {
    register: (accelerator: string, onPress: () => void) =>
      globalShortcut.register(accelerator, onPress),
    unregister: (accelerator: string) => {
      globalShortcut.unregister(accelerator);
    },
  };
  const hotkeys = new HotkeyHost(lender, (command) => {
    const order = hotkeyOrder(command, state.current.calls);
    if (order === null) return;
    const { type, ...call } = order;
    if (type === 'mute') phone.notify('mute', { muted: false, ...call });
    else phone.notify(type, call);
    if (type === 'answer') bringForward();
  });
  const applyHotkeys = onChange(
    ({ settings }: DeskState) => settings.hotkeys,
    (wanted) => {
      const taken = hotkeys.apply(wanted);
      context.problems.remove('hotkeyTaken');
      if (taken.length > 0) context.problems.add({ code: 'hotkeyTaken', detail: words(taken) });
    },
  );
  const words = (taken: readonly TakenHotkey[]): string => {
    const texts = textsFor(state.current.settings.language);
    return taken
      .map(
        ({ command, accelerator }) =>
          `${texts.hotkeys.commands[command]}: ${acceleratorWords(accelerator, texts.locale)}`,
      )
      .join('\n');
  };
  const takePlace = onChange(
    ({ settings }: DeskState) => settings.compactWindow,
    (compact) => {
      place.take(compact ? 'compact' : 'whole');
    },
  );
  const showTray = onChange(trayPicture, tray.show);
  const message = createRingMessage(({ line }) => {
    notify(line?.name ?? null, state.current.settings.language, bringForward);
  });
  const theme = ({ settings }: DeskState): DeskState['settings']['theme'] => settings.theme;
  const dressDesk = onChange(
    theme,
    dressWindow(desk, () => theme(state.current)),
  );
  return {
    bringForward,
    follow: () => {
      const { current } = state;
      takePlace(current);
      ring.follow();
      showTray(current);
      message(ringPicture(current).ringing, current.settings.ringNotification && !desk.isFocused());
      dressDesk(current);
      applyHotkeys(current);
    },
    close: () => {
      hotkeys.stop();
      tray.remove();
      ring.close();
    },
  };
}

/** Calls `act` when the part of the state that it is about has become another one. */
function onChange<Part>(
  partOf: (state: DeskState) => Part,
  act: (part: Part) => void,
): (state: DeskState) => void {
  let before: string | undefined;
  return (state) => {
    const part = partOf(state);
    const text = JSON.stringify(part);
    if (text === before) return;
    before = text;
    act(part);
  };
}

/** The line only: messages stay in lists of the operating system where numbers must not be. */
function notify(
  line: string | null,
  language: DeskState['settings']['language'],
  onClick: () => void,
): void {
  if (!Notification.isSupported()) return;
  const texts = textsFor(language);
  const notification = new Notification({
    title: `${app.getName()}: ${texts.call.incoming}`,
    body: line === null ? texts.card.unknownLine : `${texts.card.line}: ${line}`,
    silent: true,
  });
  notification.on('click', onClick);
  notification.show();
}
