import { dirname } from 'node:path';
import { buildApp } from '../../../tools/setup/build-app.ts';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { hasDisplay, startVirtualDisplay } from '../../../tools/setup/virtual-display.ts';

/**
 * Makes everything ready to launch the app in this process and its children: a build, an Electron, a
 * screen. Tests always get a screen of their own, so that no window jumps at the person at work
 * (AMTSDRAHT_SHOW=1 shows them all the same).
 * @returns how to clean up.
 */
export async function prepareForElectron(): Promise<() => Promise<void>> {
  await buildApp();
  const { executable } = await electronRuntime();
  // Electron's own variable: workers find the runtime without searching (and saying so) again.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(executable);
  if (process.platform !== 'linux') return () => Promise.resolve();
  if (process.env['AMTSDRAHT_SHOW'] !== undefined && hasDisplay()) return () => Promise.resolve();
  const display = await startVirtualDisplay();
  process.env['DISPLAY'] = display.name;
  delete process.env['WAYLAND_DISPLAY'];
  return () => display.stop();
}

/** Vitest's global set-up of the end-to-end suites. */
export const setup = prepareForElectron;
