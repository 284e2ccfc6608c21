import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { callerContract, type Connection } from '../../shared/contract.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import type { PracticeScenario } from '../../shared/practice-scenario.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { PeerPort } from '../ipc/index.ts';
import {
  callOf,
  readScenarios,
  startSwitchboard,
  type Scenario,
  type Switchboard,
} from '../practice/index.ts';
import { appOrigins, createHiddenWindow, ownPractice } from '../windows/index.ts';
import { connectionFor, instanceIdFor } from './account.ts';
import type { AppContext } from './context.ts';

/** Embedded practice: a switchboard on loopback and a simulated caller. */
export interface PracticeHost {
  /** How the phone reaches the switchboard. */
  readonly connection: Connection;
  /** Lets the simulated caller phone; false while it is not ready or busy with another call. */
  readonly start: (scenarioId: string, pack: KnowledgePack | null) => boolean;
  /** Scenarios that this pack's lines can play, as the desk lists them. */
  readonly scenarios: (pack: KnowledgePack | null) => PracticeScenario[];
  readonly stop: () => Promise<void>;
}

const agent = 'agent';
const caller = 'anrufer';

/**
 * Starts both. Passwords are random for each start: nobody else on the machine can register.
 * @param onReady called when the simulated caller can phone
 */
export async function startPractice(
  context: AppContext,
  settings: Settings,
  onReady: () => void,
): Promise<PracticeHost> {
  const { log } = context;
  const scenarios = await loadScenarios(context, settings.practiceFolder ?? null);
  const accounts = [
    { user: agent, password: randomBytes(24).toString('base64url') },
    { user: caller, password: randomBytes(24).toString('base64url') },
  ];
  const switchboard = await startSwitchboard({
    accounts,
    log: (message) => {
      log.info('practice', message);
    },
  });
  let ready = false;
  const window: BrowserWindow = createHiddenWindow('caller');
  const port: PeerPort<typeof callerContract> = context.broker.join({
    origin: appOrigins.caller,
    contents: window.webContents,
    contract: callerContract,
    requests: { getConnection: () => connectionOf(caller) },
    reports: {
      ready: () => {
        ready = true;
        onReady();
      },
      ended: ({ scenario }) => {
        log.info('practice', 'practice call ended', { scenario });
      },
      logged: ({ level, message }) => {
        log[level]('caller', message);
      },
    },
  });
  void window.loadURL(`${appOrigins.caller}/index.html`);

  function connectionOf(user: string): Connection {
    const password = accounts.find((account) => account.user === user)?.password ?? '';
    return practiceConnection(switchboard, user, password, settings);
  }

  return {
    connection: connectionOf(agent),
    scenarios: (pack) => (pack === null ? [] : playable(scenarios, pack)),
    start: (scenarioId, pack) => {
      const scenario = scenarios.find(({ id }) => id === scenarioId);
      const line = pack?.lines.find(({ id }) => id === scenario?.line);
      if (!ready || scenario === undefined || line === undefined) return false;
      port.notify('call', callOf(scenario, line, agent, settings));
      return true;
    },
    stop: async () => {
      window.destroy();
      await switchboard.close();
    },
  };
}

function practiceConnection(
  switchboard: Switchboard,
  user: string,
  password: string,
  settings: Settings,
): Connection {
  const account = {
    registrars: [switchboard.url],
    domain: 'uebung.invalid',
    user,
    displayName: user === agent ? 'Übungsplatz' : 'Übungsanruf',
  };
  return {
    ...connectionFor(account, password, settings),
    instanceId: instanceIdFor(`practice/${user}`),
  };
}

/** Those of the house first; a call of the program with the same id gives way. */
async function loadScenarios(
  { problems }: AppContext,
  own: string | null,
): Promise<readonly Scenario[]> {
  const failures: string[] = [];
  const read = async (folder: string, speech: string): Promise<readonly Scenario[]> => {
    const file = join(folder, 'scenarios.yaml');
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) {
      failures.push(`${file}: nicht lesbar`);
      return [];
    }
    const found = readScenarios(file, text, speech);
    failures.push(...found.failures);
    return found.scenarios;
  };
  const ofHouse = own === null ? [] : await read(own, ownPractice);
  const shipped = await read(join(app.getAppPath(), 'assets', 'practice'), 'assets/practice/');
  if (failures.length > 0)
    problems.add({ code: 'practiceBroken', detail: failures.join('\n').slice(0, 2000) });
  const taken = new Set(ofHouse.map(({ id }) => id));
  return [...ofHouse, ...shipped.filter(({ id }) => !taken.has(id))];
}

/** A pack of other towns has other lines and articles: what it does not know is left out. */
function playable(scenarios: readonly Scenario[], pack: KnowledgePack): PracticeScenario[] {
  return scenarios.flatMap(({ id, title, question, line: lineId, good }) => {
    const line = pack.lines.find((candidate) => candidate.id === lineId);
    if (line === undefined) return [];
    const municipality = pack.municipalities.find(({ ars }) => ars === good.municipality);
    const articles = good.articles.flatMap((wanted) => {
      const article = pack.articles.find((candidate) => candidate.id === wanted);
      return article === undefined ? [] : [{ id: article.id, title: article.title }];
    });
    const municipalityName = municipality?.name ?? '';
    return [
      { id, title, question, lineName: line.name, good: { ...good, municipalityName, articles } },
    ];
  });
}
