// What callers say and agents type, against the demonstration pack: the wanted article is among the first
// three. The first rows are the table that lunr.de, MiniSearch, Orama and FlexSearch were measured with
// (docs/decisions/0005), adapted to articles of the pack.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSearch, loadPack, type KnowledgeSearch } from '../../../main/knowledge/index.ts';
import { elmshorn, wedel } from './small-pack.ts';

const pinneberg = '010560039039';
let search: KnowledgeSearch['search'];
let services: ReadonlyMap<string, string>;

beforeAll(async () => {
  const pack = await loadPack(join(import.meta.dirname, '../../../assets/demo-pack'));
  if (!pack.ok) throw new Error('assets/demo-pack is not valid');
  search = createSearch(pack.value).search;
  services = new Map(pack.value.articles.map(({ id, service }) => [id, service]));
});

/** The services found; which variant of each is shown is the matter of search.test.ts. */
const servicesFound = (text: string, municipality: string | null, limit: number): string[] =>
  search({ text, municipality, limit }).map(({ id }) => services.get(id) ?? id);

describe.each([
  ['Wedel', wedel],
  ['Pinneberg', pinneberg],
  ['Elmshorn', elmshorn],
  ['no municipality', null],
])('for %s', (_, municipality) => {
  it.each<[string, string]>([
    ['Antrag', 'bauantrag'],
    ['Anträge', 'bauantrag'],
    ['Strassenreinigung', 'strassenreinigung'],
    ['Gebühr', 'abfallgebuehren'],
    ['Ausweis', 'personalausweis-beantragen'],
    ['Steuer', 'hundesteuer-anmelden'],
    ['Hundesteur', 'hundesteuer-anmelden'],
    ['Personalausweiß', 'personalausweis-beantragen'],
    ['einbuergerung', 'einbuergerung'],
    ['Wohngeld', 'wohngeld'],
    ['wohng', 'wohngeld'],
    ['Zulassung', 'kfz-zulassen'],
    ['perso verloren', 'personalausweis-verloren'],
    ['lappen umtauschen', 'fuehrerschein-umtauschen'],
    ['fuehrerschein', 'fuehrerschein-umtauschen'],
    ['fuehrerschein', 'fuehrerschein-verloren'],
    ['Müll', 'sperrmuell'],
    ['Müll', 'muellabfuhr-termine'],
    ['Hundsteuer', 'hundesteuer-anmelden'],
  ])('%s finds %s', (text, id) => {
    expect(servicesFound(text, municipality, 3)).toContain(id);
  });
});
