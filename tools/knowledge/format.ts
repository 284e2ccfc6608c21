// npm run knowledge -- format [--write]: the content model as JSON Schema and as a document for editors
import { z } from 'zod';
import { lineColumns, officeColumns } from '../../main/knowledge/import/index.ts';
import {
  articleModules,
  articleSchema,
  lineSchema,
  municipalitySchema,
  noticeSchema,
  officeSchema,
  onlineServiceSchema,
  packManifestSchema,
  responsibilitySchema,
  synonymSchema,
} from '../../shared/knowledge/pack.ts';
import { formatted, writeOrCompare, type GeneratedFiles } from '../setup/generated-files.ts';
import { readArguments, wrongCall, type Command } from './command-line.ts';
import { fieldTable } from './field-table.ts';

/** Files of a pack with their schema, in the order of the document. */
const files = [
  { name: 'pack.json', schema: packManifestSchema, intro: 'Ein Objekt.' },
  { name: 'municipalities.json', schema: municipalitySchema, intro: 'Liste der Kommunen.' },
  { name: 'lines.json', schema: lineSchema, intro: 'Liste der Leitungen.' },
  { name: 'offices.json', schema: officeSchema, intro: 'Liste der Stellen.' },
  { name: 'notices.json', schema: noticeSchema, intro: 'Liste der Hinweise.' },
  { name: 'synonyms.json', schema: synonymSchema, intro: 'Liste der Alltagswörter.' },
  {
    name: 'online-services.json',
    schema: onlineServiceSchema,
    intro: 'Liste der Onlinedienste. Darf fehlen.',
  },
  {
    name: 'responsibilities.json',
    schema: responsibilitySchema,
    intro:
      'Wer wo für eine Leistung zuständig ist. Darf fehlen. Für einen Ort zählt der örtlichste Eintrag; er geht vor den Stellen des Artikels.',
  },
  {
    name: 'articles/….md',
    schema: articleSchema,
    intro:
      'Kopf eines Artikels in YAML. `modules` steht nicht im Kopf, sondern als Abschnitte darunter.',
  },
] as const;

/** JSON Schema (draft 2020-12) of everything that a pack holds. */
function jsonSchema(): unknown {
  const schemas = files.map(({ name, schema }): [string, unknown] => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Wissenspaket',
    description: 'Je Datei eines Wissenspakets das Schema eines Eintrags',
    $defs: Object.fromEntries(schemas),
  };
}

function document(): string {
  const sections = files.map(
    ({ name, schema, intro }) => `### \`${name}\`\n\n${intro}\n\n${fieldTable(schema)}`,
  );
  const modules = articleModules.map(
    ({ heading, key, code }) => `| ## ${heading} | \`${key}\` | ${code ?? '–'} |`,
  );
  const columns = (names: readonly string[]): string =>
    names.map((name) => `\`${name}\``).join(', ');
  return `# Format der Wissenspakete

Für alle, die Inhalte pflegen. Dieses Dokument und \`knowledge-format.schema.json\` entstehen aus dem
Programm: \`npm run knowledge -- format --write\`. Ein Paket prüfen:
\`npm run knowledge -- check --pack ORDNER\`; jeder Fehler wird mit Datei, Zeile und Grund gemeldet.

Ein Paket ist ein Ordner. Unbekannte Schlüssel sind Fehler: ein Tippfehler fällt auf, statt still verloren
zu gehen. Zahlen im Kopf eines Artikels sind Text; führende Nullen bleiben.

## Ein Artikel

Eine Datei je Leistung und Gebiet unter \`articles/\`, Ordner nach Belieben. Der Abschnitt „Sagen“ ist
Pflicht und zum Vorlesen da.

\`\`\`markdown
---
id: hund-anmelden-wedel
title: Hund anmelden
leika: '99102013104000'
service: hund-anmelden
area: '010560050050'
synonyms: [Hundemarke, Hundesteuer]
offices: [steueramt]
source: Stadt Wedel
updated: '2026-11-24'
costs:
  - { kind: fixed, amount: '37.00', currency: EUR, text: je Hund im Jahr }
---

## Sagen

Sie melden Ihren Hund innerhalb von zwei Wochen beim Steueramt an.

## Unterlagen

- Chipnummer
\`\`\`

| Abschnitt | Schlüssel | LeiKa-Baustein |
| --- | --- | --- |
${modules.join('\n')}

Dieselbe Leistung in mehreren Gebieten hat dieselbe Kennung \`service\`; gezeigt wird der örtlichste
Artikel. Andere Sprachen stehen unter \`translations\`, maschinelle mit \`method: machine\`.

## Einlesen

\`\`\`
npm run knowledge -- import --base ORDNER --out ORDNER [--replace] [--json]
    [--xzufi DATEI.xml …] [--area ARS] [--source QUELLE]
    [--articles ORDNER …] [--offices DATEI.csv …] [--lines DATEI.csv …]
\`\`\`

\`--base\` ist das Paket, das ergänzt wird; \`--out\` wird neu angelegt und erst am Ende, geprüft und als
Ganzes, an seine Stelle gesetzt. Geht etwas schief, bleibt alles, wie es war.

- **XZuFi 2.1, 2.2 und 2.3**: gelesen wird, was das Gebiet betrifft (\`--area\`, sonst das des Pakets). Der
  Bericht nennt, was ausgelassen oder angepasst wurde, und unbekannte Elemente. Von Hand gepflegte Artikel
  gehen vor. Trägt eine Stelle in \`offices.json\` die \`xzufiId\` einer eingelesenen, gehen ihre Felder vor:
  so bleibt eine richtige Durchwahl richtig. Teillieferungen (\`schreibe\`, \`loesche\`) werden über das Paket
  des letzten Laufs gelesen; was in den Dateien fehlt, bleibt.
- **Markdown**: alle \`.md\` eines Ordners, wie oben beschrieben.
- **CSV**: erste Zeile mit Spaltennamen in beliebiger Reihenfolge; Trennzeichen \`;\`, \`,\` oder Tabulator.
  Mehreres in einer Zelle trennt \`|\`. UTF-8 (in Excel „CSV UTF-8“); Windows-1252 wird gelesen und gemeldet.
  - Stellen (\`--offices\`): ${columns(officeColumns)}. \`gebiet\` ist ein ARS oder der Name der Kommune,
    \`öffnungszeiten\` etwa \`Mo-Do 08:00-12:00, 14:00-16:00 | Fr 08:00-11:00\`.
  - Leitungen (\`--lines\`): ${columns(lineColumns)}. \`farbe\` ist blau, grün, violett, orange, petrol oder rot.

## Alle Felder

${sections.join('\n\n')}
`;
}

/** The generated files, formatted as the repository is. */
export function formatFiles(): Promise<GeneratedFiles> {
  const contents = new Map([
    ['docs/knowledge-format.md', document()],
    ['docs/knowledge-format.schema.json', JSON.stringify(jsonSchema())],
  ]);
  return formatted(contents);
}

/** Writes the files, or says whether they are current. */
export const formatDocument: Command = {
  usage: ['format [--write]'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      write: { type: 'boolean', default: false },
    });
    const [extra] = positionals;
    if (extra !== undefined) throw wrongCall(`„${extra}“ gehört nicht zu format.`);
    const stale = await writeOrCompare(
      await formatFiles(),
      values.write,
      'npm run knowledge -- format --write',
    );
    return stale === 0 ? 0 : 1;
  },
};
