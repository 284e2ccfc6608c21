import { useEffect } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/index.ts';

/** Sets language and colours of the page; `system` follows the operating system, its wish for contrast too. */
export function useLook({ locale }: Texts, theme: Settings['theme']): void {
  useEffect(() => {
    document.documentElement.lang = locale.slice(0, 2);
  }, [locale]);
  useEffect(() => {
    const contrast = matchMedia('(prefers-contrast: more)');
    const apply = (): void => {
      paint(theme === 'system' && contrast.matches ? 'contrast' : theme);
    };
    apply();
    contrast.addEventListener('change', apply);
    return () => {
      contrast.removeEventListener('change', apply);
    };
  }, [theme]);
}

function paint(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  // KERN follows the system as long as the attribute is not there.
  if (theme === 'system') delete dataset['kernTheme'];
  else dataset['kernTheme'] = theme === 'contrast' ? 'dark' : theme;
  if (theme === 'contrast') dataset['deskTheme'] = theme;
  else delete dataset['deskTheme'];
}
