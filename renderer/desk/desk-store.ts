import { createContext, use } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { deskContract, DeskState, DialOutcome, Input, Output } from '../../shared/contract.ts';
import type { Peer } from '../../shared/peer.ts';
import type { CallMedia } from '../../shared/sound/call-media.ts';
import { textsFor, type Texts } from '../../shared/texts/index.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { hasLiveCall } from '../../shared/call/live-call.ts';
import { callInFocus } from './call/call-in-focus.ts';
import { nothingOpen, switchOpened, type Opened, type OpenedOfCalls } from './knowledge/opened.ts';
import { callerNumbers, type CallerNumbers } from './call/caller-numbers.ts';
import { isReadOnly, type DialogName } from './dialogs/dialog-name.ts';
import { callOfCard } from './call/linked-calls.ts';
import { createWrapUpStore, type WrapUpStore } from './wrap-up/wrap-up-actions.ts';
import type { TransferCommand } from './call/transfer-command.ts';
import { createSetupStore, type SetupStore } from './setup/setup-actions.ts';
import { followSetup } from './setup/setup-run.ts';
import { followRun, newRun, noteArticle, type PracticeRun } from './practice/practice-run.ts';

export type DeskPeer = Peer<typeof deskContract>;
type Requests = typeof deskContract.requests;
/** The answer to an article request; null article: the pack no longer has it. */
export type LoadedArticle = Output<Requests['getArticle']>;
export type { DialogName } from './dialogs/dialog-name.ts';

export interface DeskView extends Opened {
  /** null until main has answered for the first time. */
  readonly desk: DeskState | null;
  readonly searchFailed: boolean;
  /** What was open for the callers whose cards are not in view. */
  readonly opened: OpenedOfCalls;
  readonly dialog: DialogName | null;
  readonly agentMenuOpen: boolean;
  /** Why the last redial came to nothing; the dial dialog says it. */
  readonly dialRefusal: DialOutcome | null;
  /** Number that a link from outside wants to call; the dial dialog asks. */
  readonly linkText: string | null;
  /** Call whose keypad is open, and the tones sent since. */
  readonly keypad: { readonly callId: string; readonly sent: string } | null;
  /** The practice call that was started here last, and how it went. */
  readonly practice: PracticeRun | null;
  /** Call that the agent chose to look at. */
  readonly chosenCall: string | null;
  /** Call whose line the agent puts right. */
  readonly lineOf: string | null;
  /** Call for which the agent wants another municipality. */
  readonly pickerOf: string | null;
  /** Level of the microphone, 0 to 1, while a sound test runs. */
  readonly soundLevel: number | null;
  /** How the conversations sound, by call. */
  readonly media: Readonly<Partial<Record<string, CallMedia>>>;
  /** Who called, by call, until its wrap-up is saved; only here and never on a disk. */
  readonly callerNumbers: CallerNumbers;
}

export interface DeskStore extends DeskView, WrapUpStore, SetupStore {
  readonly peer: DeskPeer;
  readonly receive: (desk: DeskState) => void;
  readonly receiveMedia: (media: CallMedia) => void;
  readonly search: (text: string) => void;
  readonly openArticle: (id: string) => void;
  /** Closes what is open on the knowledge side, one layer; false when nothing was. */
  readonly goBack: () => boolean;
  readonly openDialog: (dialog: DialogName | null) => void;
  readonly openAgentMenu: (open: boolean) => void;
  /** Calls the last number again; says in the dial dialog when that is not possible. */
  readonly redial: () => void;
  readonly toggleKeypad: (callId: string) => void;
  readonly startPractice: (scenario: string) => void;
  readonly sendTone: (callId: string, tone: string) => void;
  readonly chooseCall: (callId: string) => void;
  /** Offers all lines for the call in view (again: no longer); null closes. */
  readonly correctLine: (callId: string | null) => void;
  /** The agent says which line it is. */
  readonly chooseLine: (callId: string, line: string) => void;
  readonly chooseMunicipality: (callId: string, ars: string | null) => void;
  /** Offers all municipalities for a call; null closes. */
  readonly changeMunicipality: (callId: string | null) => void;
  /** Passes a call on; opens the dialog where a number is needed. */
  readonly runTransfer: (command: TransferCommand) => void;
}

