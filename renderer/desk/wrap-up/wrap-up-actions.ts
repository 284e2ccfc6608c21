import { maxNote } from '../../../shared/journal/entry.ts';
import { outcomes, type Outcome } from '../../../shared/journal/outcome.ts';
import type { WrapUp } from '../../../shared/journal/wrap-up.ts';
import type { DeskStore } from '../desk-store.ts';
import {
  emptyCallback,
  orderOf,
  type CallbackDraft,
  type CallbackFault,
} from './callback-draft.ts';
import { shownWrapUps } from './open-wrap-up.ts';

/** Why a wrap-up was not saved. */
export type WrapUpFault = CallbackFault | 'chooseFirst' | 'diskFull';

interface WrapUpDraft {
  readonly callId: string;
  readonly outcome: Outcome | null;
  readonly note: string;
}

/** The part of the store that completes calls. */
export interface WrapUpStore {
  /** The agent is in a field of the wrap-up, which stays there while it rings. */
  readonly writing: boolean;
  readonly setWriting: (writing: boolean) => void;
  readonly wrapUpFault: WrapUpFault | null;
  /** What the agent has just entered; main has it a moment later. */
  readonly wrapUpDraft: WrapUpDraft | null;
  /** By call: what one caller has agreed to is never another's. */
  readonly callbackDrafts: Readonly<Record<string, CallbackDraft>>;
  readonly chooseOutcome: (outcome: Outcome) => void;
  readonly writeNote: (note: string) => void;
  readonly changeCallbackDraft: (changes: Partial<CallbackDraft>) => void;
  /** Saves the wrap-up in view; says in `wrapUpFault` what is missing. */
  readonly saveWrapUp: () => void;
}

/** Time after the last letter of a note until main gets it, in milliseconds. */
const reportMs = 200;

/** Outcome of a digit key; undefined: none has it. */
export function outcomeOfKey(key: string): Outcome | undefined {
  return /^[1-5]$/.test(key) ? outcomes[Number(key) - 1] : undefined;
}

export function createWrapUpStore(
  set: (changes: Partial<DeskStore>) => void,
  get: () => DeskStore,
): WrapUpStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Main keeps it on the disk: a crash of the window loses none of it. */
  const report = (): void => {
    clearTimeout(timer);
    const { wrapUpDraft, peer } = get();
    if (wrapUpDraft !== null) peer.report('changeWrapUp', wrapUpDraft);
  };
  const shown = (): readonly WrapUp[] => shownWrapUps(get().desk, get().writing);
  return {
    writing: false,
    wrapUpFault: null,
    wrapUpDraft: null,
    callbackDrafts: {},

    chooseOutcome: (outcome) => {
      const [wrapUp] = shown();
      if (wrapUp === undefined) return;
      set({
        wrapUpFault: null,
        wrapUpDraft: { ...shownDraft(get(), wrapUp), outcome },
        ...(outcome === 'callback' ? draftsWith(get(), wrapUp.callId, {}) : {}),
      });
      report();
    },

    setWriting: (writing) => {
      if (get().writing !== writing) set({ writing });
    },

    writeNote: (note) => {
      const [wrapUp] = shown();
      if (wrapUp === undefined) return;
      set({ wrapUpDraft: { ...shownDraft(get(), wrapUp), note: note.slice(0, maxNote) } });
      clearTimeout(timer);
      timer = setTimeout(report, reportMs);
    },

    changeCallbackDraft: (changes) => {
      const [wrapUp] = shown();
      if (wrapUp === undefined) return;
      set({ ...draftsWith(get(), wrapUp.callId, changes), wrapUpFault: null });
    },

    saveWrapUp: () => {
      const { peer, callbackDrafts } = get();
      const [wrapUp] = shown();
      if (wrapUp === undefined) return;
      const { outcome: chosen } = shownDraft(get(), wrapUp);
      if (chosen === null) {
        set({ wrapUpFault: 'chooseFirst' });
        return;
      }
      const { [wrapUp.callId]: draft = emptyCallback, ...otherDrafts } = callbackDrafts;
      const promised = chosen === 'callback' ? orderOf(draft, Date.now()) : { order: null };
      if ('fault' in promised) {
        set({ wrapUpFault: promised.fault });
        return;
      }
      report();
      peer
        .request('saveWrapUp', { callId: wrapUp.callId, callback: promised.order })
        .then(({ outcome }) => {
          if (outcome === 'diskFull') set({ wrapUpFault: 'diskFull' });
          else
            set({
              wrapUpFault: null,
              wrapUpDraft: null,
              callbackDrafts: otherDrafts,
              query: '',
              hits: null,
              article: null,
            });
        })
        .catch(() => {
          set({ wrapUpFault: 'diskFull' });
        });
    },
  };
}

/** What stands in the panel: what was just entered, else what main knows. */
export function shownDraft(
  { wrapUpDraft }: Pick<DeskStore, 'wrapUpDraft'>,
  { callId, outcome, note }: WrapUp,
): WrapUpDraft {
  return wrapUpDraft?.callId === callId ? wrapUpDraft : { callId, outcome, note: note ?? '' };
}

/** The drafts with changes to the one of a call. */
function draftsWith(
  store: DeskStore,
  callId: string,
  changes: Partial<CallbackDraft>,
): Pick<WrapUpStore, 'callbackDrafts'> {
  const { callbackDrafts } = store;
  const draft = callbackDrafts[callId] ?? newDraft(store, callId);
  return { callbackDrafts: { ...callbackDrafts, [callId]: { ...draft, ...changes } } };
}

/** Number and subject are known from the call. */
function newDraft({ desk, callerNumbers }: DeskStore, callId: string): CallbackDraft {
  const wrapUp = desk?.wrapUps.find((one) => one.callId === callId);
  return {
    ...emptyCallback,
    number: callerNumbers[callId] ?? '',
    subject: wrapUp?.topics[0]?.title ?? '',
  };
}
