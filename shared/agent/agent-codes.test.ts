import { expect, it } from 'vitest';
import { codesFor } from './agent-codes.ts';
import type { AgentStatus } from './agent-state.ts';

const codes = { by: 'codes', login: '*45', logout: '*46', pause: '*47', ready: '*48' } as const;
const reasons = [{ name: 'Mittag', code: '*471' }, { name: 'Besprechung' }];
const ready: AgentStatus = { kind: 'ready' };
const off: AgentStatus = { kind: 'off' };
const unknown: AgentStatus = { kind: 'unknown' };
const pause = (reason: string | null): AgentStatus => ({ kind: 'pause', reason });
const wrapUp: AgentStatus = { kind: 'wrapUp' };

const rows: readonly (readonly [AgentStatus, AgentStatus, readonly string[]])[] = [
  [unknown, ready, ['*45', '*48']],
  [off, ready, ['*45', '*48']],
  [pause('Mittag'), ready, ['*48']],
  [wrapUp, ready, ['*48']],
  [ready, pause('Mittag'), ['*471']],
  [ready, pause('Besprechung'), ['*47']],
  [ready, pause(null), ['*47']],
  [ready, pause('abgeschafft'), ['*47']],
  [off, pause('Mittag'), ['*45', '*471']],
  [pause('Mittag'), pause('Besprechung'), ['*47']],
  [ready, wrapUp, ['*47']],
  [ready, off, ['*46']],
  [unknown, off, ['*46']],
  [ready, unknown, []],
];
it.each(rows)('from %j to %j: %j', (from, to, expected) => {
  expect(codesFor(from, to, codes, reasons)).toEqual(expected);
});

it('wraps up with its own code where there is one', () => {
  expect(codesFor(ready, wrapUp, { ...codes, wrapUp: '*49' }, reasons)).toEqual(['*49']);
});
