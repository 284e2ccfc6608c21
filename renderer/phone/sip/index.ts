import type { Watched, WatchPlan } from '../../../shared/agent/watched.ts';
import type { Call } from '../../../shared/call/call.ts';
import type { CodeOutcome, Connection } from '../../../shared/contract.ts';
import type { CalledNumberHeaders } from '../../../shared/lines/called-number.ts';
import type { Registration } from '../../../shared/registration.ts';
import { answerAfter } from './answer-after.ts';
import { settle } from './bind-session.ts';
import { CallControl, sipUri } from './call-control.ts';
import { dialCode } from './code-call.ts';
import { CallList, type CallEntry } from './call-list.ts';
import { prepareAnswer } from './call-media.ts';
import { CallRecovery } from './call-recovery.ts';
import { Conference } from './conference.ts';
import { calledNumberHeaders } from './incoming-headers.ts';
import { MediaWatch } from './media-watch.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { reinvite } from './reinvite.ts';
import { Referrals } from './referrals.ts';
import { Supervisor } from './supervisor.ts';
import { TransferControl, type Destination, type Dial } from './transfer-control.ts';
import { Watcher } from './watcher.ts';

export { webTransport } from './web-transport.ts';
export type { PhoneLog, PhonePorts } from './ports.ts';

/** What the phone tells its surroundings. */
export interface SipPhoneListener {
  /** A new incoming call; comes before the `onCalls` that lists it. */
  readonly onIncoming: (
    call: Call,
    headers: CalledNumberHeaders,
    /** Seconds after which the PBX wants the call answered by itself. */
    answerAfter: number | null,
  ) => void;
  readonly onCalls: (before: readonly Call[], after: readonly Call[]) => void;
  readonly onRegistration: (registration: Registration) => void;
  /** The registrar has confirmed that the registration was taken back. */
  readonly onUnregistered: () => void;
  /** What the PBX has told about watched extensions. */
  readonly onWatched: (watched: Watched) => void;
}

/** What the media engine counts of one conversation. */
export interface CallReport {
  readonly call: Call;
  readonly report: RTCStatsReport;
}

/** What is alive, for measurements of what is left behind. */
export interface Census {
  readonly calls: number;
  readonly dialogs: number;
}

/** The telephone: everything SIP behind one door. Orders that do not fit do nothing. */
export interface SipPhone {
  readonly connect: (connection: Connection | null) => void;
  readonly renew: () => void;
  readonly dial: (target: string) => void;
  readonly answer: (id: string) => void;
  readonly decline: (id: string) => void;
  readonly hangUp: (id: string) => void;
  readonly hold: (id: string) => void;
  readonly resume: (id: string) => void;
  /** Makeln: exchanges the call that talks and the one that waits. */
  readonly swap: () => void;
  /** Weiterleiten, Rückfrage, Übergeben, and back from a consultation to the caller. */
  readonly transfer: (id: string, to: Destination) => void;
  readonly consult: (id: string, to: Destination) => void;
  readonly completeTransfer: (id: string) => void;
  readonly endConsultation: (id: string) => void;
  /** What the agent says to a far end that wants somebody else called. */
  readonly answerReferral: (id: string, follow: boolean) => void;
  /** Makes one of all conversations, or, where it is one, takes it apart; `keep` goes on talking. */
  readonly conference: (keep: string) => void;
  readonly mute: (id: string, muted: boolean) => void;
  readonly sendDtmf: (id: string, tone: string) => void;
  /** Subscribes to these with this and every later registration. */
  readonly watch: (plan: WatchPlan) => void;
  /** Incoming calls are answered with 486 Busy Here while true. */
  readonly refuseCalls: (refuse: boolean) => void;
  /** Dials a feature code of the PBX without microphone and without a call to be seen. */
  readonly dialCode: (code: string) => Promise<CodeOutcome>;
  /** Takes an ended call off the list. */
  readonly dismiss: (id: string) => void;
  /** The microphone was changed: gives every call a track of the new one. */
  readonly microphoneChanged: () => void;
  /** Of all conversations, numbers only. */
  readonly reports: () => Promise<readonly CallReport[]>;
  readonly census: () => Census;
}

/**
 * Builds the telephone from its ports. What a listener throws is logged and changes nothing, except that
 * an INVITE is refused when `onIncoming` throws: nobody would see it ring (traps 3, 9).
 */
