import { unreachable } from '../unreachable.ts';
import type { SettingGroup, SettingKey } from './setting-facts.ts';
import { settingTextsDe } from './setting-texts-de.ts';
import { settingTextsEn } from './setting-texts-en.ts';
import type { Settings } from './settings.ts';

/** Labels of the values, where they are a fixed choice. */
type Labels<Value> = [Value] extends [string]
  ? string extends Value
    ? object
    : { readonly values: Readonly<Record<Value, string>> }
  : object;

/** What a setting is called and what it does; for IT, in the window and in policy editors. */
interface SettingWords {
  readonly name: string;
  readonly text: string;
}

/** Words for every setting in one language; a missing one does not compile. */
export interface SettingTexts {
  readonly product: string;
  readonly groups: Readonly<Record<SettingGroup, string>>;
  readonly settings: {
    readonly [Key in SettingKey]: SettingWords & Labels<NonNullable<Settings[Key]>>;
  };
  /** Words of policy editors. */
  readonly editor: {
    readonly description: string;
    readonly supported: string;
    readonly json: string;
    readonly list: string;
    readonly example: string;
    readonly fallback: string;
    readonly none: string;
    readonly on: string;
    readonly off: string;
  };
}

export function settingTexts(language: Settings['language']): SettingTexts {
  switch (language) {
    case 'de':
      return settingTextsDe;
    case 'en':
      return settingTextsEn;
    default:
      return unreachable(language);
  }
}

/** Labels of the values of a setting; null: its values are no fixed choice. */
export function valueLabels(
  texts: SettingTexts,
  key: SettingKey,
): Readonly<Record<string, string>> | null {
  const words = texts.settings[key];
  return 'values' in words ? words.values : null;
}
