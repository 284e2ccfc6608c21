import { Inviter, SessionState, UserAgent, type Session } from 'sip.js';
import { inviterOptionsFor, type CallOrder } from './invite.ts';

/** Nobody lets it ring longer. */
const patienceMs = 90_000;

export interface OutgoingCall {
  readonly hangUp: () => void;
}

/** What a call needs from its surroundings. */
export interface CallSurroundings {
  readonly userAgent: UserAgent;
  readonly domain: string;
  /** Speaks the question; called once, when the call is established. */
  readonly speak: (session: Session, speech: string) => void;
  /** Called exactly once, however the call ends. */
  readonly ended: () => void;
  readonly warn: (message: string) => void;
}

/**
 * Places one call: rings until answered, refused or out of patience; speaks; hangs up after
 * `order.talkMs` unless the agent was first.
 */
export function placeCall(order: CallOrder, surroundings: CallSurroundings): OutgoingCall {
  const { userAgent, domain, speak, warn } = surroundings;
  const target = UserAgent.makeURI(`sip:${order.target}@${domain}`);
  if (target === undefined) {
    warn('the target of the call is no SIP address');
    surroundings.ended();
    return { hangUp: () => undefined };
  }
  const inviter = new Inviter(userAgent, target, inviterOptionsFor(order, domain));
  // Without this SIP.js would dial whatever the agent transfers to (trap B2-27).
  inviter.delegate = {
    onRefer: (referral) => {
      attempt('decline the transfer', referral.reject());
    },
  };
  let over = false;
  let timer = setTimeout(hangUp, patienceMs);

  function attempt(what: string, doing: Promise<unknown>): void {
    doing.catch((error: unknown) => {
      warn(`could not ${what}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  function finish(): void {
    if (over) return;
    over = true;
    clearTimeout(timer);
    surroundings.ended();
  }

  function hangUp(): void {
    switch (inviter.state) {
      case SessionState.Initial:
      case SessionState.Establishing:
        attempt('cancel the call', inviter.cancel());
        return;
      case SessionState.Established:
        attempt('hang up', inviter.bye());
        return;
      case SessionState.Terminating:
      case SessionState.Terminated:
        return;
    }
  }

  inviter.stateChange.addListener((state) => {
    if (state === SessionState.Established) {
      clearTimeout(timer);
      timer = setTimeout(hangUp, order.talkMs);
      speak(inviter, order.speech);
    } else if (state === SessionState.Terminated) finish();
  });
  inviter.invite().catch((error: unknown) => {
    warn(`call failed: ${error instanceof Error ? error.message : String(error)}`);
    finish();
  });
  return { hangUp };
}
