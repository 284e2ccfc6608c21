import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Article, KnowledgePack, Line } from '../../../shared/knowledge/pack.ts';

export const germany = '000000000000';
export const state = '010000000000';
export const county = '010560000000';
export const wedel = '010560050050';
export const elmshorn = '010560015015';
export const amt = '010565690000';
export const heist = '010565690024';

/** An article with what the test is about; the rest is filled in. */
export function article(id: string, title: string, rest: Partial<Article> = {}): Article {
  return {
    id,
    title,
    service: id,
    area: state,
    synonyms: [],
    offices: [],
    links: [],
    source: 'Test',
    updated: '2026-11-24',
    modules: { say: 'Auskunft.' },
    ...rest,
  };
}

export const line: Line = {
  id: 'wedel',
  name: 'Stadt Wedel',
  municipality: wedel,
  area: wedel,
  numbers: ['+494066969530'],
  displayPrefixes: ['Wedel'],
  greeting: 'Stadt Wedel, guten Tag.',
  color: 'teal',
  offices: ['rathaus'],
  topics: ['hund', 'wohngeld'],
};

/** A small valid pack with the given articles. */
export function packOf(
  articles: readonly Article[],
  rest: Partial<KnowledgePack> = {},
): KnowledgePack {
  return {
    manifest: {
      format: 1,
      id: 'klein',
      title: 'Kleines Paket',
      demonstration: true,
      issued: '2026-11-24',
      area: county,
      timeZone: 'Europe/Berlin',
    },
    municipalities: [
      { ars: county, name: 'Kreis Pinneberg', kind: 'kreis', postcodes: [], areaCodes: [] },
      { ars: wedel, name: 'Wedel', kind: 'stadt', postcodes: ['22880'], areaCodes: ['04103'] },
      { ars: elmshorn, name: 'Elmshorn', kind: 'stadt', postcodes: [], areaCodes: ['04121'] },
      {
        ars: amt,
        name: 'Amt Geest und Marsch Südholstein',
        kind: 'amt',
        postcodes: [],
        areaCodes: [],
      },
      {
        ars: heist,
        name: 'Heist',
        kind: 'gemeinde',
        administeredBy: amt,
        postcodes: [],
        areaCodes: [],
      },
    ],
    lines: [],
    offices: [],
    notices: [],
    synonyms: [],
    articles,
    ...rest,
  };
}

/** Files of a small valid pack: path within the pack → content. */
export function packFiles(): Map<string, string> {
  const pack = packOf([]);
  const office = { id: 'rathaus', name: 'Rathaus Wedel', area: wedel, hours: [] };
  const notice = {
    id: 'glatteis',
    title: 'Glatteis',
    text: 'Der Markt fällt aus.',
    severity: 'info',
    lines: ['wedel'],
    areas: [wedel],
    from: '2026-11-01',
    until: '2026-12-31',
  };
  const json = (value: unknown): string => JSON.stringify(value, null, 2);
  return new Map([
    ['pack.json', json(pack.manifest)],
    ['municipalities.json', json(pack.municipalities)],
    ['lines.json', json([line])],
    ['offices.json', json([office])],
    ['notices.json', json([notice])],
    ['synonyms.json', json([{ term: 'Hundesteuer', words: ['Hundemarke'] }])],
    ['articles/wedel/hund.md', articleText('hund', wedel)],
    ['articles/wohngeld.md', articleText('wohngeld', state)],
  ]);
}

/** An article file. */
export function articleText(id: string, area: string): string {
  return `---
id: ${id}
title: Leistung ${id}
leika: 99102013000000
service: ${id}
area: ${area}
synonyms: [Wort, "noch ein Wort"]
offices: [rathaus]
source: Test
updated: 2026-11-24
---

## Sagen

Das sagt man zu ${id}.

## Gebühr

37,00 Euro
`;
}

/** Writes files into a new folder under the system's folder for temporary files; returns the folder. */
export async function writeFolder(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-pack-'));
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
