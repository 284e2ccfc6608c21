import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgePolicy } from '../../main/settings/judge-policy.ts';
import { settingsOfRegistry } from '../../main/settings/registry-file.ts';
import { settingFacts, settingKeys } from '../../shared/settings/setting-facts.ts';
import { settingsLayerSchema } from '../../shared/settings/settings.ts';
import { textsFor } from '../../shared/texts/index.ts';
import { root } from '../setup/paths.ts';
import { elementsOf, type Found } from '../../tests/fakes/xml-elements.ts';
import { adml } from './adml.ts';
import { admx } from './admx.ts';
import { policyFiles } from './files.ts';
import { troublesDocument } from './troubles.ts';

const template = elementsOf(admx());
const named = (name: string): readonly Found[] => template.filter((one) => one.name === name);
const languages = { de: elementsOf(adml('de')), en: elementsOf(adml('en')) };

it('the committed files say what the program reads (npm run policy -- --write)', async () => {
  const files = await policyFiles();
  expect(files.size).toBe(6);
  for (const [file, content] of files)
    expect(await readFile(join(root, file), 'utf8'), file).toBe(content);
});

it('every message of the window is explained, word for word', () => {
  const document = troublesDocument();
  const { problems, registration, agent, dial } = textsFor('de');
  const sentences = [
    ...Object.values(problems).flatMap(({ title, advice }) => [`### ${title}\n`, advice]),
    ...[...Object.values(registration.failures), ...Object.values(agent.failures)].map(
      (sentence) => `| ${sentence} |`,
    ),
    dial.numberInvalid,
    dial.emergencyRefused,
  ];
  expect(sentences.length).toBeGreaterThan(60);
  for (const sentence of sentences) expect(document).toContain(sentence);
});

it.each(settingKeys)('the example of %s is right', (key) => {
  expect(settingsLayerSchema.shape[key].safeParse(settingFacts[key].example).error).toBeUndefined();
});

describe('the administrative template', () => {
  it('has one policy for each setting, in a known category', () => {
    expect(named('policy').map(({ attributes }) => attributes['name'])).toEqual(
      Object.keys(settingFacts),
    );
    const categories = new Set(named('category').map(({ attributes }) => attributes['name']));
    for (const { attributes } of named('parentCategory'))
      expect(categories).toContain(attributes['ref']);
  });

  it.each(['de', 'en'] as const)(
    'finds all its texts and fields in %s, and no more',
    (language) => {
      const all = languages[language];
      const ids = (name: string): string[] =>
        all.flatMap((one) => (one.name === name ? [one.attributes['id'] ?? ''] : []));
      const used = (kind: string): string[] => [
        ...new Set(
          [...admx().matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(
            ([, id = '']) => id,
          ),
        ),
      ];
      expect(ids('string').sort()).toEqual(used('string').sort());
      expect(ids('presentation').sort()).toEqual(used('presentation').sort());
      expect(new Set(ids('string')).size).toBe(ids('string').length);
      for (const { name, text } of all)
        if (name === 'string') expect(text.length).toBeGreaterThan(1);
      const fields = template.filter(({ parents }) => parents.at(-1) === 'elements');
      const shown = all.filter(({ attributes }) => 'refId' in attributes);
      expect(shown.map(({ attributes }) => attributes['refId'])).toEqual(
        fields.map(({ attributes }) => attributes['id']),
      );
      // Editors pair a field with its element by kind.
      const pairs: Readonly<Record<string, string>> = {
        decimal: 'decimalTextBox',
        enum: 'dropdownList',
        text: 'textBox',
        multiText: 'multiTextBox',
      };
      expect(shown.map(({ name }) => name)).toEqual(fields.map(({ name }) => pairs[name]));
    },
  );

  /** What a policy editor would write for a value, by the element of its policy. */
  function written(key: string, value: unknown): string | number | readonly string[] {
    const field = template.find(
      ({ attributes, parents }) => parents.at(-1) === 'elements' && attributes['id'] === key,
    );
    if (field === undefined) return value === true ? 1 : 0;
    if (field.name === 'decimal') return Number(value);
    if (field.name !== 'multiText') return String(value);
    const plain = Array.isArray(value) && value.every((one) => typeof one === 'string');
    return plain ? value : JSON.stringify(value, null, 2).split('\n');
  }

  it.each(settingKeys)('writes %s so that the program reads it', (key) => {
    const { example } = settingFacts[key];
    const settings = settingsOfRegistry(new Map([[key, written(key, example)]]));
    expect(judgePolicy(settings, 'registry')).toEqual({ layer: { [key]: example }, wrong: [] });
  });

  it('offers of a choice exactly what the schema takes', () => {
    for (const { attributes } of named('enum')) {
      const key = attributes['id'] ?? '';
      const at = template.findIndex((one) => one.name === 'enum' && one.attributes['id'] === key);
      const rest = template.slice(at + 1);
      const end = rest.findIndex(({ name }) => name === 'policy');
      const values = rest
        .slice(0, end < 0 ? undefined : end)
        .flatMap(({ name, text }) => (name === 'string' ? [text] : []));
      expect(values.length).toBeGreaterThan(1);
      for (const value of values)
        expect(judgePolicy({ [key]: value }, 'registry').wrong).toEqual([]);
    }
  });
});
