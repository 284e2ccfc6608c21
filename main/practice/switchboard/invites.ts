import { note, send, type Action, type ConnectionId } from './action.ts';
import { firstOf } from './headers.ts';
import { backText, forwardText, type Destination, type HopNames } from './hop.ts';
import { ackText, cancelText, longestRingMs, noAnswerMs, openLeg, type Leg } from './leg.ts';
import type { SipRequest, SipResponse } from './message.ts';
import { reply } from './reply.ts';
import { unreachable } from '../../../shared/unreachable.ts';

/** One INVITE with its copies (RFC 3261 §16.6, §16.7: response context of a stateful proxy). */
interface InviteTransaction {
  readonly key: string;
  readonly upstream: ConnectionId;
  readonly request: SipRequest;
  readonly legs: readonly Leg[];
  /** A 2xx has gone back. */
  answered: boolean;
  /** Set once the final response has gone back: kept so long for the ACK and late 2xx (timer H). */
  forgetAt: number | null;
}

const keepAfterFinalMs = 32_000;
/** More open INVITEs than one desk can cause; the next is told 503. */
const maxTransactions = 200;
const answeredElsewhere = 'SIP;cause=200;text="Call completed elsewhere"';

/** The INVITE transactions that pass the switchboard. Every method returns what is to be sent. */
export interface Invites {
  readonly start: (
    request: SipRequest,
    upstream: ConnectionId,
    destinations: readonly Destination[],
    now: number,
  ) => readonly Action[];
  readonly cancel: (request: SipRequest, upstream: ConnectionId, now: number) => readonly Action[];
  /** null: the response belongs to no INVITE. */
  readonly respond: (
    response: SipResponse,
    from: ConnectionId,
    now: number,
  ) => readonly Action[] | null;
  readonly knows: (request: SipRequest, upstream: ConnectionId) => boolean;
  readonly connectionLost: (connection: ConnectionId, now: number) => readonly Action[];
  readonly expire: (now: number) => readonly Action[];
}

export function createInvites(hops: HopNames): Invites {
  const transactions = new Map<string, InviteTransaction>();

  /** The final answer, once every copy has ended without a 2xx (§16.7, 6). */
  function settle(transaction: InviteTransaction, now: number): readonly Action[] {
    if (transaction.forgetAt !== null || transaction.legs.some((leg) => leg.phase !== 'done'))
      return [];
    transaction.forgetAt = now + keepAfterFinalMs;
    if (transaction.answered) return [];
    const best = bestRefusal(transaction.legs);
    const text = best === null ? reply(transaction.request, 408) : backText(best);
    return [send(transaction.upstream, text)];
  }

  function cancelLegs(
    transaction: InviteTransaction,
    reason: string | null,
    now: number,
  ): readonly Action[] {
    return transaction.legs.flatMap((leg) => cancelLeg(leg, reason, now));
  }

  function onFinal(
    transaction: InviteTransaction,
    leg: Leg,
    response: SipResponse,
    now: number,
  ): readonly Action[] {
    const wasDone = leg.phase === 'done';
    leg.phase = 'done';
    if (response.status < 300) {
      transaction.answered = true;
      const back = send(transaction.upstream, backText(response));
      const others = cancelLegs(transaction, answeredElsewhere, now);
      return [back, ...others, ...settle(transaction, now)];
    }
    const ack = send(leg.connection, ackText(leg, response));
    if (wasDone) return [ack];
    leg.refusal = response;
    // "No" for the person, not for this device: nobody else needs to ring (§16.7, 5).
    const others = response.status >= 600 ? cancelLegs(transaction, null, now) : [];
    return [ack, ...others, ...settle(transaction, now)];
  }

  return {
    start: (request, upstream, destinations, now) => {
      const key = keyOf(request, upstream);
      if (transactions.size >= maxTransactions) return [send(upstream, reply(request, 503))];
      const hopsOfLegs = destinations.map((destination) => {
        const branch = hops.nextBranch();
        return { destination, branch, via: hops.via(branch) };
      });
      const legs = hopsOfLegs.map((hop) => openLeg(request, hop, hop.destination, now));
      transactions.set(key, { key, upstream, request, legs, answered: false, forgetAt: null });
      const copies = hopsOfLegs.map(({ via, destination }) =>
        send(destination.connection, forwardText(request, via, destination)),
      );
      return [send(upstream, reply(request, 100)), ...copies];
    },

    cancel: (request, upstream, now) => {
      const transaction = transactions.get(keyOf(request, upstream));
      if (transaction === undefined) return [send(upstream, reply(request, 481))];
      const reason = firstOf(request.headers, 'reason');
      return [send(upstream, reply(request, 200)), ...cancelLegs(transaction, reason, now)];
    },

    respond: (response, from, now) => {
      for (const transaction of transactions.values()) {
        const leg = transaction.legs.find(({ branch }) => branch === response.branch);
        if (leg === undefined) continue;
        if (leg.connection !== from) return [note('warn', 'response from a stranger dropped')];
        // 200 to our own CANCEL: hop by hop, nobody waits for it.
        if (response.method !== 'INVITE') return [];
        if (response.status >= 200) return onFinal(transaction, leg, response, now);
        return onProvisional(transaction, leg, response, now);
      }
      return null;
    },

    knows: (request, upstream) => transactions.has(keyOf(request, upstream)),

    connectionLost: (connection, now) =>
      [...transactions.values()].flatMap((transaction) => {
        for (const leg of transaction.legs) if (leg.connection === connection) leg.phase = 'done';
        const cancels =
          transaction.upstream === connection ? cancelLegs(transaction, null, now) : [];
        return [...cancels, ...settle(transaction, now)];
      }),

    expire: (now) =>
      [...transactions.values()].flatMap((transaction) => {
        if (transaction.forgetAt !== null && transaction.forgetAt <= now)
          transactions.delete(transaction.key);
        const late = transaction.legs.flatMap((leg) => onDeadline(leg, now));
        return [...late, ...settle(transaction, now)];
      }),
  };
}