export function createSipPhone(ports: PhonePorts, listener: SipPhoneListener): SipPhone {
  const onCalls = guarded(ports.log, listener.onCalls);
  const calls = new CallList((before, after) => {
    onCalls(before, after);
    queueMicrotask(() => {
      supervisor.sweep();
      watch.follow();
      conference.follow();
    });
  });
  const control = new CallControl(calls, ports);
  const conference = new Conference(calls, ports);
  const recovery = new CallRecovery(calls, ports);
  const watch = new MediaWatch(calls, ports, {
    restart: (entry) => {
      recovery.restartMedia(entry);
    },
    giveUp: (entry) => {
      recovery.giveUp(entry);
    },
  });
  const watcher = new Watcher(ports, guarded(ports.log, listener.onWatched));
  const supervisor: Supervisor = new Supervisor(calls, ports, {
    onRegistration: guarded(ports.log, (registration) => {
      listener.onRegistration(registration);
      watcher.follow(supervisor.userAgent, supervisor.connection);
    }),
    onUnregistered: listener.onUnregistered,
    onSignallingLost: (entries) => {
      recovery.signallingLost(entries);
    },
    onSignallingBack: (userAgent) => {
      settle(recovery.signallingBack(userAgent), ports);
    },
    onInvitation: (invitation) => {
      const names = supervisor.connection ?? { dialedNumberHeader: 'X-Dialed-Number' };
      control.receive(invitation, ({ call }) => {
        const { request } = invitation;
        listener.onIncoming(call, calledNumberHeaders(request, names), answerAfter(request));
      });
    },
  });
  const transfers = new TransferControl(calls, control, ports);
  const asks = (): boolean => supervisor.connection?.incomingRefer === 'ask';
  const referrals = new Referrals(calls, control, ports, asks);
  calls.onRefer = (entry, referral) => {
    referrals.received(entry, referral);
  };
  const dial: Dial = async (to, begun) => {
    const { userAgent, connection } = supervisor;
    if (userAgent !== null && connection !== null)
      await control.dial(to, userAgent, connection, begun);
  };
  const transfer = async (id: string, to: Destination): Promise<void> => {
    const { connection } = supervisor;
    const uri = connection === null ? undefined : sipUri(to.target, connection);
    if (connection?.blindTransfer === 'supervised') await transfers.handOver(id, to, dial);
    else if (uri !== undefined) await transfers.handOff(id, uri.toString(), to.name ?? to.target);
  };
  /** By the exchange where it has a room for it, else here. */
  const confer = async (): Promise<void> => {
    const { connection } = supervisor;
    const room = connection?.conferenceRoom ?? null;
    const uri = connection === null || room === null ? undefined : sipUri(room, connection);
    if (room === null || uri === undefined) await conference.join();
    else if (await transfers.handOffAll(uri.toString(), room))
      await dial({ target: room, name: null }, () => undefined);
  };
  return {
    connect: (connection) => {
      supervisor.connect(connection);
    },
    renew: () => {
      supervisor.renew();
    },
    dial: (target) => {
      settle(
        dial({ target, name: null }, () => undefined),
        ports,
      );
    },
    answer: (id) => {
      settle(control.answer(id), ports);
    },
    decline: (id) => {
      control.decline(id);
    },
    hangUp: (id) => {
      control.hangUp(id);
    },
    hold: (id) => {
      settle(control.hold(id), ports);
    },
    resume: (id) => {
      settle(control.resume(id), ports);
    },
    swap: () => {
      settle(control.swap(), ports);
    },
    transfer: (id, to) => {
      settle(transfer(id, to), ports);
    },
    consult: (id, to) => {
      settle(transfers.consult(id, to, dial), ports);
    },
    completeTransfer: (id) => {
      transfers.complete(id);
    },
    endConsultation: (id) => {
      settle(transfers.back(id), ports);
    },
    answerReferral: (id, follow) => {
      if (follow) settle(referrals.follow(id), ports);
      else referrals.refuse(id);
    },
    conference: (keep) => {
      settle(conference.isOn ? conference.leave(keep) : confer(), ports);
    },
    mute: (id, muted) => {
      control.mute(id, muted);
    },
    sendDtmf: (id, tone) => {
      control.sendDtmf(id, tone, supervisor.connection?.dtmf ?? 'rfc4733');
    },
    watch: (plan) => {
      watcher.watch(plan);
    },
    refuseCalls: (refuse) => {
      control.refuse = refuse;
    },
    dialCode: async (code) => {
      const { userAgent, connection } = supervisor;
      if (userAgent === null || connection === null) return 'notConnected';
      return dialCode(code, userAgent, connection, ports);
    },
    dismiss: (id) => {
      calls.remove(id);
    },
    microphoneChanged: () => {
      for (const entry of calls.entries) settle(exchangeMicrophone(entry, calls, ports), ports);
    },
    reports: async () => {
      const reports = calls.entries.map(async ({ call, media }) =>
        call.phase !== 'connected' || media === null
          ? []
          : [{ call, report: await media.peerConnection.getStats() }],
      );
      return (await Promise.all(reports)).flat();
    },
    census: () => ({
      calls: calls.entries.length,
      dialogs: supervisor.userAgent?.userAgentCore.dialogs.size ?? 0,
    }),
  };
}

async function exchangeMicrophone(
  entry: CallEntry,
  calls: CallList,
  ports: PhonePorts,
): Promise<void> {
  const { media } = entry;
  if (media === null || entry.call.phase === 'ended') return;
  if (entry.call.phase === 'ringing') {
    // Nobody knows yet what was made ready with the old one.
    media.close();
    entry.media = null;
    await prepareAnswer(entry, calls, ports);
    return;
  }
  const track = await ports.microphone();
  if (track !== null && (await media.replaceMicrophone(track)))
    await reinvite(entry, ports, () => undefined);
}
