import { vi } from 'vitest';

/** Time in these tests stands still unless a test lets it pass; the phone's own pauses cost nothing. */
export function stopClock(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: new Date('2026-03-02T08:00:00Z'),
  });
}

export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Lets time pass in small steps until something is true. @param why told when it does not come true */
export async function until(
  condition: () => boolean,
  why: () => string = () => 'waited in vain',
  limitMs = 2_000,
): Promise<void> {
  for (let waited = 0; waited < limitMs; waited += 5) {
    if (condition()) return;
    await pass(5);
  }
  if (!condition()) throw new Error(why());
}
