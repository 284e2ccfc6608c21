import { describe, expect, test } from 'vitest';
import { callerNameOf, inviteHeadersOf } from './call-of.ts';
import type { Arrival } from './read-scenarios.ts';

const line = {
  name: 'Stadt Wedel',
  numbers: ['+4941037070', '+494103707100'],
  displayPrefixes: ['Wedel', 'WD'],
};
const ofHotline = { ...line, numbers: ['115'] };

describe('how the dialled number arrives', () => {
  test.each<[Arrival, typeof line, readonly string[]]>([
    ['dialedNumberHeader', line, ['X-Nummer: +4941037070']],
    ['unknownNumber', line, ['X-Nummer: +494066969999']],
    ['displayPrefix', line, []],
    [
      'historyInfo',
      line,
      [
        'History-Info: <sip:+4941037070@netz.invalid;user=phone>;index=1',
        'History-Info: <sip:+494066969998@anlage.invalid;cause=302>;index=1.1;mp=1',
      ],
    ],
    [
      'historyInfo',
      ofHotline,
      [
        'History-Info: <sip:115@netz.invalid;user=phone>;index=1',
        'History-Info: <sip:+494066969998@anlage.invalid;cause=380>;index=1.1;mp=1',
      ],
    ],
    [
      'diversion',
      line,
      [
        'Diversion: <sip:+494066969998@kreis.invalid>;reason=unconditional;counter=1',
        'Diversion: <sip:+4941037070@stadt.invalid>;reason=unconditional;counter=1',
      ],
    ],
  ])('%s', (arrival, dialled, headers) => {
    expect(inviteHeadersOf({ arrival }, dialled, 'X-Nummer')).toEqual(headers);
  });

  test.each([
    ['displayPrefix', 'Frau S', '+49', 'Wedel: Frau S'],
    ['displayPrefix', null, '+49', 'Wedel: +49'],
    ['displayPrefix', null, null, 'Wedel: unbekannt'],
    ['diversion', 'Frau S', '+49', 'Frau S'],
    ['diversion', null, '+49', null],
  ] as const)('%s with name %s and number %s', (arrival, callerName, callerNumber, shown) => {
    expect(callerNameOf({ arrival, callerName, callerNumber }, line)).toBe(shown);
  });
});