/** The window's state: the picture from main, and what only this window knows. */
export function createDeskStore(peer: DeskPeer): StoreApi<DeskStore> {
  return createStore<DeskStore>((set, get) => {
    /** Answers may overtake each other while somebody types: only the newest question counts. */
    let newestSearch = 0;

    function askSearch(text: string): void {
      newestSearch += 1;
      const asked = newestSearch;
      peer
        .request('search', { text: text.slice(0, 20_000), area: searchArea(get()) })
        .then(({ hits }) => {
          if (asked === newestSearch) set({ hits, searchFailed: false });
        })
        .catch(() => {
          if (asked === newestSearch) set({ hits: [], searchFailed: true });
        });
    }

    /** A window that was loaded again shows what was open before. */
    function comeBack({ query, article }: DeskState['view']): void {
      if (query !== '') get().search(query);
      if (article !== null) get().openArticle(article);
    }

    /** Another card is in view than before: so is what was open for its caller. */
    function changeCaller(before: DeskView): void {
      const [from, to] = [cardInView(before)?.callId ?? null, cardInView(get())?.callId];
      if (to === undefined || from === to) return;
      newestSearch += 1;
      const calls = new Set(get().desk?.calls.map(({ id }) => id));
      set(switchOpened(before.opened, from, to, get(), calls));
      const { article } = get();
      if (article?.loaded === null) get().openArticle(article.id);
    }

    return {
      ...createWrapUpStore(set, get),
      ...createSetupStore(set, get),
      peer,
      desk: null,
      ...nothingOpen,
      opened: {},
      searchFailed: false,
      dialog: null,
      agentMenuOpen: false,
      dialRefusal: null,
      linkText: null,
      keypad: null,
      practice: null,
      chosenCall: null,
      lineOf: null,
      pickerOf: null,
      soundLevel: null,
      media: {},
      callerNumbers: {},

      receive: (desk) => {
        const before = get();
        const goesOn = (callId: string | null | undefined): boolean =>
          desk.calls.some(({ id, phase }) => id === callId && phase !== 'ended');
        const known = new Set(before.desk?.calls.map(({ id }) => id));
        const fresh = desk.calls.some(
          ({ id, direction }) => !known.has(id) && direction === 'incoming',
        );
        const link = desk.linkToDial;
        if (link !== null) peer.report('linkShown', { id: link.id });
        const wasIdle = before.desk !== null && !hasLiveCall(before.desk.calls);
        set({
          desk,
          practice: before.practice === null ? null : followRun(before.practice, desk),
          ...followSetup(before.setup, before, before.desk?.calls ?? null, desk),
          // The card is what counts now; a dialog in which something may be written stays.
          ...(fresh && wasIdle && isReadOnly(before.dialog) ? { dialog: null } : {}),
          ...(link === null
            ? {}
            : { dialog: 'dial' as const, dialRefusal: null, linkText: link.text }),
          callerNumbers: callerNumbers(before.callerNumbers, desk),
          // Digits of a call that is over choose its outcome, and its Esc closes nothing that nobody sees.
          keypad: goesOn(before.keypad?.callId) ? before.keypad : null,
          pickerOf: goesOn(before.pickerOf) ? before.pickerOf : null,
          lineOf: goesOn(before.lineOf) ? before.lineOf : null,
          chosenCall: desk.calls.some(({ id }) => id === before.chosenCall)
            ? before.chosenCall
            : null,
          ...(fresh ? { agentMenuOpen: false } : {}),
        });
        // A new caller starts with a clean desk; what was open belonged to somebody else.
        if (fresh && wasIdle) set(nothingOpen);
        else if (before.desk !== null) changeCaller(before);
        const after = get();
        if (before.desk === null) comeBack(desk.view);
        const samePlace =
          searchArea(before) === searchArea(after) &&
          before.desk?.pack?.issued === desk.pack?.issued;
        // Hits and offices of another town than the one just chosen would be wrong answers.
        if (samePlace) return;
        if (after.query.trim() !== '') askSearch(after.query);
        if (after.article !== null) after.openArticle(after.article.id);
      },

      receiveMedia: (media) => {
        set((store) => {
          const kept = Object.entries(store.media).filter(([id]) =>
            store.desk?.calls.some((call) => call.id === id),
          );
          return { media: { ...Object.fromEntries(kept), [media.callId]: media } };
        });
      },

      search: (text) => {
        if (text.trim() === '') {
          newestSearch += 1;
          set({ query: text, hits: null, searchFailed: false, article: null });
          return;
        }
        set({ query: text, article: null });
        askSearch(text);
      },

      openArticle: (id) => {
        const opening = { id, loaded: null };
        set({ article: opening });
        const failed: LoadedArticle = {
          article: null,
          areaName: '',
          offices: [],
          basis: 'article',
          onlineServices: [],
          variants: [],
          neighbours: [],
        };
        peer
          .request('getArticle', { id, area: searchArea(get()) })
          .catch(() => failed)
          .then((loaded) => {
            const { article, practice } = get();
            // Closed, opened anew, or put aside with another caller meanwhile.
            if (article !== opening) return;
            set({ article: { id, loaded } });
            if (practice !== null) set({ practice: noteArticle(practice, openedOf(id, loaded)) });
            const { card, live } = callOfTopics(get());
            if (live && loaded.article !== null)
              peer.report('articleOpened', { callId: card, id, title: loaded.article.title });
          })
          .catch(() => undefined);
      },

      goBack: () => {
        const { keypad, pickerOf, lineOf, article, query } = get();
        if (keypad !== null) set({ keypad: null });
        else if (pickerOf !== null) set({ pickerOf: null });
        else if (lineOf !== null) set({ lineOf: null });
        else if (article !== null) set({ article: null });
        else if (query !== '') get().search('');
        else return false;
        return true;
      },

      openDialog: (dialog) => {
        set({ dialog, dialRefusal: null, linkText: null });
      },

      redial: () => {
        peer
          .request('redial', {})
          .then(({ outcome }) => {
            set(
              outcome === 'dialling' ? { dialog: null } : { dialog: 'dial', dialRefusal: outcome },
            );
          })
          .catch(() => undefined);
      },

      openAgentMenu: (open) => {
        set({ agentMenuOpen: open });
      },

      toggleKeypad: (callId) => {
        set(({ keypad }) => ({
          keypad: keypad?.callId === callId ? null : { callId, sent: '' },
        }));
      },

      startPractice: (scenario) => {
        set({ practice: newRun(scenario) });
        peer.request('startPractice', { scenario }).catch(() => undefined);
      },

      sendTone: (callId, tone) => {
        peer.report('sendDtmf', { callId, tone });
        set(({ keypad }) => ({
          keypad: { callId, sent: `${keypad?.sent ?? ''}${tone}`.slice(-24) },
        }));
      },

      correctLine: (callId) => {
        set(({ lineOf }) => ({ lineOf: lineOf === callId ? null : callId }));
      },

      chooseLine: (callId, line) => {
        set({ lineOf: null });
        peer.request('chooseLine', { callId, line }).catch(() => undefined);
      },

      chooseMunicipality: (callId, ars) => {
        set({ pickerOf: null });
        peer.request('chooseMunicipality', { callId, ars }).catch(() => undefined);
      },

      changeMunicipality: (callId) => {
        set({ pickerOf: callId });
      },

      chooseCall: (callId) => {
        const before = get();
        set({ chosenCall: callId });
        changeCaller(before);
      },

      runTransfer: ({ type, callId }) => {
        switch (type) {
          case 'transfer':
          case 'consult':
            set({ dialog: type });
            return;
          case 'complete':
            peer.report('completeTransfer', { callId });
            return;
          case 'confer':
          case 'separate':
            peer.report('conference', { keep: callId });
            return;
          case 'back':
            peer.report('endConsultation', { callId });
            return;
          default:
            unreachable(type);
        }
      },
    };
  });
}

