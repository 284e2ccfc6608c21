import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsInForce } from '../../shared/settings/settings.ts';
import { CallHours, RecentTopics } from '../card/index.ts';
import { createKnowledgeHost, type KnowledgeHost } from './knowledge-host.ts';
import type { KnowledgeProcess } from './knowledge-process.ts';

const demo = join(import.meta.dirname, '../../assets/demo-pack');

interface Open {
  readonly host: KnowledgeHost;
  readonly told: string[];
  /** Lets the knowledge process answer that it has built its index. */
  readonly indexed: () => void;
}

function open(folder: string): Open {
  const told: string[] = [];
  let indexed: () => void = () => undefined;
  const index = new Promise<void>((resolve) => {
    indexed = resolve;
  });
  const silent = (): void => undefined;
  const knowledge = {
    ask: async () => {
      await index;
      return { failures: [], articles: 1 };
    },
    stop: silent,
  } as unknown as KnowledgeProcess;
  const host = createKnowledgeHost({
    place: { kind: 'folder', folder },
    indexFolder: join(folder, 'nowhere'),
    recentTopics: new RecentTopics(Date.now),
    callHours: new CallHours(Date.now),
    settings: () => settingsInForce({}, {}),
    knowledge: () => knowledge,
    state: { set: silent, current: { cards: [], knowledge: {} } } as unknown as Parameters<
      typeof createKnowledgeHost
    >[0]['state'],
    problems: () =>
      ({
        add: ({ code }: { code: string }) => told.push(code),
        remove: silent,
      }) as unknown as ReturnType<Parameters<typeof createKnowledgeHost>[0]['problems']>,
    log: { info: silent, warn: silent, error: silent },
  });
  return { host, told, indexed };
}

it('has the cards from the first read on, and answers questions when the index is there', async () => {
  const { host, indexed } = open(demo);
  let [isRead, isLoaded] = [false, false];
  void host.firstRead.then(() => (isRead = true));
  void host.loaded().then(() => (isLoaded = true));
  await Promise.resolve();
  expect([isRead, host.cards()]).toEqual([false, null]);

  const load = host.load();
  await host.firstRead;
  expect(host.cards()).not.toBeNull();
  expect(isLoaded).toBe(false);
  indexed();
  await load;
  await host.loaded();
  expect(isLoaded).toBe(true);
});

it('lets calls in without cards when the pack is broken, and says so', async () => {
  const { host, told } = open(join(demo, 'articles'));
  await host.load();
  await host.firstRead;
  await host.loaded();
  expect(told).toEqual(['packBroken']);
  expect(host.cards()).toBeNull();
});
