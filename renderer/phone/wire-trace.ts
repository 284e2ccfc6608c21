import type { PhoneDescription, TracedMessage } from '../../shared/diagnostics/health.ts';
import { createSipRedactor } from '../../shared/diagnostics/redact-sip.ts';
import { addressKind } from '../../shared/diagnostics/vocabulary.ts';

/** Longest message that is traced, in characters after redaction. */
const longest = 20_000;

/** Watches the wire: when the exchange spoke last, and, for a while and on demand, what was said. */
export class WireTrace {
  readonly #report: (message: TracedMessage) => void;
  readonly #now: () => number;
  #redact = createSipRedactor();
  #until: number | null = null;
  #lastMessageAt: number | null = null;

  /** @param report gets redacted messages only */
  constructor(report: (message: TracedMessage) => void, now: () => number) {
    this.#report = report;
    this.#now = now;
  }

  get lastMessageAt(): number | null {
    return this.#lastMessageAt;
  }

  /** @param until epoch milliseconds; null: stop */
  trace(until: number | null): void {
    if (this.#until === null) this.#redact = createSipRedactor();
    this.#until = until;
  }

  see(direction: TracedMessage['direction'], message: string): void {
    const at = this.#now();
    if (direction === 'in') this.#lastMessageAt = at;
    if (this.#until === null) return;
    if (at >= this.#until) this.#until = null;
    else this.#report({ at, direction, text: this.#redact(message).slice(0, longest) });
  }
}

/** How long candidates are gathered at most, in milliseconds. */
const gatheringMs = 2_000;

/** Kinds of the ICE candidates that this machine finds: protocol, type, kind of address. */
export async function candidateKinds(
  connect: () => RTCPeerConnection,
): Promise<PhoneDescription['candidates']> {
  const connection = connect();
  const kinds = new Set<string>();
  try {
    const complete = new Promise<void>((resolve) => {
      setTimeout(resolve, gatheringMs);
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve();
        else if (candidate.candidate !== '')
          kinds.add(
            `${candidate.protocol ?? '…'} ${candidate.type ?? '…'} ${addressKind(candidate.address ?? '')}`,
          );
      });
    });
    connection.createDataChannel('diagnostics');
    await connection.setLocalDescription();
    await complete;
  } finally {
    connection.close();
  }
  return [...kinds].sort();
}
