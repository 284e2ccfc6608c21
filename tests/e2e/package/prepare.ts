import { startVirtualDisplay } from '../../../tools/setup/virtual-display.ts';
import { buildTestPackage, removeIfInstalled } from './debian-package.ts';

/** Vitest's global set-up: one package for all tests, a screen of its own, nothing left behind. */
export async function setup(): Promise<() => Promise<void>> {
  await buildTestPackage();
  const display = await startVirtualDisplay();
  process.env['DISPLAY'] = display.name;
  delete process.env['WAYLAND_DISPLAY'];
  return async () => {
    await display.stop();
    await removeIfInstalled();
  };
}
