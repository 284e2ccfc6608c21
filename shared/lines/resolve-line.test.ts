import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../knowledge/pack.ts';
import type { CalledNumberHeaders } from './called-number.ts';
import { createLineTable } from './line-table.ts';
import { resolveLine } from './resolve-line.ts';

const line = (id: string, numbers: string[], displayPrefixes: string[]): Line => ({
  id,
  name: id,
  municipality: null,
  area: '010560000000',
  numbers,
  displayPrefixes,
  greeting: 'Guten Tag',
  color: 'blue',
  offices: [],
  topics: [],
});
const lines = [
  line('kreis', ['+494121450280'], ['Kreis']),
  line('115', ['115', '+4941214502115'], ['115']),
  line('wedel', ['+4941037070'], ['Wedel', 'Wedel Bürgerbüro']),
];
const table = createLineTable(lines, { countryCode: '49', areaCode: '04121' });
const nothing: CalledNumberHeaders = {
  requestUri: 'sip:agent7@10.0.0.1;transport=ws',
  to: '<sip:agent7@pbx.example>',
  from: '<sip:+4917012345@pbx.example>;tag=1',
  dialedNumber: [],
  pCalledPartyId: [],
  historyInfo: [],
  diversion: [],
};

const twoHops = [
  '<sip:+494121450280@kreis.example>;reason=unconditional;counter=1',
  '<sip:+4941037070@wedel.example>;reason="unconditional";counter=1',
];

interface Row {
  readonly what: string;
  readonly headers: Partial<CalledNumberHeaders>;
  readonly is: readonly [string | null, string | null, boolean];
}

const rows: readonly Row[] = [
  { what: 'nothing names a line', headers: {}, is: [null, null, false] },
  {
    what: 'the header of the PBX',
    headers: { dialedNumber: ['+49 4103 7070'] },
    is: ['wedel', 'X-Dialed-Number', true],
  },
  {
    what: 'the header as a URI',
    headers: { dialedNumber: ['<sip:04103707@pbx>'] },
    is: ['wedel', 'X-Dialed-Number', true],
  },
  {
    what: 'a header with an unknown number, To knows',
    headers: { dialedNumber: ['4711'], to: '<sip:0049410370 70@x>' },
    is: ['wedel', 'To', true],
  },
  {
    what: 'To on a trunk: E.164 without +',
    headers: { to: '<sip:4941214502115@pbx.example>' },
    is: ['115', 'To', true],
  },
  {
    what: 'P-Called-Party-ID',
    headers: { pCalledPartyId: ['<sip:+4941037070@ims>'] },
    is: ['wedel', 'P-Called-Party-ID', true],
  },
  {
    what: 'Diversion over two hops',
    headers: { diversion: twoHops },
    is: ['wedel', 'Diversion', true],
  },
  {
    what: 'the same in one header line',
    headers: { diversion: [twoHops.join(', ')] },
    is: ['wedel', 'Diversion', true],
  },
  {
    what: 'History-Info, oldest entry',
    headers: {
      historyInfo: [
        '<sip:+4941037070@net.example>;index=1, <sip:+494121450280@kreis.example;cause=302>;index=1.1;mp=1',
        '<sip:4711@pbx.example>;index=1.1.1;rc=1.1',
      ],
    },
    is: ['wedel', 'History-Info', true],
  },
  {
    what: 'History-Info out of order',
    headers: { historyInfo: ['<sip:+494121450280@a>;index=1.10', '<sip:+4941037070@a>;index=1.9'] },
    is: ['wedel', 'History-Info', true],
  },
  {
    what: '115 through number translation',
    headers: {
      historyInfo: [
        '<sip:115@net.example;user=phone>;index=1, <sip:+49999@net.example;cause=380>;index=1.1',
      ],
    },
    is: ['115', 'History-Info', true],
  },
  {
    what: 'an anonymised diversion before a readable one',
    headers: {
      diversion: [
        '"Anonymous" <sip:anonymous@anonymous.invalid>;privacy=full',
        '<sip:+4941037070@w>',
      ],
    },
    is: ['wedel', 'Diversion', true],
  },
  {
    what: 'only the Request-URI',
    headers: { requestUri: 'sip:+4941037070@10.0.0.1' },
    is: ['wedel', 'Request-URI', false],
  },
  {
    what: 'only a prefix of the name',
    headers: { from: '"Wedel: 0171 2345" <sip:0171@x>;tag=1' },
    is: ['wedel', 'Display-Name', false],
  },
  {
    what: 'a prefix in brackets',
    headers: { from: '"[WEDEL] Petersen" <sip:0171@x>' },
    is: ['wedel', 'Display-Name', false],
  },
  {
    what: 'a caller who is called like a town',
    headers: { from: '"Wedel" <sip:0171@x>' },
    is: [null, null, false],
  },
  {
    what: 'a caller with a double name',
    headers: { from: '"Wedel-Kreis Anna" <sip:0171@x>' },
    is: [null, null, false],
  },
  {
    what: 'two sources that disagree',
    headers: { dialedNumber: ['+4941037070'], diversion: ['<sip:115@x>'] },
    is: ['wedel', 'X-Dialed-Number', false],
  },
  {
    what: 'two sources that agree',
    headers: { dialedNumber: ['+494103707'], from: '"Wedel: Petersen" <sip:0171@x>' },
    is: ['wedel', 'X-Dialed-Number', true],
  },
  {
    what: 'markup and rubbish',
    headers: { dialedNumber: ['<img src=x onerror=alert(1)>', '%%%', ''] },
    is: [null, null, false],
  },
];

describe('resolveLine', () => {
  it.each(rows)('$what', ({ headers, is }) => {
    const resolution = resolveLine({ ...nothing, ...headers }, table);
    expect([resolution.line?.id ?? null, resolution.source, resolution.certain]).toEqual(is);
  });

  it('never throws and never names a line without a source', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.string()), (to, from, values) => {
        const { line: found, source } = resolveLine(
          { ...nothing, to, from, historyInfo: values, diversion: values, dialedNumber: values },
          table,
        );
        expect(found === null).toBe(source === null);
      }),
    );
  });
});

describe('the line table', () => {
  it.each([
    ['+494103707', 'wedel'],
    ['+49410370700', 'wedel'],
    ['+494103707000', undefined],
    ['+49410370', undefined],
  ])('knows %s with and without its -0', (number, id) => {
    expect(table.lineOfNumber(number)?.id).toBe(id);
  });

  it('does not choose between two lines that differ by a 0', () => {
    const close = createLineTable([line('a', ['+49412150'], []), line('b', ['+4941215000'], [])], {
      countryCode: '49',
      areaCode: '04121',
    });
    expect(close.lineOfNumber('+494121500')).toBeUndefined();
    expect(close.lineOfNumber('+49412150')?.id).toBe('a');
  });

  it('takes the longest prefix', () => {
    expect(table.lineOfDisplayName('Wedel Bürgerbüro: Anna')?.id).toBe('wedel');
  });
});
