import type { Settings } from '../settings/settings.ts';

/** What the operating system wants, as Electron's nativeTheme tells it. */
export interface SystemLook {
  readonly shouldUseDarkColors: boolean;
  readonly shouldUseHighContrastColors: boolean;
}

/**
 * Colour of a window before its page is painted: that of the page (KERN's layout-background-default), so that
 * nobody in a dark room is dazzled when a call comes.
 */
export function windowBackground(
  theme: Settings['theme'],
  { shouldUseDarkColors, shouldUseHighContrastColors }: SystemLook,
): '#000000' | '#ffffff' {
  const dark =
    theme === 'system' ? shouldUseDarkColors || shouldUseHighContrastColors : theme !== 'light';
  return dark ? '#000000' : '#ffffff';
}
