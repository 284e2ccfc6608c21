import { join } from 'node:path';
import { app, session } from 'electron';
import type { KnowledgeState } from '../../shared/knowledge/sync.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { readStoredConfirmation } from '../knowledge/index.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { KnowledgeHost, KnowledgePlace } from './knowledge-host.ts';
import type { KnowledgeProcess } from './knowledge-process.ts';
import { proxyOfRule, startKnowledgeSync, type KnowledgeSync } from './knowledge-sync.ts';
import type { Log } from './log.ts';
import type { ProblemBoard } from './problem-board.ts';

/** Synchronised sources win over a folder, a folder over the demonstration. */
export function knowledgePlace(settings: Settings, profile: string): KnowledgePlace {
  if (settings.knowledgeSources !== undefined)
    return { kind: 'store', folder: join(profile, 'knowledge') };
  const demonstration = join(app.getAppPath(), 'assets', 'demo-pack');
  return { kind: 'folder', folder: settings.packFolder ?? demonstration };
}

/** Before anything is known about the age of the knowledge. */
export const noKnowledge: KnowledgeState = {
  synchronised: false,
  progress: null,
  publishedAt: null,
  confirmedAt: null,
  failure: null,
};

/** A desk that has a pack waits up to so many milliseconds: all desks of a centre start at eight. */
const firstRoundWithinMs = 10_000;

/**
 * Starts the synchronisation if the settings name sources.
 * @param onReloaded called when another pack has come into use
 */
export async function openKnowledgeSync(options: {
  readonly settings: () => Settings;
  readonly place: KnowledgePlace;
  readonly knowledge: KnowledgeProcess;
  readonly content: KnowledgeHost;
  readonly state: DeskStateHolder;
  readonly problems: ProblemBoard;
  readonly log: Log;
  readonly onReloaded: () => void;
}): Promise<KnowledgeSync | null> {
  const { settings, place, knowledge, content, state, problems, log } = options;
  const sources = settings().knowledgeSources;
  if (sources === undefined) return null;
  const setState = (changed: KnowledgeState): void => {
    state.set({ knowledge: changed });
  };
  const confirmedAt = await readStoredConfirmation(place.folder);
  setState({ ...state.current.knowledge, synchronised: true, confirmedAt });
  const sync = startKnowledgeSync(
    {
      settings,
      store: place.folder,
      synchronise: (order) => knowledge.ask('synchronise', order),
      proxyFor: async (address) => proxyOfRule(await session.defaultSession.resolveProxy(address)),
      ringing: () => state.current.calls.some(({ phase }) => phase === 'ringing'),
      generation: content.generation,
      reload: async () => {
        await content.load();
        options.onReloaded();
      },
      state: () => state.current.knowledge,
      setState,
      problems,
      log,
      random: Math.random,
    },
    sources,
  );
  if (content.pack() === null) void sync.now();
  else setTimeout(() => void sync.now(), firstRoundWithinMs * Math.random());
  return sync;
}
