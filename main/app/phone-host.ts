import type { BrowserWindow } from 'electron';
import type { Call } from '../../shared/call/call.ts';
import { phoneContract, type Connection, type deskContract } from '../../shared/contract.ts';
import type { PhoneDescription, TracedMessage } from '../../shared/diagnostics/health.ts';
import { sameStanding, type Registration } from '../../shared/registration.ts';
import { melodyOf } from '../../shared/sound/ring-melodies.ts';
import { soundSettingsOf } from '../../shared/sound/sound-settings.ts';
import type { PeerPort } from '../ipc/index.ts';
import { appOrigins, createHiddenWindow } from '../windows/index.ts';
import type { AgentHost } from './agent-host.ts';
import type { AppContext } from './context.ts';
import type { FeatureHost } from './feature-host.ts';

const failureOfCertificate = {
  untrusted: 'certificateUntrusted',
  outOfDate: 'certificateOutOfDate',
  wrongName: 'certificateWrongName',
  wrongPin: 'certificateWrongPin',
} as const;

/** Main's side of the phone process. */
export interface PhoneHost {
  readonly notify: PeerPort<typeof phoneContract>['notify'];
  readonly window: () => BrowserWindow;
}

/** Whom the phone's reports are for. */
export interface PhoneSurroundings {
  readonly agent: AgentHost;
  readonly features: FeatureHost;
  /** null: stay off. */
  readonly connection: () => Promise<Connection | null>;
  /** The phone page has (re)started and listens. */
  readonly onStarted: () => void;
  readonly onIncoming: (callId: string, answerAfter: number | null) => void;
  readonly onCalls: (before: readonly Call[], after: readonly Call[]) => void;
  readonly onDescribed: (description: PhoneDescription) => void;
  readonly onTraced: (message: TracedMessage) => void;
  /** Levels and quality go past the state: they change many times a second. */
  readonly notifyDesk: PeerPort<typeof deskContract>['notify'];
}

/** A call whose phone page has died, as main reports it in its place. */
function lostWithThePhone(call: Call): Call {
  return call.phase === 'ended'
    ? call
    : { ...call, phase: 'ended', endedAt: Date.now(), endReason: 'connectionLost' };
}

/**
 * Opens the hidden phone window and opens it again when its process ends. The phone owns the calls:
 * whatever it reports replaces what main knew.
 */
export function startPhone(
  context: AppContext,
  { agent, features, connection, notifyDesk, ...on }: PhoneSurroundings,
): PhoneHost {
  const { log, state, problems } = context;
  let window = open();
  let port = join(window);

  function open(): BrowserWindow {
    const opened = createHiddenWindow('phone');
    opened.webContents.once('render-process-gone', (_event, { reason }) => {
      log.error('phone', 'process ended, starting it again', { reason });
      const before = state.current.calls;
      on.onCalls(before, before.map(lostWithThePhone));
      state.setCalls([]);
      state.set({ registration: { phase: 'off' } });
      problems.add({ code: 'phoneRestarted', detail: null });
      opened.destroy();
      window = open();
      port = join(window);
    });
    void opened.loadURL(`${appOrigins.phone}/index.html`);
    return opened;
  }

  function join(joining: BrowserWindow): PeerPort<typeof phoneContract> {
    return context.broker.join({
      origin: appOrigins.phone,
      contents: joining.webContents,
      contract: phoneContract,
      requests: {
        getConnection: () => {
          agent.phoneStarted();
          features.phoneStarted();
          on.onStarted();
          return connection();
        },
        getSound: () => soundSettingsOf(state.current.settings),
      },
      reports: {
        incoming: ({ call, headers, answerAfter }) => {
          const card = context.buildCard(call, headers);
          state.addCall(call, card);
          const melody = melodyOf(card?.line ?? null, state.current.settings.ringTones);
          port.notify('ringAs', { callId: call.id, melody });
          on.onIncoming(call.id, answerAfter);
        },
        callsChanged: ({ calls }) => {
          const before = state.current.calls;
          // First: the cards of calls that are gone go with them.
          on.onCalls(before, calls);
          state.setCalls(calls);
          agent.callsChanged(before, calls);
        },
        soundDevicesChanged: (sound) => {
          state.set({ sound });
        },
        soundLevel: (level) => {
          notifyDesk('soundLevel', level);
        },
        callMedia: (media) => {
          notifyDesk('callMedia', media);
        },
        registrationChanged: (registration) => {
          const before = state.current.registration;
          const seen = withCertificateVerdict(registration, context);
          state.set({ registration: seen });
          if (sameStanding(before, seen)) return;
          // Chromium keeps an address for a minute, in which the exchange may have moved to another.
          if (seen.phase === 'waiting') void joining.webContents.session.clearHostResolverCache();
          problems.follow(seen);
          agent.registrationChanged(seen);
        },
        watchedChanged: (watched) => {
          state.set({ watched });
        },
        unregistered: () => {
          agent.unregistered();
        },
        codeAnswered: ({ order, outcome }) => {
          agent.codeAnswered(order, outcome);
          features.codeAnswered(order, outcome);
        },
        refusalChanged: ({ refuse }) => {
          agent.refusalChanged(refuse);
        },
        problemAppeared: (problem) => {
          problems.add(problem);
        },
        problemGone: ({ code }) => {
          problems.remove(code);
        },
        described: on.onDescribed,
        sipTraced: on.onTraced,
        logged: ({ level, message }) => {
          log[level]('phone', message);
        },
      },
    });
  }

  return {
    notify: (name, payload) => {
      port.notify(name, payload);
    },
    window: () => window,
  };
}

/** A page cannot see why a TLS handshake failed; main can (WebSocket close code 1006 says nothing). */
function withCertificateVerdict(registration: Registration, context: AppContext): Registration {
  if (registration.phase !== 'waiting' || registration.failure !== 'serverUnreachable')
    return registration;
  const fault = context.certificates.refused(new URL(registration.server).hostname);
  return fault === null ? registration : { ...registration, failure: failureOfCertificate[fault] };
}
