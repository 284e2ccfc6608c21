/** Cap on waiting for ICE candidates, in milliseconds; the default of SIP.js is 5000 (trap 21). */
const limitMs = 500;
/** Candidates of all interfaces come in one burst; this long after the first, it is over. */
const burstMs = 20;

/**
 * Waits for ICE candidates. Unhurried (while it rings) for all of them; in a hurry only for the first
 * burst with a useful one, because Chromium goes on for another 100 ms with TCP candidates that no
 * exchange takes. Never longer than half a second: an interface may be dead.
 */
export class Gathering {
  readonly #connection: RTCPeerConnection;
  readonly #done: Promise<void>;
  #resolve: () => void = () => undefined;
  #useful = false;
  #hurried = false;

  /** Begins to listen; call before `setLocalDescription` starts the gathering. */
  constructor(connection: RTCPeerConnection) {
    this.#connection = connection;
    this.#done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') this.#resolve();
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (this.#useful || candidate === null || !this.#isUseful(candidate)) return;
      this.#useful = true;
      if (this.#hurried) setTimeout(this.#resolve, burstMs);
    });
  }

  async wait(): Promise<void> {
    const { iceGatheringState, localDescription } = this.#connection;
    // After an ICE restart it is still `complete` for a moment, from the last time.
    const found = localDescription?.sdp.includes('a=candidate') ?? false;
    if (iceGatheringState === 'complete' && found) return;
    const limit = setTimeout(this.#resolve, limitMs);
    await this.#done;
    clearTimeout(limit);
  }

  /** Somebody waits from now on. */
  hurry(): void {
    if (this.#hurried) return;
    this.#hurried = true;
    if (this.#useful) this.#resolve();
  }

  /** With STUN or TURN servers only what they have found reaches the other side; in the LAN any address does. */
  #isUseful({ type, protocol, address }: RTCIceCandidate): boolean {
    if (protocol === 'tcp') return false;
    const servers = this.#connection.getConfiguration().iceServers ?? [];
    if (servers.length > 0) return type === 'srflx' || type === 'relay';
    return !(address ?? '').endsWith('.local');
  }
}
