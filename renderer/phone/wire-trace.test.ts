import { expect, it } from 'vitest';
import type { TracedMessage } from '../../shared/diagnostics/health.ts';
import { WireTrace } from './wire-trace.ts';

const message = (callId: string): string =>
  `SIP/2.0 200 OK\r\nCall-ID: ${callId}\r\nX-Name: Petersen\r\n\r\n`;

it('knows when the exchange spoke last, and traces only on demand and until its time', () => {
  let now = 1_000;
  const seen: TracedMessage[] = [];
  const trace = new WireTrace(
    (traced) => {
      seen.push(traced);
    },
    () => now,
  );
  trace.see('out', message('a'));
  expect(trace.lastMessageAt).toBeNull();
  trace.see('in', message('a'));
  expect(trace.lastMessageAt).toBe(1_000);
  expect(seen).toEqual([]);

  trace.trace(2_000);
  trace.see('out', message('b'));
  now = 1_999;
  trace.see('in', message('a'));
  expect(seen).toEqual([
    { at: 1_000, direction: 'out', text: 'SIP/2.0 200\nCall-ID: #1\n(Header): …' },
    { at: 1_999, direction: 'in', text: 'SIP/2.0 200\nCall-ID: #2\n(Header): …' },
  ]);

  now = 2_000;
  trace.see('in', message('a'));
  now = 1_500; // a clock that was set back does not start it again
  trace.see('in', message('a'));
  expect(seen).toHaveLength(2);

  trace.trace(3_000);
  trace.trace(null);
  trace.see('in', message('a'));
  expect(seen).toHaveLength(2);
});
