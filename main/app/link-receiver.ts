import { dialLinkIn } from '../../shared/lines/dial-link.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { Log } from './log.ts';

/**
 * Hands the first telephone link of a command line to the desk, which asks the agent. Also without a link
 * the window comes to the front: somebody has started the application a second time.
 * @returns to be called with the arguments of a (second) start
 */
export function linkReceiver(
  state: DeskStateHolder,
  log: Log,
  bringToFront: () => void,
): (argv: readonly string[]) => void {
  let received = 0;
  return (argv) => {
    bringToFront();
    const text = dialLinkIn(argv);
    if (text === null) return;
    received += 1;
    log.info('link', 'number received');
    state.set({ linkToDial: { id: received, text } });
  };
}
