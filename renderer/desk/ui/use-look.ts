import { useEffect } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/index.ts';

/** Sets language and colours of the page. */
export function useLook({ locale }: Texts, theme: Settings['theme']): void {
  useEffect(() => {
    const page = document.documentElement;
    page.lang = locale.slice(0, 2);
    // KERN follows the system as long as the attribute is not there.
    if (theme === 'system') delete page.dataset['kernTheme'];
    else page.dataset['kernTheme'] = theme;
  }, [locale, theme]);
}
