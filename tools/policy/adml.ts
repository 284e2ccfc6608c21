import { settingFacts, settingGroups, settingKeys } from '../../shared/settings/setting-facts.ts';
import type { SettingKey } from '../../shared/settings/setting-facts.ts';
import { settingTexts, valueLabels } from '../../shared/settings/setting-texts.ts';
import type { SettingTexts } from '../../shared/settings/setting-texts.ts';
import {
  settingsDefaults,
  type Settings,
  type SettingsLayer,
} from '../../shared/settings/settings.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { stringIds } from './admx.ts';
import { kindOf } from './kind.ts';
import { element, xmlDocument, type Element } from './xml.ts';

const namespace = {
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  revision: '1.0',
  schemaVersion: '1.0',
  xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
};
const defaults: SettingsLayer = settingsDefaults;

/** Texts of the administrative template in one language (ADML). */
export function adml(language: Settings['language']): string {
  const texts = settingTexts(language);
  const { editor, product } = texts;
  const string = (id: string, content: string): Element => element('string', { id }, content);
  const strings = [
    string(stringIds.product, product),
    string(stringIds.supported, editor.supported),
    ...settingGroups.map((group) => string(stringIds.group(group), texts.groups[group])),
    ...settingKeys.flatMap((key) => [
      string(stringIds.name(key), texts.settings[key].name),
      string(stringIds.help(key), help(key, texts)),
      ...Object.entries(valueLabels(texts, key) ?? {}).map(([value, label]) =>
        string(stringIds.value(key, value), label),
      ),
    ]),
  ];
  return xmlDocument(
    element('policyDefinitionResources', namespace, [
      element('displayName', {}, product),
      element('description', {}, editor.description),
      element('resources', {}, [
        element('stringTable', {}, strings),
        element('presentationTable', {}, presentations(texts)),
      ]),
    ]),
  );
}

/** What the editor shows beside the policy: meaning, form, example, and what applies without it. */
function help(key: SettingKey, { editor, settings }: SettingTexts): string {
  const { kind } = kindOf(key);
  const fallback = defaults[key];
  const forms: Readonly<Partial<Record<typeof kind, string>>> = {
    switch: `${editor.on}; ${editor.off}`,
    list: editor.list,
    json: editor.json,
  };
  const form = forms[kind];
  return [
    settings[key].text,
    ...(form === undefined ? [] : [`${form}.`]),
    ...(kind === 'switch' || kind === 'choice'
      ? []
      : [`${editor.example}: ${entered(settingFacts[key].example)}`]),
    `${editor.fallback}: ${fallback === undefined ? editor.none : entered(fallback)}`,
    key,
  ].join('\n\n');
}

function entered(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))
    return value.join('\n');
  return JSON.stringify(value);
}

function presentations(texts: SettingTexts): readonly Element[] {
  return settingKeys.flatMap((key) => {
    const fields = presentation(key, texts);
    return fields.length === 0 ? [] : [element('presentation', { id: key }, fields)];
  });
}

/** The field of the editor with its label; yes and no need none. */
function presentation(key: SettingKey, { editor, settings }: SettingTexts): readonly Element[] {
  const kind = kindOf(key);
  const { name } = settings[key];
  const fallback = defaults[key];
  switch (kind.kind) {
    case 'switch':
      return [];
    case 'number':
      return [
        element(
          'decimalTextBox',
          { refId: key, ...(typeof fallback === 'number' ? { defaultValue: fallback } : {}) },
          name,
        ),
      ];
    case 'choice': {
      const chosen = kind.values.findIndex((value) => value === fallback);
      return [
        element(
          'dropdownList',
          { refId: key, noSort: 'true', defaultItem: Math.max(chosen, 0) },
          name,
        ),
      ];
    }
    case 'text':
      return [
        element('textBox', { refId: key }, [
          element('label', {}, name),
          ...(typeof fallback === 'string' ? [element('defaultValue', {}, fallback)] : []),
        ]),
      ];
    case 'list':
    case 'json':
      return [
        element('text', {}, `${name} (${kind.kind === 'list' ? editor.list : editor.json})`),
        element('multiTextBox', { refId: key, defaultHeight: 6 }),
      ];
    default:
      return unreachable(kind);
  }
}
