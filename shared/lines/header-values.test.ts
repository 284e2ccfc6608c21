import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNameAddress, splitHeaderValues, userOf } from './header-values.ts';

describe('splitHeaderValues', () => {
  it.each([
    ['<sip:1@a>;index=1, <sip:2@b>;index=1.1', ['<sip:1@a>;index=1', '<sip:2@b>;index=1.1']],
    ['"Müller, Anna" <sip:1@a>', ['"Müller, Anna" <sip:1@a>']],
    [String.raw`"a \", b" <sip:1@a>,<sip:2@b>`, [String.raw`"a \", b" <sip:1@a>`, '<sip:2@b>']],
    ['<sip:1@a?Reason=SIP%3Bcause%3D302,x>', ['<sip:1@a?Reason=SIP%3Bcause%3D302,x>']],
    [' , ,', []],
  ])('%s', (line, values) => {
    expect(splitHeaderValues(line)).toEqual(values);
  });
});

describe('parseNameAddress', () => {
  it.each([
    ['"Wedel: 0171" <sip:0171@pbx>;tag=1', 'Wedel: 0171', '0171'],
    ['Wedel <sip:0171@pbx>', 'Wedel', '0171'],
    [String.raw`"a \"b\" <c>" <sip:x@y>`, 'a "b" <c>', 'x'],
    ['sip:+49@pbx;tag=1', '', '+49'],
    ['+49 4103 7070', '', '+49 4103 7070'],
    ['<tel:+49-4103-7070;phone-context=x>', '', '+49-4103-7070'],
    ['<sip:pbx.example>', '', ''],
    ['"open <sip:1@a>', '', '"open <sip'],
    ['', '', ''],
  ])('%s', (value, displayName, user) => {
    expect(parseNameAddress(value)).toMatchObject({ displayName, user });
  });

  it('reads parameters whatever their case and quotes', () => {
    const { parameters } = parseNameAddress('<sip:1@a;line=x>;REASON="User-Busy";counter=1;lr');
    expect([...parameters]).toEqual([
      ['reason', 'User-Busy'],
      ['counter', '1'],
      ['lr', ''],
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[<>"\\;,=@%:a0]{0,40}$/)), (value) => {
        expect(typeof parseNameAddress(value).user).toBe('string');
        expect(Array.isArray(splitHeaderValues(value))).toBe(true);
      }),
    );
  });
});

describe('userOf', () => {
  it.each([
    ['sip:%2B4941037070@net', '+4941037070'],
    ['SIPS:115@net;user=phone', '115'],
    ['sip:+49;phone-context=x@net', '+49'],
    ['sip:1:secret@net', '1'],
    ['sip:%zz@net', '%zz'],
  ])('%s', (uri, user) => {
    expect(userOf(uri)).toBe(user);
  });
});
