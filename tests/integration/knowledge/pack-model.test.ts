import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFailure, loadPack } from '../../../main/knowledge/index.ts';
import { packFiles, wedel, writeFolder } from './small-pack.ts';

const folders: string[] = [];

async function load(changes: Readonly<Record<string, unknown>>) {
  const files = packFiles();
  for (const [file, content] of Object.entries(changes))
    files.set(file, typeof content === 'string' ? content : JSON.stringify(content));
  const folder = await writeFolder(files);
  folders.push(folder);
  return loadPack(folder);
}

async function failuresWith(changes: Readonly<Record<string, unknown>>): Promise<string> {
  const loaded = await load(changes);
  return loaded.ok ? '' : loaded.failure.map(describeFailure).join('\n');
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const online = { id: 'hund-online', title: 'Hund anmelden', url: 'https://dienst.example/hund' };
const responsibility = {
  service: 'hund',
  area: wedel,
  offices: ['rathaus'],
  onlineServices: ['hund-online'],
};

const head = `id: hund
title: Hund anmelden
officialTitle: Hundesteuer Anmeldung
leika: 99102013104000
otherLeika: [99102013070000]
service: hund
area: ${wedel}
synonyms: []
offices: [rathaus]
source: Test
updated: 2026-11-24
xzufiId: L199999_1001
validFrom: 2026-01-01
validUntil: 2026-12-31
approval: { on: 2026-01-10, by: Steueramt }
origin: { title: Hundesteuer, url: https://wedel.example/hund }
onlineService: { title: Online, url: https://dienst.example/, trustLevel: '30', needs: Ausweis }
costs:
  - { kind: fixed, amount: '37.00', currency: EUR, payment: inAdvance, text: je Hund }
  - { kind: free, text: Assistenzhunde }
  - { kind: variable, from: '10', currency: EUR }
deadlines:
  - { kind: period, amount: 14, unit: TAG, typeCode: '001' }
  - { kind: date, until: 2026-12-31 }
durations:
  - { amount: 1, unit: WOCHE, untilAmount: 2, untilUnit: WOCHE }
translations:
  - language: en
    languageName: Englisch
    title: Register a dog
    method: machine
    modules: { documents: Chip number }`;
const file = (front: string): string => `---\n${front}\n---\n\n## Sagen\n\nText\n`;

describe('the content model', () => {
  it('holds what XZuFi carries', async () => {
    const loaded = await load({
      'online-services.json': [online],
      'responsibilities.json': [responsibility],
      'articles/wedel/hund.md': file(head),
    });
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        onlineServices: [online],
        responsibilities: [responsibility],
        articles: [
          {
            costs: [{ kind: 'fixed', amount: '37.00' }, { kind: 'free' }, { kind: 'variable' }],
            deadlines: [{ kind: 'period', amount: '14' }, { kind: 'date' }],
            translations: [{ language: 'en', method: 'machine' }],
          },
          { id: 'wohngeld' },
        ],
      },
    });
  });

  it('does without the newer files', async () => {
    expect(await load({})).toMatchObject({
      ok: true,
      value: { onlineServices: [], responsibilities: [] },
    });
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'an unknown office',
      { 'responsibilities.json': [{ ...responsibility, onlineServices: [], offices: ['x'] }] },
      'responsibilities.json, Zuständigkeit 1, offices 1: die Stelle „x“ gibt es nicht',
    ],
    [
      'an unknown online service',
      { 'responsibilities.json': [responsibility] },
      'onlineServices 1: den Onlinedienst „hund-online“ gibt es nicht',
    ],
    [
      'an unknown service',
      { 'responsibilities.json': [{ ...responsibility, service: 'x', onlineServices: [] }] },
      'Zuständigkeit 1, service: die Leistung „x“ gibt es nicht',
    ],
    [
      'a responsibility twice',
      {
        'online-services.json': [online],
        'responsibilities.json': [responsibility, responsibility],
      },
      'Zuständigkeit 2, service: „hund/010560050050“ ist schon vergeben (Eintrag 1)',
    ],
    [
      'an unknown area',
      {
        'responsibilities.json': [{ ...responsibility, area: '020000000001', onlineServices: [] }],
      },
      'area: das Gebiet 020000000001 steht nicht in municipalities.json',
    ],
    [
      'a trust level that XZuFi does not know',
      { 'online-services.json': [{ ...online, trustLevel: '99' }] },
      'Onlinedienst 1, trustLevel: erlaubt ist nur „10“',
    ],
    [
      'a validity that ends before it begins',
      {
        'articles/wedel/hund.md': file(
          head.replace('2026-12-31\napproval', '2025-12-31\napproval'),
        ),
      },
      'validUntil: liegt vor dem Beginn 2026-01-01',
    ],
    [
      'German as a translation',
      { 'articles/wedel/hund.md': file(head.replace('language: en', 'language: de')) },
      'language: Deutsch ist der Artikel selbst',
    ],
    [
      'special hours that end before they begin',
      {
        'offices.json': [
          {
            id: 'rathaus',
            name: 'Rathaus',
            area: wedel,
            hours: [],
            specialDays: [{ date: '2026-12-01', hours: [{ from: '12:00', until: '08:00' }] }],
          },
        ],
      },
      'Stelle 1, specialDays 1: endet vor dem Beginn',
    ],
  ])('refuses %s', async (_, changes, expected) => {
    expect(await failuresWith(changes)).toContain(expected);
  });
});
