import type { Call } from '../../shared/call/call.ts';
import type { Card } from '../../shared/card.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import type { CalledNumberHeaders } from '../../shared/lines/called-number.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { createCardBuilder, type CardBuilder } from '../card/index.ts';
import { describeFailure, loadPack } from '../knowledge/index.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { KnowledgeProcess } from './knowledge-process.ts';
import type { Log } from './log.ts';
import type { ProblemBoard } from './problem-board.ts';

/** Everything that comes from the knowledge pack, on main's side. */
export interface KnowledgeHost {
  readonly pack: () => KnowledgePack | null;
  readonly cards: () => CardBuilder | null;
  readonly buildCard: (call: Call, headers: CalledNumberHeaders) => Card | null;
  /** Loads the pack here and in the knowledge process; problems are told on the board. */
  readonly load: () => Promise<void>;
  /** Settles when main has read the first pack, or has failed to: from then on a call has its card. */
  readonly firstRead: Promise<void>;
  /** Settles when the pack that is being loaded is there or has failed; questions wait for it. */
  readonly loaded: () => Promise<void>;
}

/**
 * Main needs lines, offices and notices in its own memory, because the card of a ringing call waits for
 * nobody; the index lives in the knowledge process. Both read the same folder.
 */
export function createKnowledgeHost(options: {
  readonly folder: string;
  readonly settings: () => Settings;
  readonly knowledge: () => KnowledgeProcess;
  readonly state: DeskStateHolder;
  readonly problems: () => ProblemBoard;
  readonly log: Log;
}): KnowledgeHost {
  const { folder, state, log } = options;
  let pack: KnowledgePack | null = null;
  let cards: CardBuilder | null = null;
  let loading = Promise.resolve();
  let tellRead: () => void = () => undefined;
  const firstRead = new Promise<void>((resolve) => {
    tellRead = resolve;
  });

  /** @returns whether there is a pack now */
  async function read(): Promise<boolean> {
    const result = await loadPack(folder);
    if (!result.ok) {
      const detail = result.failure.map(describeFailure).join('\n').slice(0, 2000);
      options.problems().add({ code: 'packBroken', detail });
      return false;
    }
    const { value } = result;
    const { defaultAreaCode } = options.settings();
    pack = value;
    cards = createCardBuilder(value, { areaCode: defaultAreaCode });
    state.set({
      pack: value.manifest,
      municipalities: value.municipalities.map(({ ars, name }) => ({ ars, name })),
    });
    return true;
  }

  async function load(): Promise<void> {
    if (!(await read().finally(tellRead))) return;
    const answer = await options.knowledge().ask('load', { folder });
    log.info('knowledge', 'pack loaded', { articles: answer.articles, id: pack?.manifest.id });
    options.problems().remove('packBroken', 'knowledgeStopped');
  }

  return {
    pack: () => pack,
    cards: () => cards,
    buildCard: (call, headers) =>
      cards?.build({
        callId: call.id,
        headers,
        now: call.startedAt,
        callerNumber: call.party.number,
      }) ?? null,
    load: () => {
      loading = load().catch((error: unknown) => {
        log.error('knowledge', 'loading failed', { reason: String(error) });
        options.problems().add({ code: 'knowledgeStopped', detail: null });
      });
      return loading;
    },
    firstRead,
    loaded: () => firstRead.then(() => loading),
  };
}
