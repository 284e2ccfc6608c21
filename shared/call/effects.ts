import type { Call } from './call.ts';

/** What has to sound. Data only; the phone's audio runner does it. */
export type CallEffect =
  /** The caller's ring; `waiting` = somebody is already talking: short tone instead of a ring. */
  | { readonly type: 'ring'; readonly waiting: boolean }
  | { readonly type: 'stopRinging' }
  | { readonly type: 'ringback' }
  | { readonly type: 'stopRingback' }
  | { readonly type: 'endTone'; readonly kind: 'busy' | 'ended' };

type Sound = 'ring' | 'waiting' | 'silence';

/** Effects of a change of the calls; equal pictures have none. */
export function effectsOf(before: readonly Call[], after: readonly Call[]): readonly CallEffect[] {
  const effects: CallEffect[] = [];
  const ringBefore = ringSound(before);
  const ringAfter = ringSound(after);
  if (ringBefore !== ringAfter)
    effects.push(
      ringAfter === 'silence'
        ? { type: 'stopRinging' }
        : { type: 'ring', waiting: ringAfter === 'waiting' },
    );
  const alertingBefore = needsRingback(before);
  const alertingAfter = needsRingback(after);
  if (alertingBefore !== alertingAfter)
    effects.push({ type: alertingAfter ? 'ringback' : 'stopRingback' });
  for (const call of after) {
    const was = before.find(({ id }) => id === call.id);
    // The caller is back although the agent has turned to something else.
    if (call.transferFailure !== null && was?.transferFailure === null)
      effects.push({ type: 'endTone', kind: 'busy' });
    if (call.phase !== 'ended' || was === undefined || was.phase === 'ended') continue;
    if (call.endReason === 'busy' || call.endReason === 'notFound')
      effects.push({ type: 'endTone', kind: 'busy' });
    else if (was.connectedAt !== null && call.endReason !== 'hungUpHere')
      effects.push({ type: 'endTone', kind: 'ended' });
  }
  return effects;
}

function ringSound(calls: readonly Call[]): Sound {
  if (!hasPhase(calls, 'ringing')) return 'silence';
  return hasPhase(calls, 'connected') ? 'waiting' : 'ring';
}

/** Ringback of our own, unless the far end lets something be heard itself. */
function needsRingback(calls: readonly Call[]): boolean {
  return calls.some(({ phase, earlyMedia }) => phase === 'alerting' && !earlyMedia);
}

function hasPhase(calls: readonly Call[], phase: Call['phase']): boolean {
  return calls.some((call) => call.phase === phase);
}
