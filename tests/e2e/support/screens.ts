import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';
import type { LaunchedApp } from './electron-app.ts';
import { inTheme, resizeDesk, takePictures, themes } from './pictures.ts';

const narrow = { width: 640, height: 900 };

/** What every screen has to be: without findings in any theme, and without loss at 200 % (WCAG 1.4.10). */
export async function expectGoodScreen(launched: LaunchedApp, name: string): Promise<void> {
  const desk = await launched.desk();
  for (const theme of themes) {
    await inTheme(desk, theme);
    expect(await axeFindings(desk)).toEqual([]);
    // What the browser draws itself, scroll bars above all.
    expect(await drawnByBrowser(desk)).toBe(theme === 'light' ? 'light' : 'dark');
  }
  await takePictures(launched, name);
  await inTheme(desk, 'light');
  // 1280 pixels at 200 % are 640; content has to reflow instead of scrolling sideways.
  const size = await resizeDesk(launched, narrow.width, narrow.height);
  const sideways = await desk.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
  expect(await axeFindings(desk)).toEqual([]);
  await resizeDesk(launched, size.width, size.height);
}

function drawnByBrowser(desk: Page): Promise<string> {
  return desk.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
}
