import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type WebPreferences } from 'electron';
import type { Settings } from '../../shared/settings/settings.ts';
import { windowBackground } from '../../shared/windows/window-background.ts';
import type { appOrigins } from './app-file.ts';

/** What every page of ours is opened with: in the sandbox, with its bridge and nothing else. */
export function preferences(page: keyof typeof appOrigins): WebPreferences {
  return {
    preload: join(app.getAppPath(), 'out', 'preload', `${page}.cjs`),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    // Timers of SIP transactions must not be slowed down in hidden windows (B1-9).
    backgroundThrottling: false,
    devTools: !app.isPackaged,
  };
}

/**
 * Keeps a window in the colour of its page, for the moments in which the page is not painted; follows the
 * operating system by itself. @returns to be called when the theme has been changed
 */
export function dressWindow(window: BrowserWindow, theme: () => Settings['theme']): () => void {
  const dress = (): void => {
    if (!window.isDestroyed()) window.setBackgroundColor(windowBackground(theme(), nativeTheme));
  };
  nativeTheme.on('updated', dress);
  return dress;
}

/** The window of the agent, hidden until it has its place (keep-place.ts). */
export function createDeskWindow(theme: Settings['theme']): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Amtsdraht',
    width: 1280,
    height: 800,
    show: false,
    backgroundColor: windowBackground(theme, nativeTheme),
    webPreferences: preferences('desk'),
  });
  window.setMenuBarVisibility(false);
  return window;
}

/** A page without a face: the phone, or the simulated caller of practice mode. Never shown. */
export function createHiddenWindow(page: 'phone' | 'caller'): BrowserWindow {
  return new BrowserWindow({
    title: `Amtsdraht ${page}`,
    width: 400,
    height: 300,
    show: false,
    skipTaskbar: true,
    webPreferences: preferences(page),
  });
}
