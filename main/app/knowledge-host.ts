import type { Call } from '../../shared/call/call.ts';
import type { Card } from '../../shared/card.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import type { CalledNumberHeaders } from '../../shared/lines/called-number.ts';
import type { Problem } from '../../shared/problem.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { unreachable } from '../../shared/unreachable.ts';
import {
  type CallHours,
  createCardBuilder,
  type CardBuilder,
  type RecentTopics,
} from '../card/index.ts';
import { describeFailure, loadPack, loadStoredPack } from '../knowledge/index.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { KnowledgeProcess } from './knowledge-process.ts';
import type { Log } from './log.ts';
import type { ProblemBoard } from './problem-board.ts';

/** Where the pack lies: a folder as somebody wrote it, or the store of the synchronised ones. */
export interface KnowledgePlace {
  readonly kind: 'folder' | 'store';
  readonly folder: string;
}

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
  /** Synchronised state in use; null: a folder, or none. */
  readonly generation: () => string | null;
}

/**
 * Main needs lines, offices and notices in its own memory, because the card of a ringing call waits for
 * nobody; the index lives in the knowledge process. Both read the same folder.
 */
export function createKnowledgeHost(options: {
  readonly place: KnowledgePlace;
  /** Where the knowledge process keeps its index for the next start. */
  readonly indexFolder: string;
  readonly settings: () => Settings;
  readonly knowledge: () => KnowledgeProcess;
  readonly state: DeskStateHolder;
  readonly problems: () => ProblemBoard;
  readonly recentTopics: RecentTopics;
  readonly callHours: CallHours;
  readonly log: Log;
}): KnowledgeHost {
  const { place, state, log } = options;
  let pack: KnowledgePack | null = null;
  let cards: CardBuilder | null = null;
  let generation: string | null = null;
  let loading = Promise.resolve();
  let tellRead: () => void = () => undefined;
  const firstRead = new Promise<void>((resolve) => {
    tellRead = resolve;
  });

  /** @returns whether there is a pack now, and what was passed over for it */
  async function read(): Promise<Found | null> {
    const found = await readPlace(place);
    if (!found.ok) {
      options.problems().add(found.failure);
      return null;
    }
    const { pack: read } = found.value;
    const { defaultAreaCode } = options.settings();
    pack = read;
    generation = found.value.generation;
    const builder = createCardBuilder(read, {
      areaCode: defaultAreaCode,
      agentName: () => options.settings().agentName,
      recent: (line) => options.recentTopics.of(line),
      calls: (line) => options.callHours.of(line),
    });
    cards = builder;
    state.set({
      pack: read.manifest,
      // A crisis does not wait for the next call.
      cards: state.current.cards.map((card) => builder.refresh(card, Date.now())),
      knowledge: { ...state.current.knowledge, publishedAt: found.value.publishedAt },
      lines: read.lines.map(({ id, name, color }) => ({ id, name, color })),
      municipalities: read.municipalities.map(({ ars, name }) => ({ ars, name })),
    });
    return found.value;
  }

  async function load(): Promise<void> {
    const found = await read().finally(tellRead);
    if (found === null) return;
    const answer = await options.knowledge().ask('load', {
      folder: place.folder,
      generation,
      indexFolder: options.indexFolder,
    });
    log.info('knowledge', 'pack loaded', { articles: answer.articles, id: found.pack.manifest.id });
    options.problems().remove('packBroken', 'packMissing', 'knowledgeStopped');
    if (found.passedOver === null) options.problems().remove('packDamaged');
    else options.problems().add({ code: 'packDamaged', detail: found.passedOver });
  }

  return {
    pack: () => pack,
    cards: () => cards,
    buildCard: (call, headers) => {
      const { startedAt: now, party } = call;
      const card = cards?.build({ callId: call.id, headers, now, callerNumber: party.number });
      if (card?.line == null) return card ?? null;
      options.callHours.add(card.line.id, now);
      // The picture of a crisis counts this call as well.
      return card.hours.length === 0 ? card : (cards?.refresh(card, now) ?? card);
    },
    load: () => {
      loading = load().catch((error: unknown) => {
        log.error('knowledge', 'loading failed', { reason: String(error) });
        options.problems().add({ code: 'knowledgeStopped', detail: null });
      });
      return loading;
    },
    firstRead,
    loaded: () => firstRead.then(() => loading),
    generation: () => generation,
  };
}

interface Found {
  readonly pack: KnowledgePack;
  readonly generation: string | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number | null;
  readonly passedOver: string | null;
}

async function readPlace({ kind, folder }: KnowledgePlace): Promise<Result<Found, Problem>> {
  const broken = (lines: readonly string[]): Result<Found, Problem> =>
    failure({ code: 'packBroken', detail: lines.join('\n').slice(0, 2000) });
  switch (kind) {
    case 'folder': {
      const result = await loadPack(folder);
      return result.ok
        ? success({ pack: result.value, generation: null, publishedAt: null, passedOver: null })
        : broken(result.failure.map(describeFailure));
    }
    case 'store': {
      const result = await loadStoredPack(folder, null);
      if (result.ok) {
        const { published } = result.value;
        return success({
          ...result.value,
          publishedAt: published === null ? null : Date.parse(published),
        });
      }
      // Nothing was ever synchronised, so nothing is broken either.
      if (result.failure.length === 0) return failure({ code: 'packMissing', detail: null });
      return broken(result.failure);
    }
    default:
      return unreachable(kind);
  }
}
