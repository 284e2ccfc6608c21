import { expect, it, test, vi } from 'vitest';
import { redactingConnector, withoutPersonalData } from './redacting-log.ts';

it.each([
  [
    'Failed to reach sip:+494066969101@exchange.invalid;user=phone',
    'Failed to reach sip:…;user=phone',
  ],
  ['<tel:+494066969101>', '<tel:…>'],
  ['SIPS:anna@town.invalid', 'SIPS:…'],
  ['From "Anna Petersen" somewhere', 'From "…" somewhere'],
  ['number 04103 7070 or +494103707099', 'number … 7070 or …'],
  ['first line\r\nAuthorization: Digest response="secret"', 'first line'],
  ['code 1006, port 8089', 'code 1006, port 8089'],
])('%j is logged as %j', (content, logged) => {
  expect(withoutPersonalData(content)).toBe(logged);
});

test('only warnings and errors pass: the levels below hold whole messages (trap 37)', () => {
  const log = vi.fn();
  const connector = redactingConnector(log);
  for (const level of ['debug', 'log', 'warn', 'error'] as const)
    connector(level, 'sip.Transport', undefined, `${level} sip:anna@town.invalid`);
  expect(log.mock.calls).toEqual([
    ['warn', 'sip.Transport: warn sip:…'],
    ['error', 'sip.Transport: error sip:…'],
  ]);
});
