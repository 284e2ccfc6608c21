import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportBench, idsOf, onlyArticle, reasonsOf, type Imported } from './import-bench.ts';
import { amt, county, elmshorn, germany, heist, state, wedel } from './small-pack.ts';
import { areaOf, office, remove, service, text, transfer, write } from './xzufi-samples.ts';

let bench: Awaited<ReturnType<typeof createImportBench>>;

beforeAll(async () => {
  bench = await createImportBench();
});

afterAll(async () => {
  await bench.remove();
});

const imported = (objects: string): Promise<Imported> => bench.importing(transfer(objects));

describe('areas', () => {
  it.each<[string, string, string]>([
    ['the county', county, county],
    ['the county as AGS', '01056', county],
    ['an Amt', amt, amt],
    ['an Amt with nine digits', amt.slice(0, 9), amt],
    ['a municipality', heist, heist],
    ['the state', state, state],
    ['the state with two digits', '01', state],
    ['the federation', germany, germany],
  ])('%s is taken', async (_, ars, expected) => {
    expect(onlyArticle(await imported(write(service('1', areaOf(ars)))))).toMatchObject({
      area: expected,
    });
  });

  it('outside are left out and counted', async () => {
    const result = await imported(
      ['020000000000', '010570001001', '01057', '160775009047']
        .map((ars, index) => write(service(`${index}`, areaOf(ars))))
        .join('') + write(service('9', areaOf('020000000000') + areaOf(wedel))),
    );
    expect(idsOf(result)).toEqual(['l1-9']);
    expect(reasonsOf(result)).toContain('4 × außerhalb des Gebiets');
  });

  it('that the pack does not list or that are no keys are told', async () => {
    const result = await imported(
      write(service('1', areaOf('010560099099'))) +
        write(service('2', areaOf('gebiet-7') + areaOf(wedel))),
    );
    expect(idsOf(result)).toEqual(['l1-2']);
    expect(reasonsOf(result)).toEqual(
      expect.arrayContaining([
        '1 × Gebiet steht nicht in municipalities.json',
        '1 × ein Gebiet steht nicht in municipalities.json und fehlt',
      ]),
    );
  });

  it('several make an article each, all of them together the county', async () => {
    const two = await imported(write(service('1', areaOf(wedel) + areaOf(amt) + areaOf(heist))));
    expect(idsOf(two)).toEqual([`l1-1-${wedel}`, `l1-1-${amt}`].sort());
    const all = [wedel, elmshorn, heist].map(areaOf).join('');
    expect(onlyArticle(await imported(write(service('1', all))))).toMatchObject({
      id: 'l1-1',
      area: county,
    });
  });

  it('none means all that is imported', async () => {
    const result = await imported(write(service('1')));
    expect(onlyArticle(result)).toMatchObject({ area: county });
    expect(reasonsOf(result)).toContain('1 × ohne Gebiet; gilt im ganzen eingelesenen Gebiet');
  });

  it('can be chosen narrower than the pack', async () => {
    const file = transfer(
      write(service('1', areaOf(wedel))) + write(service('2', areaOf(elmshorn))),
    );
    expect(await bench.run([file], { area: wedel })).toMatchObject({
      report: { written: { Artikel: 1 } },
    });
  });
});

describe('the order of a transfer', () => {
  it('counts: what is written after a deletion stays, what is deleted after it goes', async () => {
    const result = await imported(
      remove('Leistung', '1') + write(service('1')) + write(service('2')) + remove('Leistung', '2'),
    );
    expect(idsOf(result)).toEqual(['l1-1']);
  });

  it('counts over several files, and the last version is the one', async () => {
    const older = transfer(write(service('1', text('06', 'alt'))));
    const newer = transfer(write(service('1', text('06', 'neu'))));
    expect(onlyArticle(await bench.importing(older, newer)).modules).toMatchObject({
      fullText: 'neu',
    });
    expect(onlyArticle(await bench.importing(newer, older)).modules).toMatchObject({
      fullText: 'alt',
    });
  });

  it('goes on over the pack of an earlier import, and deletes nothing that is merely missing', async () => {
    const first = await imported(
      ['1', '2', '3'].map((key) => write(service(key, areaOf(wedel)))).join('') +
        write(office('9', '')),
    );
    const next = await bench.run(
      [transfer(remove('Leistung', '1') + write(service('2', areaOf(elmshorn))))],
      { base: first.out },
    );
    if (typeof next === 'string') throw new Error(next);
    expect(idsOf(next)).toEqual(['l1-2', 'l1-3']);
    expect(next.pack.articles.find((article) => article.id === 'l1-2')).toMatchObject({
      area: elmshorn,
    });
  });

  it('one service alone is read like many', async () => {
    expect(idsOf(await imported(write(service('1'))))).toEqual(['l1-1']);
    const many = Array.from({ length: 300 }, (_, index) => write(service(`${index}`))).join('');
    expect(idsOf(await imported(many))).toHaveLength(300);
  });

  it('an unknown kind of deletion is told', async () => {
    expect(reasonsOf(await imported(write(service('1')) + remove('__proto__', '1')))).toContain(
      '1 × loesche mit unbekannter Klasse oder ohne id',
    );
  });
});