/** An article for the look back; its versions for other areas are the same service. */
function openedOf(id: string, { article, variants }: LoadedArticle): PracticeRun['opened'][number] {
  const ids = [id, article?.id ?? id, ...variants.map((variant) => variant.id)];
  return { ids, title: article?.title ?? id, at: Date.now() };
}

/** The card on the screen. */
export function cardInView({
  desk,
  chosenCall,
}: Pick<DeskView, 'desk' | 'chosenCall'>): DeskState['cards'][number] | undefined {
  const inFocus = callInFocus(desk?.calls ?? [], chosenCall);
  if (desk === null || inFocus === undefined) return undefined;
  const { id } = callOfCard(desk.calls, inFocus);
  return desk.cards.find(({ callId }) => callId === id);
}

/** Call for which articles are opened now; `live`: somebody is on it. */
function callOfTopics({ desk, chosenCall }: DeskView): {
  readonly card: string;
  readonly live: boolean;
} {
  const card = cardInView({ desk, chosenCall })?.callId ?? '';
  const call = desk?.calls.find(({ id }) => id === card);
  return { card, live: call !== undefined && call.phase !== 'ended' };
}

/** Area of the search: that of the card in view, else the whole pack. */
export function searchArea({ desk, chosenCall }: DeskView): Input<Requests['search']>['area'] {
  const card = cardInView({ desk, chosenCall });
  return card?.area ?? desk?.pack?.area ?? null;
}

export const DeskStoreContext = createContext<StoreApi<DeskStore> | null>(null);

/** Reads a part of the state; the component is drawn again when that part changes. */
export function useDesk<Part>(select: (store: DeskStore) => Part): Part {
  const store = use(DeskStoreContext);
  if (store === null) throw new Error('useDesk outside of DeskStoreContext');
  return useStore(store, select);
}

/** The store itself, for event handlers that need the state of the moment. */
export function useDeskStore(): StoreApi<DeskStore> {
  const store = use(DeskStoreContext);
  if (store === null) throw new Error('useDeskStore outside of DeskStoreContext');
  return store;
}

/** Texts in the language of the settings. */
export function useTexts(): Texts {
  return textsFor(useDesk(({ desk }) => desk?.settings.language ?? 'de'));
}
