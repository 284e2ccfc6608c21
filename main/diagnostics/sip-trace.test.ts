import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TracedMessage } from '../../shared/diagnostics/health.ts';
import { SipTrace } from './sip-trace.ts';

const minute = 60_000;
const start = Date.parse('2026-11-25T09:00:00Z');
const message = (text: string): TracedMessage => ({ at: 0, direction: 'in', text });
let told: (number | null)[];
let trace: SipTrace;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  told = [];
  trace = new SipTrace((until) => told.push(until));
});
afterEach(() => {
  vi.useRealTimers();
});

it('keeps nothing unless it is switched on', () => {
  trace.add(message('a'));
  expect([trace.messages, trace.until]).toEqual([[], null]);
});

it('switches itself off after ten minutes; what was traced stays for the package', () => {
  trace.switch(true);
  trace.add(message('a'));
  vi.advanceTimersByTime(10 * minute - 1);
  expect(trace.until).toBe(start + 10 * minute);
  vi.advanceTimersByTime(1);
  expect(told).toEqual([start + 10 * minute, null]);
  trace.add(message('late'));
  expect(trace.messages).toEqual([message('a')]);
});

it('begins empty and with its whole time when it is switched on again', () => {
  trace.switch(true);
  trace.add(message('a'));
  vi.advanceTimersByTime(9 * minute);
  trace.switch(true);
  expect(trace.messages).toEqual([]);
  vi.advanceTimersByTime(9 * minute);
  expect(trace.until).not.toBeNull();
  trace.switch(false);
  vi.advanceTimersByTime(60 * minute);
  expect(told).toEqual([start + 10 * minute, start + 19 * minute, null]);
});

it('keeps the newest messages of a busy exchange', () => {
  trace.switch(true);
  for (let index = 0; index < 2_005; index += 1) trace.add(message(String(index)));
  expect(trace.messages).toHaveLength(2_000);
  expect(trace.messages[0]).toEqual(message('5'));
});
