import type { Call } from '../../shared/call/call.ts';
import type { Card } from '../../shared/card.ts';
import type { CalledNumberHeaders } from '../../shared/lines/called-number.ts';
import type { Broker } from '../ipc/index.ts';
import type { CertificateVerdicts } from '../windows/index.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { Log } from './log.ts';
import type { ProblemBoard } from './problem-board.ts';

/** What the hosts of the windows share. */
export interface AppContext {
  readonly log: Log;
  readonly broker: Broker;
  readonly state: DeskStateHolder;
  readonly problems: ProblemBoard;
  readonly certificates: CertificateVerdicts;
  /** null while no knowledge pack is loaded. Synchronous: the caller waits for it. */
  readonly buildCard: (call: Call, headers: CalledNumberHeaders) => Card | null;
}
