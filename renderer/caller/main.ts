/** The hidden page of the simulated caller: does what main orders, tells main how it went. */
import { callerContract, type PeerBridge } from '../../shared/contract.ts';
import { createPeer } from '../../shared/peer.ts';
import { startAgent } from './agent.ts';
import { createMedia } from './media.ts';

declare global {
  interface Window {
    /** Put here by preload/caller.ts. */
    readonly amtsdraht: PeerBridge;
  }
}

const peer = createPeer(callerContract, window.amtsdraht);
const warn = (message: string): void => {
  peer.report('logged', { level: 'warn', message });
};

async function start(): Promise<void> {
  const connection = await peer.request('getConnection', {});
  const agent = startAgent(connection, createMedia(warn), {
    ready: () => {
      peer.report('ready', {});
    },
    ended: (scenario) => {
      peer.report('ended', { scenario });
    },
    warn,
  });
  peer.listen({ call: agent.call, hangUp: agent.hangUp }, (name) => {
    warn(`unknown notice ${name}`);
  });
}

start().catch((error: unknown) => {
  warn(`the simulated caller did not start: ${String(error)}`);
});
