import { describe, expect, it } from 'vitest';
import { articlePage } from '../../../main/knowledge/article-page.ts';
import type { Office } from '../../../shared/knowledge/pack.ts';
import { amt, article, county, elmshorn, germany, heist, packOf, wedel } from './small-pack.ts';

const office = (id: string, area: string): Office => ({
  id,
  name: id,
  area,
  hours: [],
  closedOn: [],
});
const dog = '99102013104000';
const link = { title: 'Online', url: 'https://kreis.example/hund' };
const pack = packOf(
  [
    article('hund', 'Hund anmelden', { area: county, leika: dog, onlineService: link }),
    article('hund-wedel', 'Hund in Wedel', {
      service: 'hund',
      area: wedel,
      leika: dog,
      offices: ['wedel-steuern', 'wedel-rathaus'],
    }),
    article('hund-bund', 'Hund überall', { service: 'hund', area: germany }),
    article('ab', 'Hund abmelden', { area: county, leika: '99102013070000' }),
    article('ab-wedel', 'Hund abmelden in Wedel', {
      service: 'ab',
      area: wedel,
      leika: '99102013070000',
    }),
    article('pass', 'Reisepass', { area: germany, leika: '99085001012000' }),
  ],
  {
    offices: [
      office('wedel-rathaus', wedel),
      office('wedel-steuern', wedel),
      office('amt-gums', amt),
      office('elmshorn-steuern', elmshorn),
      office('elmshorn-rathaus', elmshorn),
    ],
    responsibilities: [
      {
        service: 'hund',
        area: elmshorn,
        offices: ['elmshorn-steuern'],
        onlineServices: ['portal'],
      },
    ],
    onlineServices: [
      { id: 'portal', title: 'Portal', url: 'https://elmshorn.example/hund', trustLevel: '30' },
    ],
  },
);
const page = (id: string, area: string | null) => {
  const { offices, basis, variants, neighbours, onlineServices } = articlePage(pack, id, area);
  const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id);
  return {
    offices: ids(offices),
    basis,
    variants: ids(variants),
    neighbours: ids(neighbours),
    onlineServices: onlineServices.map(({ url }) => url),
  };
};

describe('an article for an area', () => {
  it('names the offices of the register before those of the article', () => {
    expect(page('hund', elmshorn)).toMatchObject({
      offices: ['elmshorn-steuern'],
      basis: 'responsibility',
      onlineServices: ['https://elmshorn.example/hund', 'https://kreis.example/hund'],
    });
    expect(page('hund-wedel', wedel)).toMatchObject({
      offices: ['wedel-steuern', 'wedel-rathaus'],
      basis: 'article',
      onlineServices: [],
    });
  });

  it('falls back to the administration there, and says so', () => {
    expect(page('pass', heist)).toMatchObject({ offices: ['amt-gums'], basis: 'townHall' });
    // An office of another town is no answer.
    expect(page('hund-wedel', elmshorn)).toMatchObject({ basis: 'responsibility' });
    expect(page('ab', null)).toMatchObject({ offices: [], basis: 'townHall' });
  });

  it('lists other versions that are valid there, and other actions in their local version', () => {
    expect(page('hund-wedel', wedel)).toMatchObject({
      variants: ['hund', 'hund-bund'],
      neighbours: ['ab-wedel'],
    });
    expect(page('hund', wedel)).toMatchObject({ variants: ['hund-wedel', 'hund-bund'] });
    expect(page('hund', heist)).toMatchObject({ variants: ['hund-bund'], neighbours: ['ab'] });
    expect(page('pass', wedel)).toMatchObject({ variants: [], neighbours: [] });
  });

  it('is nothing for an article that the pack has not, and without a pack', () => {
    expect(articlePage(pack, 'gone', wedel).article).toBeNull();
    expect(articlePage(null, 'hund', wedel).article).toBeNull();
  });
});
