import { describe, expect, it } from 'vitest';
import { pathKeys } from '../../main/settings/policy-paths.ts';
import { elementsOf, type Found } from '../../tests/fakes/xml-elements.ts';
import { adml } from './adml.ts';
import { admx } from './admx.ts';

// Rules of Microsoft's schema for policy definitions (revision 1.0), as far as our templates use it. An editor drops a
// whole template that breaks one of them.
interface Rule {
  /** Children in their order; `?` may be missing, `*` any number. */
  readonly children: readonly string[];
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}
const root = ['revision', 'schemaVersion', 'xmlns', 'xmlns:xsd', 'xmlns:xsi'];
const field = ['id', 'valueName'];

const admxRules: Readonly<Record<string, Rule>> = {
  policyDefinitions: {
    children: ['policyNamespaces', 'resources', 'supportedOn?', 'categories?', 'policies?'],
    required: root,
  },
  policyNamespaces: { children: ['target'] },
  target: { children: [], required: ['prefix', 'namespace'] },
  resources: { children: [], required: ['minRequiredRevision'] },
  'policyDefinitions/supportedOn': { children: ['definitions'] },
  definitions: { children: ['definition*'] },
  definition: { children: [], required: ['name', 'displayName'] },
  categories: { children: ['category*'] },
  category: {
    children: ['parentCategory?'],
    required: ['name', 'displayName'],
    optional: ['explainText'],
  },
  parentCategory: { children: [], required: ['ref'] },
  policies: { children: ['policy*'] },
  policy: {
    children: ['parentCategory', 'supportedOn', 'enabledValue?', 'disabledValue?', 'elements?'],
    required: ['name', 'class', 'displayName', 'key'],
    optional: ['explainText', 'presentation', 'valueName'],
  },
  'policy/supportedOn': { children: [], required: ['ref'] },
  enabledValue: { children: ['decimal'] },
  disabledValue: { children: ['decimal'] },
  'enabledValue/decimal': { children: [], required: ['value'] },
  'disabledValue/decimal': { children: [], required: ['value'] },
  elements: { children: ['decimal?', 'enum?', 'text?', 'multiText?'] },
  decimal: { children: [], required: field, optional: ['required', 'minValue', 'maxValue'] },
  text: { children: [], required: field, optional: ['required', 'maxLength', 'expandable'] },
  multiText: { children: [], required: field, optional: ['required', 'maxLength', 'maxStrings'] },
  enum: { children: ['item*'], required: field, optional: ['required'] },
  item: { children: ['value'], required: ['displayName'] },
  value: { children: ['string'] },
  string: { children: [] },
};

const admlRules: Readonly<Record<string, Rule>> = {
  policyDefinitionResources: {
    children: ['displayName', 'description', 'resources'],
    required: root,
  },
  displayName: { children: [] },
  description: { children: [] },
  resources: { children: ['stringTable', 'presentationTable'] },
  stringTable: { children: ['string*'] },
  string: { children: [], required: ['id'] },
  presentationTable: { children: ['presentation*'] },
  presentation: {
    children: ['text?', 'decimalTextBox?', 'dropdownList?', 'textBox?', 'multiTextBox?'],
    required: ['id'],
  },
  text: { children: [] },
  decimalTextBox: { children: [], required: ['refId'], optional: ['defaultValue', 'spin'] },
  dropdownList: { children: [], required: ['refId'], optional: ['noSort', 'defaultItem'] },
  textBox: { children: ['label', 'defaultValue?'], required: ['refId'] },
  multiTextBox: { children: [], required: ['refId'], optional: ['defaultHeight', 'showAsDialog'] },
  label: { children: [] },
  defaultValue: { children: [] },
};

const template = elementsOf(admx());
const named = (name: string, all = template): readonly Found[] =>
  all.filter((one) => one.name === name);
const attribute = (one: Found, name: string): string => one.attributes[name] ?? '';

