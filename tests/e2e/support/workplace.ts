import type { Page } from 'playwright-core';
import { agents, type AgentName, type Pbx } from '../../pbx/asterisk.ts';
import { waitForRegistered } from './desk.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from './electron-app.ts';

interface WorkplaceOptions extends Omit<LaunchOptions, 'policy' | 'password'> {
  /** Default: `agent1`. */
  agent?: AgentName;
  /** Address of the exchange, where it is reached another way than directly. */
  registrar?: string;
  /** Managed settings beside the account. */
  settings?: object;
}

export interface Workplace {
  readonly launched: LaunchedApp;
  readonly desk: Page;
  readonly phone: Page;
}

/** An app whose agent is registered: its badge says so, and so does Asterisk. */
export async function openWorkplace(pbx: Pbx, options: WorkplaceOptions = {}): Promise<Workplace> {
  const { agent = 'agent1', registrar = pbx.registrar, settings, ...others } = options;
  const launched = await launchApp({
    ...others,
    policy: {
      account: { registrars: [registrar], user: agent },
      extraCaFile: pbx.caFile,
      ...settings,
    },
    password: agents.find(({ user }) => user === agent)?.password ?? '',
  });
  const [desk, phone] = [await launched.desk(), await launched.phone()];
  await waitForRegistered(desk);
  await pbx.waitForContact(agent);
  return { launched, desk, phone };
}
