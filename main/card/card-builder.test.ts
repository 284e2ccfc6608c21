import { describe, expect, it } from 'vitest';
import { cardSchema } from '../../shared/card.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import type { CalledNumberHeaders } from '../../shared/lines/called-number.ts';
import { createCardBuilder } from './card-builder.ts';

const county = '010560000000';
const wedel = '010560050050';
const heist = '010565690024';
const gums = '010565690000';
const article = { synonyms: [], offices: [], links: [], source: 'Test', updated: '2026-11-24' };
const pack: KnowledgePack = {
  manifest: {
    format: 1,
    id: 'test',
    title: 'Test',
    demonstration: true,
    issued: '2026-11-24',
    area: county,
    timeZone: 'Europe/Berlin',
  },
  municipalities: [
    { ars: county, name: 'Kreis Pinneberg', kind: 'kreis', postcodes: [], areaCodes: [] },
    { ars: wedel, name: 'Wedel', kind: 'stadt', postcodes: [], areaCodes: ['04103'] },
    { ars: gums, name: 'Amt GuMS', kind: 'amt', postcodes: [], areaCodes: [] },
    {
      ars: heist,
      name: 'Heist',
      kind: 'gemeinde',
      administeredBy: gums,
      postcodes: [],
      areaCodes: ['04122'],
    },
  ],
  lines: [
    {
      id: 'wedel',
      name: 'Stadt Wedel',
      municipality: wedel,
      area: wedel,
      numbers: ['+494066969530'],
      displayPrefixes: ['Wedel'],
      greeting: 'Stadt Wedel, guten Tag.',
      color: 'teal',
      offices: ['rathaus'],
      topics: ['hund', 'pass'],
    },
    {
      id: '115',
      name: 'Behördennummer 115',
      municipality: null,
      area: county,
      numbers: ['115'],
      displayPrefixes: ['115'],
      greeting: 'Hier ist die 115.',
      color: 'blue',
      offices: ['rathaus', 'kreis'],
      topics: ['hund', 'pass'],
    },
  ],
  offices: [
    {
      id: 'rathaus',
      name: 'Rathaus Wedel',
      area: wedel,
      hours: [{ days: ['mo', 'di', 'mi', 'do', 'fr'], from: '08:00', until: '18:00' }],
      closedOn: [],
    },
    {
      id: 'amt',
      name: 'Amt GuMS',
      area: gums,
      hours: [{ days: ['di'], from: '14:00', until: '18:00' }],
      closedOn: [],
    },
    { id: 'kreis', name: 'Kreishaus', area: county, hours: [], closedOn: [] },
    ...['a', 'b', 'c'].map((id) => ({
      id,
      name: `Stelle ${id}`,
      area: wedel,
      hours: [],
      closedOn: [],
    })),
  ],
  notices: [
    {
      id: 'i',
      title: 'Info',
      text: 'Text',
      severity: 'info',
      lines: ['wedel'],
      areas: [],
      from: '2026-11-24',
      until: '2026-11-24',
    },
    {
      id: 'k',
      title: 'Krise',
      text: 'Text',
      severity: 'crisis',
      say: 'Bitte bleiben Sie zu Hause.',
      version: '2',
      articles: ['pass'],
      lines: [],
      areas: [county],
      from: '2026-11-01',
      until: '2026-12-31',
    },
    {
      id: 'alt',
      title: 'Alt',
      text: 'Text',
      severity: 'crisis',
      lines: ['wedel'],
      areas: [],
      from: '2026-11-01',
      until: '2026-11-23',
    },
    {
      id: 'heist',
      title: 'Heist',
      text: 'Text',
      severity: 'info',
      lines: [],
      areas: [heist],
      from: '2026-11-01',
      until: '2026-12-31',
    },
  ],
  synonyms: [],
  articles: [
    { ...article, id: 'hund', title: 'Hund', service: 'hund', area: county, modules: { say: 'x' } },
    {
      ...article,
      id: 'hund-wedel',
      title: 'Hund in Wedel',
      service: 'hund',
      area: wedel,
      modules: { say: 'x' },
    },
    {
      ...article,
      id: 'pass',
      title: 'Pass',
      service: 'pass',
      area: '000000000000',
      modules: { say: 'x' },
    },
  ],
};
const headers: CalledNumberHeaders = {
  requestUri: 'sip:agent@10.0.0.1',
  to: '<sip:agent@pbx>',
  from: '<sip:0171@pbx>',
  dialedNumber: [],
  pCalledPartyId: [],
  historyInfo: [],
  diversion: [],
};
// A Tuesday, 10:00 in Berlin.
const now = Date.parse('2026-11-24T09:00:00Z');
const callId = '6a1f7c0e-6a55-4f5c-9a43-0f6b8f3a1c11';
const options = { areaCode: '04121', agentName: () => '', recent: () => [], calls: () => [] };
const builder = createCardBuilder(pack, options);
const build = (change: Partial<CalledNumberHeaders>, callerNumber: string | null = null) =>
  builder.build({ callId, headers: { ...headers, ...change }, now, callerNumber });

