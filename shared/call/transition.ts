import { unreachable } from '../unreachable.ts';
import { transferStages } from './call.ts';
import type { Call, CallEvent, EndReason, HoldState, Party, TransferStage } from './call.ts';

const none: Call['transfer'] = { phase: 'none' };

/** A call that has just begun: ringing here, or dialled from here. `at` in epoch milliseconds. */
export function newCall(begin: {
  readonly id: string;
  readonly direction: Call['direction'];
  readonly party: Party;
  readonly at: number;
}): Call {
  return {
    id: begin.id,
    direction: begin.direction,
    party: begin.party,
    phase: begin.direction === 'incoming' ? 'ringing' : 'dialling',
    hold: 'active',
    earlyMedia: false,
    heldByRemote: false,
    muted: false,
    signalling: 'up',
    media: 'up',
    startedAt: begin.at,
    connectedAt: null,
    endedAt: null,
    endReason: null,
    holdRefused: false,
    transfer: none,
    transferFailure: null,
    conference: false,
    referral: null,
  };
}

/**
 * The call after a fact. Pure. A fact that does not fit the phase (a late answer, a hold of a call that
 * has ended) changes nothing and gives back the very same object, so that callers can compare by
 * identity; SIP has enough races to make this ordinary. The diagram stands above `Call`.
 */
export function transition(call: Call, event: CallEvent): Call {
  switch (event.type) {
    case 'answerRequested':
      return call.phase === 'ringing' ? { ...call, phase: 'answering' } : call;
    case 'provisionalReceived':
      return call.phase === 'dialling' ? { ...call, phase: 'alerting' } : call;
    case 'earlyMediaStarted':
      return call.phase === 'alerting' && !call.earlyMedia ? { ...call, earlyMedia: true } : call;
    case 'established':
      return isSettingUp(call) ? { ...call, phase: 'connected', connectedAt: event.at } : call;
    case 'holdRequested':
      return hold(call, 'active', 'holding');
    case 'holdAccepted':
      return hold(call, 'holding', 'held');
    case 'holdRejected':
      return refused(hold(call, 'holding', 'active'), call);
    case 'resumeRequested':
      return hold(call, 'held', 'resuming');
    case 'resumeAccepted':
      return hold(call, 'resuming', 'active');
    case 'resumeRejected':
      return refused(hold(call, 'resuming', 'held'), call);
    case 'remoteHeld':
      return call.phase === 'connected' && !call.heldByRemote
        ? { ...call, heldByRemote: true }
        : call;
    case 'remoteResumed':
      return call.phase === 'connected' && call.heldByRemote
        ? { ...call, heldByRemote: false }
        : call;
    case 'consultationBegun':
      return call.phase === 'connected' && call.transfer.phase === 'none'
        ? {
            ...call,
            transfer: { phase: 'consulting', consultation: event.consultation },
            transferFailure: null,
          }
        : call;
    case 'consultationEnded':
      return withoutConsultation(call, event.consultation);
    case 'transferRequested':
      return requested(call, event.target);
    case 'transferProgressed':
      return progressed(call, event.stage);
    case 'transferFailed':
      return failed(call, event.reason);
    case 'transferWithdrawn':
      return call.phase === 'connected' && call.transfer.phase === 'transferring'
        ? { ...call, transfer: none }
        : call;
    case 'conferenceJoined':
      return call.phase === 'connected' && call.hold === 'active' && !call.conference
        ? { ...call, conference: true }
        : call;
    case 'conferenceLeft':
      return call.conference ? { ...call, conference: false } : call;
    case 'referralReceived':
      return call.phase === 'connected' && call.referral === null
        ? { ...call, referral: event.target }
        : call;
    case 'referralSettled':
      return call.referral === null ? call : { ...call, referral: null };
    case 'mutedChanged':
      return isOver(call) || call.muted === event.muted ? call : { ...call, muted: event.muted };
    case 'partyChanged':
      return isOver(call) ? call : { ...call, party: event.party };
    case 'signallingLost':
      return isOver(call) || call.signalling === 'lost' ? call : { ...call, signalling: 'lost' };
    case 'signallingRestored':
      return isOver(call) || call.signalling === 'up' ? call : { ...call, signalling: 'up' };
    case 'mediaLost':
      return call.phase === 'connected' && call.media === 'up' ? { ...call, media: 'lost' } : call;
    case 'mediaRestored':
      return call.phase === 'connected' && call.media === 'lost' ? { ...call, media: 'up' } : call;
    case 'endRequested':
      return isOver(call) ? call : { ...call, phase: 'ending', conference: false };
    case 'ended':
      return call.phase === 'ended'
        ? call
        : {
            ...call,
            phase: 'ended',
            endedAt: event.at,
            endReason: event.reason,
            transfer: none,
            conference: false,
            referral: null,
          };
    default:
      return unreachable(event);
  }
}

/** Hold moves only within a connected call, and only from the state it is meant for. */
function hold(call: Call, from: HoldState, to: HoldState): Call {
  if (call.phase !== 'connected' || call.hold !== from) return call;
  // Whoever waits is no party of a conference.
  return { ...call, hold: to, holdRefused: false, conference: call.conference && to === 'active' };
}

function requested(call: Call, target: string): Call {
  const { phase, transfer } = call;
  if (phase !== 'connected' || transfer.phase === 'transferring') return call;
  const consultation = transfer.phase === 'consulting' ? transfer.consultation : null;
  return {
    ...call,
    transfer: { phase: 'transferring', stage: 'requested', target, consultation },
    transferFailure: null,
  };
}

/** Only forward: a late `100 Trying` after `180 Ringing` says nothing. */
function progressed(call: Call, stage: TransferStage): Call {
  const { transfer } = call;
  if (call.phase !== 'connected' || transfer.phase !== 'transferring') return call;
  const later = transferStages.indexOf(stage) > transferStages.indexOf(transfer.stage);
  return later ? { ...call, transfer: { ...transfer, stage } } : call;
}

/** The call is the agent's again; with its consultation, where that is still there. */
function failed(call: Call, reason: EndReason): Call {
  const { transfer } = call;
  if (call.phase !== 'connected' || transfer.phase !== 'transferring') return call;
  const { consultation } = transfer;
  return {
    ...call,
    transfer: consultation === null ? none : { phase: 'consulting', consultation },
    transferFailure: reason,
  };
}

function withoutConsultation(call: Call, consultation: string): Call {
  const { transfer } = call;
  if (transfer.phase === 'none' || transfer.consultation !== consultation) return call;
  return {
    ...call,
    transfer: transfer.phase === 'consulting' ? none : { ...transfer, consultation: null },
  };
}

function refused(after: Call, before: Call): Call {
  return after === before ? before : { ...after, holdRefused: true };
}

function isSettingUp({ phase }: Call): boolean {
  return phase === 'answering' || phase === 'dialling' || phase === 'alerting';
}

function isOver({ phase }: Call): boolean {
  return phase === 'ending' || phase === 'ended';
}
