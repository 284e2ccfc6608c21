import { pathKeys } from '../../main/settings/policy-paths.ts';
import { settingFacts, settingGroups, settingKeys } from '../../shared/settings/setting-facts.ts';
import type { SettingKey } from '../../shared/settings/setting-facts.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { kindOf } from './kind.ts';
import { element, xmlDocument, type Element } from './xml.ts';

/** Below HKLM; main/settings/registry.ts reads it. */
const registryKey = 'Software\\Policies\\Amtsdraht';
/** Characters that a policy editor takes; its own limit would be 1023. */
const longText = 16_000;
const revision = '1.0';

const namespace = {
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  revision,
  schemaVersion: '1.0',
  xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
};

/** Names of the strings that both languages have to have. */
export const stringIds = {
  product: 'product',
  supported: 'supported',
  group: (group: string): string => `group_${group}`,
  name: (key: string): string => `${key}_name`,
  help: (key: string): string => `${key}_help`,
  value: (key: string, value: string): string => `${key}_${value}`,
};
const text = (id: string): string => `$(string.${id})`;

/**
 * Administrative template (ADMX): one policy per setting. Yes and no are „enabled“ and „disabled“; a choice
 * and a number have their field; everything else is text, lists and JSON of several lines.
 */
export function admx(): string {
  const categories = settingGroups.map((group) =>
    element('category', { name: group, displayName: text(stringIds.group(group)) }, [
      element('parentCategory', { ref: 'amtsdraht' }),
    ]),
  );
  return xmlDocument(
    element('policyDefinitions', namespace, [
      element('policyNamespaces', {}, [
        element('target', { prefix: 'amtsdraht', namespace: 'Amtsdraht.Policies' }),
      ]),
      element('resources', { minRequiredRevision: revision }),
      element('supportedOn', {}, [
        element('definitions', {}, [
          element('definition', {
            name: 'supported',
            displayName: text(stringIds.supported),
          }),
        ]),
      ]),
      element('categories', {}, [
        element('category', { name: 'amtsdraht', displayName: text(stringIds.product) }),
        ...categories,
      ]),
      element('policies', {}, settingKeys.map(policy)),
    ]),
  );
}

function policy(key: SettingKey): Element {
  const kind = kindOf(key);
  const own = { key: registryKey, ...(kind.kind === 'switch' ? { valueName: key } : {}) };
  const presentation = kind.kind === 'switch' ? {} : { presentation: `$(presentation.${key})` };
  const attributes = {
    name: key,
    class: 'Machine',
    displayName: text(stringIds.name(key)),
    explainText: text(stringIds.help(key)),
    ...presentation,
    ...own,
  };
  return element('policy', attributes, [
    element('parentCategory', { ref: settingFacts[key].group }),
    element('supportedOn', { ref: 'supported' }),
    ...fields(key),
  ]);
}

function fields(key: SettingKey): readonly Element[] {
  const kind = kindOf(key);
  const named = { id: key, valueName: key };
  switch (kind.kind) {
    case 'switch':
      return [
        element('enabledValue', {}, [element('decimal', { value: 1 })]),
        element('disabledValue', {}, [element('decimal', { value: 0 })]),
      ];
    case 'number':
      return elements(
        element('decimal', {
          ...named,
          required: 'true',
          minValue: kind.minimum,
          maxValue: kind.maximum,
        }),
      );
    case 'choice':
      return elements(
        element(
          'enum',
          { ...named, required: 'true' },
          kind.values.map((value) =>
            element('item', { displayName: text(stringIds.value(key, value)) }, [
              element('value', {}, [element('string', {}, value)]),
            ]),
          ),
        ),
      );
    case 'text':
      return elements(
        element('text', {
          ...named,
          required: 'true',
          maxLength: longText,
          // REG_EXPAND_SZ: `%ProgramData%` in a path is what the machine has.
          ...(pathKeys.some((path) => path === key) ? { expandable: 'true' } : {}),
        }),
      );
    case 'list':
    case 'json':
      return elements(element('multiText', { ...named, required: 'true', maxLength: longText }));
    default:
      return unreachable(kind);
  }
}

const elements = (field: Element): Element[] => [element('elements', {}, [field])];
