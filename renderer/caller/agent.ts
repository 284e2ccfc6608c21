import {
  Registerer,
  RegistererState,
  UserAgent,
  type Session,
  type SessionDescriptionHandlerFactory,
} from 'sip.js';
import type { Connection } from '../../shared/contract.ts';
import type { CallOrder } from './invite.ts';
import { placeCall, type OutgoingCall } from './outgoing-call.ts';

/** Sound of the calls: the browser's in the application, none in tests. */
export interface CallerMedia {
  readonly sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory;
  /** Speaks the file into an established call; never rejects. */
  readonly speak: (session: Session, speech: string) => void;
}

export interface CallerEvents {
  /** Registered: calls can be ordered. Once for each registration. */
  readonly ready: () => void;
  readonly ended: (scenario: string) => void;
  readonly warn: (message: string) => void;
}

export interface CallerAgent {
  readonly call: (order: CallOrder) => void;
  /** Ends all calls. */
  readonly hangUp: () => void;
  readonly stop: () => Promise<void>;
}

const retryMs = 1000;

/** The simulated caller: one SIP.js agent at the practice switchboard that places calls on order. */
export function startAgent(
  connection: Connection,
  media: CallerMedia,
  events: CallerEvents,
): CallerAgent {
  const { domain, user } = connection;
  const calls = new Set<OutgoingCall>();
  let stopped = false;
  const userAgent = new UserAgent({
    ...addressOf(connection),
    authorizationUsername: connection.authorizationUser,
    authorizationPassword: connection.password,
    displayName: connection.displayName,
    transportOptions: { server: connection.registrars[0], traceSip: false },
    logBuiltinEnabled: false,
    sessionDescriptionHandlerFactory: media.sessionDescriptionHandlerFactory,
    sessionDescriptionHandlerFactoryOptions: {
      iceGatheringTimeout: 500,
      // SIP.js would ask a STUN server on the internet; practice stays on this machine.
      peerConnectionConfiguration: { iceServers: [] },
    },
    delegate: {
      onConnect: register,
      onDisconnect: (error) => {
        if (error !== undefined && !stopped) setTimeout(reconnect, retryMs);
      },
      onInvite: (invitation) => {
        invitation.reject({ statusCode: 480 }).catch(warnOf('decline a call'));
      },
    },
  });

  /** A new Registerer for each connection: the old one may wait for ever (trap B2-5, B2-6). */
  function register(): void {
    const registerer = new Registerer(userAgent, {
      expires: 600,
      instanceId: connection.instanceId,
      regId: 1,
    });
    registerer.stateChange.addListener((state) => {
      if (state === RegistererState.Registered) events.ready();
    });
    const requestDelegate = {
      onReject: () => {
        events.warn(`${user} was not registered`);
      },
    };
    registerer.register({ requestDelegate }).catch(warnOf('register'));
  }

  function reconnect(): void {
    if (stopped) return;
    userAgent.reconnect().catch(() => {
      setTimeout(reconnect, retryMs);
    });
  }

  function warnOf(what: string): (error: unknown) => void {
    return (error) => {
      events.warn(`could not ${what}: ${error instanceof Error ? error.message : String(error)}`);
    };
  }

  userAgent.start().catch((error: unknown) => {
    warnOf('reach the switchboard')(error);
    setTimeout(reconnect, retryMs);
  });

  return {
    call: (order) => {
      const call: OutgoingCall = placeCall(order, {
        userAgent,
        domain,
        speak: media.speak,
        ended: () => {
          // Later, because a call that cannot even start ends before it has a name.
          queueMicrotask(() => calls.delete(call));
          events.ended(order.scenario);
        },
        warn: events.warn,
      });
      calls.add(call);
    },
    hangUp: () => {
      for (const call of calls) call.hangUp();
    },
    stop: async () => {
      stopped = true;
      await userAgent.stop();
    },
  };
}

function addressOf({ user, domain }: Connection): {
  readonly uri?: NonNullable<ReturnType<typeof UserAgent.makeURI>>;
} {
  const uri = UserAgent.makeURI(`sip:${user}@${domain}`);
  return uri === undefined ? {} : { uri };
}