/** Names the transaction as the client does; CANCEL and ACK of a refusal carry the same branch. */
function keyOf(request: SipRequest, upstream: ConnectionId): string {
  return `${String(upstream)} ${request.branch}`;
}

function onProvisional(
  transaction: InviteTransaction,
  leg: Leg,
  response: SipResponse,
  now: number,
): readonly Action[] {
  // 100 is hop by hop, and ours has long been sent (§16.7, 5).
  const back = response.status === 100 ? [] : [send(transaction.upstream, backText(response))];
  switch (leg.phase) {
    case 'calling':
    case 'ringing':
      leg.phase = 'ringing';
      leg.deadline = now + longestRingMs;
      return back;
    case 'cancelWanted':
      leg.phase = 'ringing';
      return cancelLeg(leg, leg.cancelReason, now);
    case 'cancelling':
    case 'done':
      return [];
    default:
      return unreachable(leg.phase);
  }
}

function cancelLeg(leg: Leg, reason: string | null, now: number): readonly Action[] {
  switch (leg.phase) {
    case 'calling':
      // A CANCEL must not overtake its INVITE: wait for any sign of it (§9.1).
      leg.phase = 'cancelWanted';
      leg.cancelReason = reason;
      return [];
    case 'ringing':
      leg.phase = 'cancelling';
      leg.deadline = now + noAnswerMs;
      return [send(leg.connection, cancelText(leg, reason))];
    case 'cancelWanted':
    case 'cancelling':
    case 'done':
      return [];
    default:
      return unreachable(leg.phase);
  }
}

function onDeadline(leg: Leg, now: number): readonly Action[] {
  if (leg.phase === 'done' || leg.deadline > now) return [];
  if (leg.phase === 'ringing') return cancelLeg(leg, null, now);
  leg.phase = 'done';
  return [note('warn', 'INVITE without final answer given up')];
}

/** 6xx before all, else the lowest class and code (§16.7, 6); null if no contact answered at all. */
function bestRefusal(legs: readonly Leg[]): SipResponse | null {
  const refusals = legs.flatMap((leg) => (leg.refusal === null ? [] : [leg.refusal]));
  const rank = ({ status }: SipResponse): number => (status >= 600 ? 0 : status);
  return [...refusals].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
