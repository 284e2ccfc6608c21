import type { DeskStore } from '../desk-store.ts';
import { newSetup, type SetupRun, type SetupStep } from './setup-run.ts';

/** The part of the store that leads through the set-up of the workplace. */
export interface SetupStore {
  readonly setup: SetupRun;
  readonly goToSetup: (step: SetupStep) => void;
  /** Calls this place with a practice voice; the set-up goes on afterwards. */
  readonly startTestCall: (scenario: string) => void;
  /** The workplace is set up: it is not offered again. */
  readonly endSetup: () => void;
}

export function createSetupStore(
  set: (changes: Partial<DeskStore>) => void,
  get: () => DeskStore,
): SetupStore {
  return {
    setup: newSetup,

    goToSetup: (step) => {
      set({ setup: { ...get().setup, step } });
    },

    startTestCall: (scenario) => {
      set({ setup: { step: 'call', testCall: 'asked' } });
      get().startPractice(scenario);
    },

    endSetup: () => {
      set({ dialog: null, setup: newSetup });
      get()
        .peer.request('saveSettings', { setupAtStart: false })
        .catch(() => undefined);
    },
  };
}
