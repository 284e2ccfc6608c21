// What callers say and agents type, against the demonstration pack (tests/golden/queries.yaml): the wanted
// article is among the first three, wherever the caller lives.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSearch, loadPack, type KnowledgeSearch } from '../../../main/knowledge/index.ts';
import { goldenAreas, rankOf, readGoldenTable } from '../../golden/golden-table.ts';

const table = readGoldenTable();
let search: KnowledgeSearch['search'];
let services: ReadonlyMap<string, string>;

beforeAll(async () => {
  const pack = await loadPack(join(import.meta.dirname, '../../../assets/demo-pack'));
  if (!pack.ok) throw new Error('assets/demo-pack is not valid');
  search = createSearch(pack.value).search;
  services = new Map(pack.value.articles.map(({ id, service }) => [id, service]));
});

const servicesFound = (text: string, municipality: string | null): string[] =>
  search({ text, municipality, limit: 3 }).map(({ id }) => services.get(id) ?? id);

it('asks for services that the pack has', () => {
  const known = new Set(services.values());
  const wanted = [...table.queries, ...table.heldOut].flatMap((query) => query.services);
  expect(wanted.filter((service) => !known.has(service))).toEqual([]);
  expect(table.queries.length).toBeGreaterThanOrEqual(150);
});

describe.each(goldenAreas)('for %s', (_, municipality) => {
  it.each(table.queries)('$text finds $services', ({ text, services: wanted }) => {
    const found = servicesFound(text, municipality);
    expect(rankOf(wanted, found), found.join(', ')).not.toBeNull();
  });
});

describe('local variants', () => {
  it.each(table.local)('$text in $area shows $article', ({ text, area, article }) => {
    expect(search({ text, municipality: area, limit: 3 }).map(({ id }) => id)).toContain(article);
  });
});

describe('queries that nobody improved the search for', () => {
  it('are nearly all answered, too', () => {
    const answered = table.heldOut.filter(
      ({ text, services: wanted }) => rankOf(wanted, servicesFound(text, null)) !== null,
    );
    expect(answered.length / table.heldOut.length).toBeGreaterThan(0.9);
  });
});
