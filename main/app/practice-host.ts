import { randomBytes } from 'node:crypto';
import type { BrowserWindow } from 'electron';
import { callerContract, type Connection } from '../../shared/contract.ts';
import type { Line } from '../../shared/knowledge/pack.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { PeerPort } from '../ipc/index.ts';
import { callOf, scenarios, startSwitchboard, type Switchboard } from '../practice/index.ts';
import { appOrigins, createHiddenWindow } from '../windows/index.ts';
import { instanceIdFor } from './account.ts';
import type { AppContext } from './context.ts';

/** Embedded practice: a switchboard on loopback and a simulated caller. */
export interface PracticeHost {
  /** How the phone reaches the switchboard. */
  readonly connection: Connection;
  /** Lets the simulated caller phone; false while it is not ready or busy with another call. */
  readonly start: (scenarioId: string, lines: readonly Line[]) => boolean;
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
    start: (scenarioId, lines) => {
      const scenario = scenarios.find(({ id }) => id === scenarioId);
      const line = lines.find(({ id }) => id === scenario?.line);
      if (!ready || scenario === undefined || line === undefined) return false;
      port.notify('call', callOf(scenario, line, agent, settings.dialedNumberHeader));
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
  return {
    registrars: [switchboard.url],
    domain: 'uebung.invalid',
    user,
    authorizationUser: user,
    displayName: user === agent ? 'Übungsplatz' : 'Übungsanruf',
    password,
    instanceId: instanceIdFor(`practice/${user}`),
    dialedNumberHeader: settings.dialedNumberHeader,
    dtmf: settings.dtmf,
    blindTransfer: settings.blindTransfer,
    conferenceRoom: settings.conferenceRoom ?? null,
    incomingRefer: settings.incomingRefer,
  };
}

/** Scenarios that this pack's lines can play, as the desk lists them. */
export function practiceScenarios(
  lines: readonly Line[],
): { id: string; title: string; lineName: string }[] {
  return scenarios.flatMap(({ id, title, line: lineId }) => {
    const line = lines.find((candidate) => candidate.id === lineId);
    return line === undefined ? [] : [{ id, title, lineName: line.name }];
  });
}