describe.each([
  ['ADMX', admxRules, template],
  ['ADML, German', admlRules, elementsOf(adml('de'))],
  ['ADML, English', admlRules, elementsOf(adml('en'))],
] as const)('%s', (_what, rules, elements) => {
  it('has only known elements, in their order, with their attributes', () => {
    for (const one of elements) {
      const rule = rules[`${one.parents.at(-1) ?? ''}/${one.name}`] ?? rules[one.name];
      const place = [...one.parents, one.name, attribute(one, 'name')].join('/');
      expect(rule, place).toBeDefined();
      const { children, required = [], optional = [] } = rule ?? { children: [] };
      const pattern = children.map((child) => {
        const [, name = '', mark = ''] = /^(\w+)([?*]?)$/.exec(child) ?? [];
        return `(?:${name} )${mark}`;
      });
      expect(one.children.map((child) => `${child} `).join(''), place).toMatch(
        new RegExp(`^${pattern.join('')}$`),
      );
      const found = Object.keys(one.attributes);
      expect(found, place).toEqual(expect.arrayContaining([...required]));
      expect(
        found.filter((name) => !required.includes(name) && !optional.includes(name)),
        place,
      ).toEqual([]);
    }
  });
});

describe('the administrative template', () => {
  it('has every name once, of letters that a reference may have', () => {
    for (const kind of ['policy', 'category', 'definition']) {
      const names = named(kind).map((one) => attribute(one, 'name'));
      expect(new Set(names).size, kind).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Za-z][\w-]*$/);
    }
  });

  it('refers only to what is there', () => {
    const names = (kind: string): string[] => named(kind).map((one) => attribute(one, 'name'));
    for (const one of named('supportedOn'))
      if ('ref' in one.attributes) expect(names('definition')).toContain(attribute(one, 'ref'));
    for (const one of named('parentCategory'))
      expect(names('category')).toContain(attribute(one, 'ref'));
    for (const { attributes } of template)
      for (const name of ['displayName', 'explainText'])
        if (name in attributes) expect(attributes[name]).toMatch(/^\$\(string\.[\w-]+\)$/);
    // A policy shows fields exactly where it has some.
    for (const one of named('policy')) {
      const fields = one.children.includes('elements');
      expect(attribute(one, 'presentation')).toBe(
        fields ? `$(presentation.${attribute(one, 'name')})` : '',
      );
      expect('valueName' in one.attributes, attribute(one, 'name')).toBe(!fields);
    }
  });

  it('writes below one key of the machine, and figures that fit into 32 bits', () => {
    for (const one of named('policy')) {
      expect(attribute(one, 'class')).toBe('Machine');
      expect(attribute(one, 'key')).toBe(String.raw`Software\Policies\Amtsdraht`);
    }
    for (const one of named('decimal').filter(({ attributes }) => 'minValue' in attributes)) {
      const [least, most] = ['minValue', 'maxValue'].map((name) => Number(attribute(one, name)));
      expect(least).toBeGreaterThanOrEqual(0);
      expect(most).toBeLessThan(2 ** 32);
      expect(least).toBeLessThan(most ?? 0);
    }
  });

  it('lets paths have names of the environment', () => {
    const expandable = named('text').filter(
      ({ attributes }) => attributes['expandable'] === 'true',
    );
    expect(expandable.map((one) => attribute(one, 'id')).sort()).toEqual(pathKeys.toSorted());
  });

  it.each(['de', 'en'] as const)('offers in %s a default that may be chosen', (language) => {
    const texts = elementsOf(adml(language));
    for (const one of named('decimalTextBox', texts)) {
      const field = named('decimal').find(
        ({ attributes }) => attributes['id'] === attribute(one, 'refId'),
      );
      const value = Number(attribute(one, 'defaultValue'));
      expect(value).toBeGreaterThanOrEqual(Number(field?.attributes['minValue']));
      expect(value).toBeLessThanOrEqual(Number(field?.attributes['maxValue']));
    }
    for (const one of named('dropdownList', texts)) {
      const choice = named('enum').find(
        ({ attributes }) => attributes['id'] === attribute(one, 'refId'),
      );
      expect(Number(attribute(one, 'defaultItem'))).toBeLessThan(choice?.children.length ?? 0);
    }
    // Editors cut longer explanations.
    for (const one of named('string', texts)) expect(one.text.length).toBeLessThan(4_096);
  });

  it('asks for a revision that both languages have', () => {
    const wanted = Number(named('resources')[0]?.attributes['minRequiredRevision']);
    for (const language of ['de', 'en'] as const) {
      const [head] = elementsOf(adml(language));
      expect(Number(head?.attributes['revision'])).toBeGreaterThanOrEqual(wanted);
    }
  });
});
