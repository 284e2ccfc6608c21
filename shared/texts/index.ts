import type { Settings } from '../settings/settings.ts';
import { unreachable } from '../unreachable.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

/** All texts of the interface in a language. */
export function textsFor(language: Settings['language']): Texts {
  switch (language) {
    case 'de':
      return de;
    case 'en':
      return en;
    default:
      return unreachable(language);
  }
}
