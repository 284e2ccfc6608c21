import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LaunchedApp } from './electron-app.ts';

export const themes = ['light', 'dark', 'contrast'] as const;

/** The usual office monitor, full HD, 4K, and 1280 × 720 at 200 %. */
const pictureSizes = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [640, 360],
] as const;

/** As renderer/desk/ui/use-look.ts does it. */
export async function inTheme(desk: Page, theme: (typeof themes)[number]): Promise<void> {
  await desk.evaluate((chosen) => {
    const { dataset } = document.documentElement;
    dataset['kernTheme'] = chosen === 'contrast' ? 'dark' : chosen;
    if (chosen === 'contrast') dataset['deskTheme'] = chosen;
    else delete dataset['deskTheme'];
  }, theme);
}

/**
 * AMTSDRAHT_PICTURES=DIR leaves a picture of a screen in every theme at every size, and in the colours of a contrast
 * theme of the system (forced colors), to look at.
 */
export async function takePictures(launched: LaunchedApp, name: string): Promise<void> {
  const folder = process.env['AMTSDRAHT_PICTURES'];
  if (folder === undefined) return;
  const desk = await launched.desk();
  for (const [width, height] of pictureSizes) {
    const size = await resizeDesk(launched, width, height);
    const take = async (look: string): Promise<void> => {
      const file = `${name.replaceAll(/\W+/g, '-')}-${String(width)}x${String(height)}-${look}.png`;
      await desk.screenshot({ path: join(folder, file) });
    };
    for (const theme of themes) {
      await inTheme(desk, theme);
      await take(theme);
    }
    await desk.emulateMedia({ forcedColors: 'active' });
    await take('forced');
    await desk.emulateMedia({ forcedColors: null });
    await resizeDesk(launched, size.width, size.height);
  }
}

/** Gives the desk's content another size, in CSS pixels. @returns the size before */
export async function resizeDesk(
  launched: LaunchedApp,
  width: number,
  height: number,
): Promise<{ width: number; height: number }> {
  const desk = await launched.desk();
  const before = await launched.app.evaluate(
    ({ BrowserWindow, webContents }, wanted) => {
      const contents = webContents
        .getAllWebContents()
        .find((candidate) => candidate.getURL().startsWith('app://desk/'));
      const window = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
      const [oldWidth = 0, oldHeight = 0] = window?.getContentSize() ?? [];
      window?.setContentSize(wanted.width, wanted.height);
      return { width: oldWidth, height: oldHeight };
    },
    { width, height },
  );
  await expect.poll(() => desk.evaluate(() => window.innerWidth)).toBe(width);
  return before;
}
