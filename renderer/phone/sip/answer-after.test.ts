import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerAfter } from './answer-after.ts';

const request = (headers: Readonly<Record<string, readonly string[]>>) => ({
  getHeaders: (name: string) => headers[name] ?? [],
});

it.each([
  [{ 'Call-Info': ['<sip:pbx.example>;answer-after=0'] }, 0],
  [{ 'Call-Info': ['<sip:pbx.example>; Answer-After = "5"'] }, 5],
  [{ 'Call-Info': ['<http://icon>;purpose=icon', '<sip:x>;answer-after=2'] }, 2],
  [{ 'Call-Info': ['<sip:x>;answer-after=999'] }, 60],
  [{ 'Alert-Info': ['<http://www.notused.com>;info=alert-autoanswer;delay=3'] }, 3],
  [{ 'Alert-Info': ['info=alert-autoanswer'] }, 0],
  [{ 'Alert-Info': ['<sip:x>;info="Auto Answer"'] }, 0],
  [{ 'Alert-Info': ['info=RingAnswer'] }, 0],
  [{ 'Answer-Mode': ['Auto;require'] }, 0],
  [{ 'Answer-Mode': ['Manual'] }, null],
  [{ 'Alert-Info': ['<http://127.0.0.1/Bellcore-dr2>'] }, null],
  [{ 'Call-Info': ['<http://answer-after=0>'] }, null],
  [{}, null],
] as const)('%j: %s', (headers, seconds) => {
  expect(answerAfter(request(headers))).toBe(seconds);
});

it('takes anything without throwing, and never more than a minute', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (call, alert) => {
      const seconds = answerAfter(request({ 'Call-Info': call, 'Alert-Info': alert })) ?? 0;
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeLessThanOrEqual(60);
    }),
  );
});
