import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../shared/card.ts';
import { transferTargetSchema } from '../../shared/card.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { loadPack } from '../knowledge/index.ts';
import { createCardBuilder, type CardBuilder } from './card-builder.ts';
import { transferTargets } from './transfer-targets.ts';

/** A Tuesday, 10:00 in Pinneberg. */
const now = Date.UTC(2026, 10, 24, 9);
let pack: KnowledgePack;
let builder: CardBuilder;
let card: Card;

function cardOf(dialed: string): Card {
  return builder.build({
    callId: '3f0c2f8e-2f57-4b0a-9d1c-6f0f6a2f9d11',
    headers: {
      requestUri: '',
      to: null,
      from: null,
      dialedNumber: [dialed],
      pCalledPartyId: [],
      historyInfo: [],
      diversion: [],
    },
    now,
    callerNumber: null,
  });
}

beforeAll(async () => {
  const loaded = await loadPack(join(import.meta.dirname, '../../assets/demo-pack'));
  if (!loaded.ok) throw new Error('demonstration pack is broken');
  pack = loaded.value;
  builder = createCardBuilder(pack, {
    areaCode: '04121',
    agentName: () => '',
    recent: () => [],
    calls: () => [],
  });
  card = cardOf('+494066969530');
});

function names(text: string, article: string | null = null): readonly string[] {
  return transferTargets(pack, { card, article, text, now }).map(({ officeName }) => officeName);
}

describe('transferTargets', () => {
  it('puts the responsible office of the opened article first, then the offices of the card', () => {
    const found = transferTargets(pack, {
      card,
      article: 'personalausweis-verloren-wedel',
      text: '',
      now,
    });
    expect(found[0]).toMatchObject({
      office: 'wedel-buergerbuero',
      reason: 'article',
      phone: '+494066969631',
    });
    expect(found[1]).toMatchObject({ office: 'wedel-ordnung', reason: 'article' });
    const fromCard = found.filter(({ reason }) => reason === 'card').map(({ office }) => office);
    expect(fromCard).toContain('wedel-rathaus');
    expect(new Set(found.map(({ office }) => office)).size).toBe(found.length);
    for (const target of found) transferTargetSchema.parse(target);
    expect(found[0]?.state.kind).not.toBe('unknown');
  });

  it('without an article offers the offices of the card, without a card nothing', () => {
    expect(names('')[0]).toBe('Rathaus Wedel');
    expect(transferTargets(pack, { card: null, article: null, text: ' ', now })).toEqual([]);
  });

  const targetsOn115 = (ars: string, article: string | null): (readonly string[])[] =>
    transferTargets(pack, {
      card: builder.chooseMunicipality(cardOf('115'), ars, now),
      article,
      text: '',
      now,
    }).map(({ office, reason }) => [reason, office]);

  it('on the 115 offers the Amt of the chosen municipality before the offices of the line', () => {
    expect(targetsOn115('010565690024', null)).toEqual([
      ['municipality', 'amt-gums'],
      ['card', 'kreis-haus'],
    ]);
    // More than stand on the card.
    expect(targetsOn115('010560050050', null)).toContainEqual(['municipality', 'wedel-bauhof']);
  });

  it('on the 115 knows an office of every municipality of the demonstration', () => {
    const towns = pack.municipalities.filter(({ kind }) => kind === 'stadt' || kind === 'gemeinde');
    expect(towns).toHaveLength(49);
    for (const { ars, name } of towns)
      expect([name, targetsOn115(ars, null)[0]?.[0]]).toEqual([name, 'municipality']);
  });

  it('on the 115 sends nobody to the office of another town', () => {
    const [article] = pack.articles.filter(({ area }) => area === '000000000000');
    if (article === undefined) throw new Error('no article for all');
    const named = { ...article, offices: ['wedel-buergerbuero'] };
    pack = { ...pack, articles: [...pack.articles.filter(({ id }) => id !== named.id), named] };
    expect(targetsOn115('010565690024', named.id)[0]).toEqual(['municipality', 'amt-gums']);
    expect(targetsOn115('010560050050', named.id)[0]).toEqual(['article', 'wedel-buergerbuero']);
    // Opened for another town on purpose.
    const [first] = targetsOn115('010565690024', 'personalausweis-verloren-wedel');
    expect(first).toEqual(['article', 'wedel-buergerbuero']);
  });

  it('finds by name, that of the own municipality first, however umlauts are typed', () => {
    for (const text of ['bürgerb', 'buergerb', 'burgerb'])
      expect(names(text)[0]).toBe('Bürgerbüro Wedel');
    expect(names('bürgerbüro')).toContain('Bürgerbüro Elmshorn');
    expect(names('standesamt pinn')).toEqual(['Standesamt Pinneberg']);
  });

  it.each(['041039', '+49', 'xyzzy', '<b>', '.*'])('finds nothing by %j', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('offers no office that cannot be called', () => {
    const [first] = pack.offices;
    if (first === undefined) throw new Error('no offices');
    const { phone: _, ...mute } = { ...first, name: 'Stille Stelle' };
    const found = transferTargets(
      { ...pack, offices: [mute] },
      { card: null, article: null, text: 'stille', now },
    );
    expect(found).toEqual([]);
  });

  it('an article that is no longer there does no harm', () => {
    expect(names('', 'weg')[0]).toBe('Rathaus Wedel');
  });
});
