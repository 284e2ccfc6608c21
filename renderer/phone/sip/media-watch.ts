import type { CallEntry, CallList } from './call-list.ts';
import type { PhonePorts } from './ports.ts';

/** How often is looked, in milliseconds. */
const lookMs = 1_000;
/** Without a packet for this long nothing is heard, in milliseconds; exchanges pause for less. */
const silenceMs = 6_000;
/** Pause between two attempts to find another way for the media, and their number. */
const restartMs = 10_000;
const maxRestarts = 3;
/** Without signalling and without media, nothing will bring a call back after this long. */
const hopeMs = 30_000;

/** What has to be done about lost media. */
export interface MediaOrders {
  /** Look for another way: ICE restart by re-INVITE (RFC 8445 2.4). */
  readonly restart: (entry: CallEntry) => void;
  readonly giveUp: (entry: CallEntry) => void;
}

interface Seen {
  packets: number;
  /** When the last new packet was noticed, in epoch milliseconds. */
  at: number;
  restarts: number;
  restartAt: number;
  hopelessAt: number | null;
}

/**
 * Watches whether voices really arrive: what ICE and the exchange say is no proof. Runs only while
 * somebody talks.
 */
export class MediaWatch {
  readonly #calls: CallList;
  readonly #ports: PhonePorts;
  readonly #orders: MediaOrders;
  readonly #seen = new WeakMap<CallEntry, Seen>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(calls: CallList, ports: PhonePorts, orders: MediaOrders) {
    this.#calls = calls;
    this.#ports = ports;
    this.#orders = orders;
  }

  /** Starts and stops looking, as the calls want it. */
  follow(): void {
    const talking = this.#calls.calls.some(({ phase }) => phase === 'connected');
    if (talking === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = talking
      ? setInterval(() => {
          for (const entry of this.#calls.entries) void this.#look(entry);
        }, lookMs)
      : undefined;
  }

  async #look(entry: CallEntry): Promise<void> {
    if (entry.call.phase !== 'connected' || entry.media === null) return;
    const packets = await packetsReceived(entry.media.peerConnection).catch(() => 0);
    const now = this.#ports.now();
    const seen = this.#seen.get(entry) ?? {
      packets: -1,
      at: now,
      restarts: 0,
      restartAt: 0,
      hopelessAt: null,
    };
    this.#seen.set(entry, seen);
    // Who is on hold has nothing to say.
    const quiet = entry.call.hold !== 'active' || entry.call.heldByRemote;
    if (packets !== seen.packets || quiet) seen.at = now;
    seen.packets = packets;
    const failed = entry.media.peerConnection.connectionState === 'failed';
    if (failed || now - seen.at >= silenceMs) this.#lost(entry, seen, now);
    else this.#flows(entry, seen);
  }

  #flows(entry: CallEntry, seen: Seen): void {
    this.#calls.apply(entry, { type: 'mediaRestored' });
    seen.restarts = 0;
    seen.restartAt = 0;
    seen.hopelessAt = null;
  }

  #lost(entry: CallEntry, seen: Seen, now: number): void {
    if (entry.call.media === 'up') this.#ports.log('warn', 'no media arrive');
    this.#calls.apply(entry, { type: 'mediaLost' });
    if (entry.call.signalling === 'lost') {
      seen.hopelessAt ??= now + hopeMs;
      if (now >= seen.hopelessAt) this.#orders.giveUp(entry);
      return;
    }
    seen.hopelessAt = null;
    if (now < seen.restartAt || seen.restarts >= maxRestarts) return;
    seen.restarts += 1;
    seen.restartAt = now + restartMs;
    this.#orders.restart(entry);
  }
}

/** RTP packets of the far end so far. */
async function packetsReceived(connection: RTCPeerConnection): Promise<number> {
  let packets = 0;
  const report = await connection.getStats();
  report.forEach((entry: Readonly<Record<string, unknown>>) => {
    if (entry['type'] === 'inbound-rtp') packets += Number(entry['packetsReceived'] ?? 0);
  });
  return packets;
}
