import type { Call } from '../../../shared/call/call.ts';
import type { DeskState } from '../../../shared/contract.ts';
import { hasLiveCall } from '../../../shared/call/live-call.ts';

export const setupSteps = ['microphone', 'ring', 'call'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** How far the set-up of the workplace is. */
export interface SetupRun {
  readonly step: SetupStep;
  /** `asked`: it is on its way or talking; `over`: the agent has had it. */
  readonly testCall: 'none' | 'asked' | 'over';
}

export const newSetup: SetupRun = { step: 'microphone', testCall: 'none' };

/** What a new picture means for the set-up; `dialog`: it opens or closes, absent: stays as it is. */
export interface SetupNews {
  readonly setup: SetupRun;
  readonly dialog?: 'setup' | null;
}

/**
 * Offers the set-up at the start, makes room for any call, and comes back when the test call is over.
 * @param before null: the first picture after the start
 * @param open what is open now
 */
export function followSetup(
  setup: SetupRun,
  open: { readonly dialog: string | null },
  before: readonly Call[] | null,
  { calls, settings }: Pick<DeskState, 'calls' | 'settings'>,
): SetupNews {
  const live = hasLiveCall(calls);
  if (before === null)
    return settings.setupAtStart && !live && open.dialog === null
      ? { setup, dialog: 'setup' }
      : { setup };
  if (live) return open.dialog === 'setup' ? { setup, dialog: null } : { setup };
  if (setup.testCall !== 'asked' || !hasLiveCall(before)) return { setup };
  return {
    setup: { step: 'call', testCall: 'over' },
    ...(open.dialog === null ? { dialog: 'setup' } : {}),
  };
}
