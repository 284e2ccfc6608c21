import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Settings } from '../../shared/settings/settings.ts';
import { cornerOf } from '../../shared/windows/place.ts';
import { windowBackground } from '../../shared/windows/window-background.ts';
import { preferences } from './windows.ts';

const size = { width: 400, height: 232 };

/** Kind of window for which the desktop keeps the keyboard where it is; Windows needs no kind for it. */
const kinds: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'notification',
  darwin: 'panel',
};

/** The ring window, hidden. */
export function createRingWindow(theme: Settings['theme']): BrowserWindow {
  const kind = kinds[process.platform];
  const window = new BrowserWindow({
    title: 'Amtsdraht: Anruf',
    ...size,
    ...(kind === undefined ? {} : { type: kind }),
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // The first press counts although the window was not in front (macOS).
    acceptFirstMouse: true,
    backgroundColor: windowBackground(theme, nativeTheme),
    webPreferences: preferences('ring'),
  });
  // Above full-screen programs too: a caller waits.
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  return window;
}

/** Shows a window on the display where the mouse is; whoever has the keyboard keeps it. */
export function showInCorner(window: BrowserWindow): void {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  window.setBounds(cornerOf(workArea, size));
  window.showInactive();
}
