import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../shared/card.ts';
import { transferTargetSchema } from '../../shared/card.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { loadPack } from '../knowledge/index.ts';
import { createCardBuilder } from './card-builder.ts';
import { transferTargets } from './transfer-targets.ts';

/** A Tuesday, 10:00 in Pinneberg. */
const now = Date.UTC(2026, 10, 24, 9);
let pack: KnowledgePack;
let card: Card;

beforeAll(async () => {
  const loaded = await loadPack(join(import.meta.dirname, '../../assets/demo-pack'));
  if (!loaded.ok) throw new Error('demonstration pack is broken');
  pack = loaded.value;
  card = createCardBuilder(pack, {
    areaCode: '04121',
    agentName: () => '',
    recent: () => [],
    calls: () => [],
  }).build({
    callId: '3f0c2f8e-2f57-4b0a-9d1c-6f0f6a2f9d11',
    headers: {
      requestUri: '',
      to: null,
      from: null,
      dialedNumber: ['+494066969530'],
      pCalledPartyId: [],
      historyInfo: [],
      diversion: [],
    },
    now,
    callerNumber: null,
  });
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
