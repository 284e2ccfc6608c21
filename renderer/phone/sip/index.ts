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
import { Conference } from './conference.ts';
import { calledNumberHeaders } from './incoming-headers.ts';
import { MediaWatch } from './media-watch.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { reinvite } from './reinvite.ts';
import { Referrals } from './referrals.ts';
import { Supervisor } from './supervisor.ts';
import { Watcher } from './watcher.ts';
import { TransferControl, type Dial } from './transfer-control.ts';

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

/** Numbers about the media of one call, for measurements; no content. */
export interface CallStatistics {
  readonly callId: string;
  readonly packetsSent: number;
  readonly packetsReceived: number;
  /** 0 to 1, of the last moment; what the caller gets and what the agent gets. */
  readonly levelSent: number;
  readonly levelReceived: number;
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
  readonly transfer: (id: string, target: string) => void;
  readonly consult: (id: string, target: string) => void;
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
  readonly statistics: () => Promise<readonly CallStatistics[]>;
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
  const watch = new MediaWatch(calls, ports, {
    restart: (entry) => {
      control.restartMedia(entry);
    },
    giveUp: (entry) => {
      control.giveUp(entry);
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
      control.signallingLost(entries);
    },
    onSignallingBack: (userAgent) => {
      settle(control.signallingBack(userAgent), ports);
    },
    onInvitation: (invitation) => {
      const header = supervisor.connection?.dialedNumberHeader ?? 'X-Dialed-Number';
      control.receive(invitation, ({ call }) => {
        const { request } = invitation;
        listener.onIncoming(call, calledNumberHeaders(request, header), answerAfter(request));
      });
    },
  });
  const transfers = new TransferControl(calls, control, ports);
  const asks = (): boolean => supervisor.connection?.incomingRefer === 'ask';
  const referrals = new Referrals(calls, control, ports, asks);
  calls.onRefer = (entry, referral) => {
    referrals.received(entry, referral);
  };
  const dial: Dial = async (target, begun) => {
    const { userAgent, connection } = supervisor;
    if (userAgent !== null && connection !== null)
      await control.dial(target, userAgent, connection, begun);
  };
  const transfer = async (id: string, target: string): Promise<void> => {
    const { connection } = supervisor;
    const uri = connection === null ? undefined : sipUri(target, connection);
    if (connection?.blindTransfer === 'supervised') await transfers.handOver(id, target, dial);
    else if (uri !== undefined) await transfers.handOff(id, uri.toString(), target);
  };
  /** By the exchange where it has a room for it, else here. */
  const confer = async (): Promise<void> => {
    const { connection } = supervisor;
    const room = connection?.conferenceRoom ?? null;
    const uri = connection === null || room === null ? undefined : sipUri(room, connection);
    if (room === null || uri === undefined) await conference.join();
    else if (await transfers.handOffAll(uri.toString(), room)) await dial(room, () => undefined);
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
        dial(target, () => undefined),
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
    transfer: (id, target) => {
      settle(transfer(id, target), ports);
    },
    consult: (id, target) => {
      settle(transfers.consult(id, target, dial), ports);
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
    statistics: async () => {
      const live = calls.entries.filter(({ call }) => call.phase === 'connected');
      return Promise.all(live.map(async ({ call, media }) => readStatistics(call.id, media)));
    },
  };
}

async function exchangeMicrophone(
  entry: CallEntry,
  calls: CallList,
  ports: PhonePorts,
): Promise<void> {
  const { media } = entry;
  if (media === null) return;
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

async function readStatistics(
  callId: string,
  media: { readonly peerConnection: RTCPeerConnection } | null,
): Promise<CallStatistics> {
  const found = { packetsSent: 0, packetsReceived: 0, levelSent: 0, levelReceived: 0 };
  const report = await media?.peerConnection.getStats();
  report?.forEach((entry: Readonly<Record<string, unknown>>) => {
    const value = (name: string): number => Number(entry[name] ?? 0);
    if (entry['type'] === 'outbound-rtp') found.packetsSent += value('packetsSent');
    if (entry['type'] === 'media-source') found.levelSent = value('audioLevel');
    if (entry['type'] !== 'inbound-rtp') return;
    found.packetsReceived += value('packetsReceived');
    found.levelReceived = value('audioLevel');
  });
  return { callId, ...found };
}