describe('a card', () => {
  it('of a known line says everything before the answer', () => {
    const card = build({ dialedNumber: ['+494066969530'] });
    expect(cardSchema.parse(card)).toEqual(card);
    expect(card).toMatchObject({
      line: { id: 'wedel', name: 'Stadt Wedel', color: 'teal' },
      municipality: { ars: wedel, name: 'Wedel' },
      source: 'X-Dialed-Number',
      certain: true,
      greeting: 'Stadt Wedel, guten Tag.',
      opening: [
        {
          officeName: 'Rathaus Wedel',
          state: { kind: 'open', until: '18:00' },
          municipality: null,
        },
      ],
      topics: [
        { articleId: 'pass', reason: { kind: 'notice', title: 'Krise' } },
        { articleId: 'hund-wedel', reason: { kind: 'line' } },
      ],
      choices: [],
    });
    expect(card.notices.map(({ id }) => id)).toEqual(['k', 'i']);
    expect(card.notices[0]).toMatchObject({ say: 'Bitte bleiben Sie zu Hause.', version: '2' });
  });

  it('of an unknown number offers every line and guesses nothing', () => {
    const card = build({ dialedNumber: ['+4930000000'] });
    expect(card).toMatchObject({ line: null, municipality: null, source: null, certain: false });
    expect(card).toMatchObject({ greeting: null, topics: [], opening: [] });
    expect(card.choices.map(({ id }) => id)).toEqual(['wedel', '115']);
  });

  it('that is uncertain offers the other lines too', () => {
    const card = build({ from: '"Wedel: 0171" <sip:0171@x>' });
    expect(card).toMatchObject({ line: { id: 'wedel' }, certain: false });
    expect(card.choices).toHaveLength(2);
  });

  it('of the 115 only suggests a municipality', () => {
    const card = build({ to: '<sip:115@x>' }, '+4941037070');
    expect(card.municipality).toBeNull();
    expect(card.suggestion).toEqual({ ars: wedel, name: 'Wedel', reason: '04103' });
    expect(card.topics[1]?.articleId).toBe('hund');
  });

  it('follows the agent’s choice of line', () => {
    const chosen = builder.chooseLine(build({}), 'wedel', now);
    expect(chosen).toMatchObject({
      line: { id: 'wedel' },
      source: 'agent',
      certain: true,
      choices: [],
    });
    expect(builder.chooseLine(build({}), 'gone', now)).toBeNull();
  });

  it('follows the agent’s choice of municipality', () => {
    const card = builder.chooseMunicipality(build({ to: '<sip:115@x>' }), wedel, now);
    expect(card).toMatchObject({
      line: { id: '115' },
      municipality: { name: 'Wedel' },
      suggestion: null,
    });
    expect(card?.topics[1]?.articleId).toBe('hund-wedel');
    const other = builder.chooseMunicipality(build({ to: '<sip:115@x>' }), heist, now);
    expect(other).toMatchObject({ administeredBy: 'Amt GuMS', outside: false });
    expect(other?.notices.map(({ id }) => id)).toEqual(['k', 'heist']);
    expect(builder.chooseMunicipality(build({}), '999999999999', now)).toBeNull();
  });

  it('of the 115 shows the offices of the chosen municipality or its Amt before those of the line', () => {
    const offices = (ars: string | null) =>
      builder
        .chooseMunicipality(build({ to: '<sip:115@x>' }), ars, now)
        ?.opening.map(({ office, municipality, state }) => [office, municipality, state.kind]);
    expect(build({ to: '<sip:115@x>' }).opening.map(({ office }) => office)).toEqual([
      'rathaus',
      'kreis',
    ]);
    expect(offices(heist)).toEqual([
      ['amt', 'Heist', 'closed'],
      ['kreis', null, 'unknown'],
    ]);
    // Each once, although the line names the town hall too, and no more than there is room for.
    expect(offices(wedel)).toEqual([
      ['rathaus', 'Wedel', 'open'],
      ['a', 'Wedel', 'unknown'],
      ['b', 'Wedel', 'unknown'],
      ['kreis', null, 'unknown'],
    ]);
    expect(offices(null)).toEqual([
      ['rathaus', null, 'open'],
      ['kreis', null, 'unknown'],
    ]);
  });

  it('of somebody from elsewhere says so and asks no more', () => {
    const card = builder.chooseMunicipality(build({ to: '<sip:115@x>' }, '+4940123'), null, now);
    expect(card).toMatchObject({ municipality: null, outside: true, areaCodeTrap: null });
  });

  it.each([
    ['+4940123456', 'hamburg'],
    ['+4917112345678', 'mobile'],
    ['+4941037070', null],
    [null, null],
  ] as const)('of the 115 from %s explains: %s', (number, trap) => {
    expect(build({ to: '<sip:115@x>' }, number).areaCodeTrap).toBe(trap);
    // A line that names its municipality asks nobody.
    expect(build({ dialedNumber: ['+494066969530'] }, number).areaCodeTrap).toBeNull();
  });

  it('takes up what another pack says, and keeps what the agent has chosen', () => {
    const before = builder.chooseMunicipality(build({ to: '<sip:115@x>' }), wedel, now);
    if (before === null) throw new Error('no card');
    const calm = createCardBuilder({ ...pack, notices: [] }, options);
    const card = calm.refresh(before, now);
    expect(card).toMatchObject({ municipality: { name: 'Wedel' }, notices: [] });
    expect(card.topics[0]).toMatchObject({ articleId: 'hund-wedel' });
    const gone = createCardBuilder({ ...pack, lines: [] }, options);
    expect(gone.refresh(before, now)).toBe(before);
  });

  it('puts what was asked lately before the season, and both before the line', () => {
    const [line] = pack.lines;
    if (line === undefined) throw new Error('no line');
    const season = { article: 'pass', from: '11-01', until: '01-31' };
    const busy = createCardBuilder(
      { ...pack, notices: [], lines: [{ ...line, seasons: [season] }] },
      { ...options, recent: () => [{ article: 'hund-wedel', count: 4 }] },
    );
    const asked = { until: '2026-11-23', articles: [{ article: 'pass', count: 12 }] };
    const counted = createCardBuilder(
      { ...pack, notices: [], lines: [{ ...line, seasons: [season], asked }] },
      options,
    );
    const call = {
      callId,
      headers: { ...headers, dialedNumber: ['+494066969530'] },
      now,
      callerNumber: null,
    };
    expect(busy.build(call).topics.map(({ reason }) => reason)).toEqual([
      { kind: 'recent', count: 4 },
      { kind: 'season', until: '01-31' },
    ]);
    expect(counted.build(call).topics[0]?.reason).toEqual({ kind: 'asked', count: 12 });
  });

  it('offers a line that came with another pack to a call whose line is not known', () => {
    const unknown = build({});
    const [line] = pack.lines;
    if (line === undefined) throw new Error('no line');
    const crisis = { ...line, id: 'krise', name: 'Krisentelefon', numbers: ['+494066969599'] };
    const more = createCardBuilder({ ...pack, lines: [...pack.lines, crisis] }, options);
    expect(more.refresh(unknown, now).choices.map(({ id }) => id)).toContain('krise');
  });

  it('shows calls by the hour in a crisis only', () => {
    const wedelLine = { dialedNumber: ['+494066969530'] };
    const counted = {
      ...pack,
      notices: pack.notices.map((notice) =>
        notice.id === 'k'
          ? { ...notice, lines: ['wedel'], calls: [{ hour: '2026-11-24T09', count: 30 }] }
          : notice,
      ),
    };
    const call = { callId, headers: { ...headers, ...wedelLine }, now, callerNumber: null };
    const calls = (line: string): number[] => (line === 'wedel' ? [now - 60_000] : []);
    const { hours } = createCardBuilder(counted, { ...options, calls }).build(call);
    expect(hours.slice(-2)).toEqual([
      { hour: 9, here: 1, centre: 30 },
      { hour: 10, here: 0, centre: null },
    ]);
    expect(
      createCardBuilder({ ...pack, notices: [] }, { ...options, calls }).build(call).hours,
    ).toEqual([]);
  });

  it('puts the choice in a voice menu behind a crisis and before the rest, in the version of the town', () => {
    const card = build({ dialedNumber: ['+494066969530'], topic: 'hund' });
    expect(card.menuChoice).toEqual({ value: 'hund', title: 'Hund in Wedel' });
    expect(card.topics.map(({ articleId, reason }) => [articleId, reason.kind])).toEqual([
      ['pass', 'notice'],
      ['hund-wedel', 'menu'],
    ]);
    const unknown = build({ dialedNumber: ['+494066969530'], topic: 'Taste 7' });
    expect(unknown.menuChoice).toEqual({ value: 'Taste 7', title: null });
    expect(unknown.topics.map(({ reason }) => reason.kind)).toEqual(['notice', 'line']);
  });

  it('keeps the choice in a voice menu when line or town are put right', () => {
    const card = build({ topic: 'hund' });
    expect(card.topics.map(({ articleId }) => articleId)).toEqual(['hund']);
    const chosen = builder.chooseLine(card, 'wedel', now);
    expect(chosen?.menuChoice).toEqual({ value: 'hund', title: 'Hund in Wedel' });
    expect(build({ dialedNumber: ['115'] }).menuChoice).toBeNull();
  });

  it.each([
    ['Eva Weber', 'Stadt Wedel, mein Name ist Eva Weber. Guten Tag!'],
    ['', 'Stadt Wedel, mein Name ist … Guten Tag!'],
  ])('greets with the name of the agent: %s', (name, words) => {
    const [line] = pack.lines;
    if (line === undefined) throw new Error('no line');
    const greeting = 'Stadt Wedel, mein Name ist {name}. Guten Tag!';
    const named = createCardBuilder(
      { ...pack, lines: [{ ...line, greeting }] },
      { ...options, agentName: () => name },
    );
    const card = named.chooseLine(build({}), 'wedel', now);
    expect(card?.greeting).toBe(words);
  });
});
