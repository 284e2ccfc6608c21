import type { PhonePorts } from '../../renderer/phone/sip/index.ts';
import { audioSdp, common, directionOf, reversed, type Direction } from './fake-sdp.ts';

/** Time until ICE has its first candidate, and until it has gathered all, in milliseconds. */
const firstCandidateMs = 5;
const gatheringMs = 120;

type SignalingState =
  'have-remote-pranswer' | 'stable' | 'have-local-offer' | 'have-remote-offer' | 'closed';

/** A microphone's or a caller's track, as far as mute and release are concerned. */
export class FakeTrack extends EventTarget {
  readonly kind = 'audio';
  enabled = true;
  readyState: 'live' | 'ended' = 'live';

  stop(): void {
    this.readyState = 'ended';
  }

  clone(): FakeTrack {
    const clone = new FakeTrack();
    clone.enabled = this.enabled;
    return clone;
  }

  /** The device is gone: ends by itself, which unlike stop() fires the event. */
  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

/** Digits in the audio stream. */
export class FakeDtmfSender {
  canInsertDTMF = true;
  toneBuffer = '';
  readonly inserted: string[] = [];

  insertDTMF(tones: string): void {
    this.inserted.push(tones);
  }
}

class FakeSender {
  track: FakeTrack | null;
  closed = false;
  readonly dtmf = new FakeDtmfSender();

  constructor(track: FakeTrack | null) {
    this.track = track;
  }

  replaceTrack(track: FakeTrack | null): Promise<void> {
    if (this.closed) return Promise.reject(invalidState('replaceTrack'));
    this.track = track;
    return Promise.resolve();
  }
}

class FakeTransceiver {
  direction: Direction;
  currentDirection: Direction | null = null;
  readonly sender: FakeSender;
  readonly receiver = { track: new FakeTrack() };

  constructor(direction: Direction, track: FakeTrack | null) {
    this.direction = direction;
    this.sender = new FakeSender(track);
  }
}

/**
 * The offer/answer side of a peer connection with one audio line. It is strict where Chromium is: a
 * description that does not fit the signalling state is refused, an answer must not say `actpass`, and
 * nothing works after close(). No media flows.
 */
export class FakePeerConnection extends EventTarget {
  signalingState: SignalingState = 'stable';
  iceGatheringState: 'new' | 'gathering' | 'complete' = 'new';
  connectionState: 'new' | 'connected' | 'failed' | 'closed' = 'new';
  ontrack: ((event: { readonly track: FakeTrack }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  silent = false;
  #packets = 0;
  #announced = false;
  /** Every description that was set, e.g. `local offer sendrecv`. */
  readonly history: string[] = [];
  readonly #transceivers: FakeTransceiver[] = [];
  #local: RTCSessionDescriptionInit | null = null;
  #stableLocal: RTCSessionDescriptionInit | null = null;
  #remoteOffer = '';
  #gathered = false;
  /** Candidates of the far end that were told one by one. */
  readonly added: string[] = [];
  /** Whether anything has been told about where the far end is: before that no packet can leave. */
  get knowsFarEnd(): boolean {
    return this.added.length > 0 || this.#remote.includes('a=candidate');
  }

  #remote = '';
  #version = 0;

  get localDescription(): { readonly type: string; readonly sdp: string } | null {
    if (this.#local === null) return null;
    const more = this.iceGatheringState === 'complete' ? tcpCandidate : '';
    const candidates = this.#gathered ? `${candidate}${more}` : '';
    return { type: this.#local.type, sdp: `${this.#local.sdp ?? ''}${candidates}` };
  }

  get remoteDescription(): { readonly sdp: string } | null {
    return this.#remote === '' ? null : { sdp: this.#remote };
  }

  /** Direction in force, as negotiated last. */
  get direction(): string | null {
    return this.#transceivers[0]?.currentDirection ?? null;
  }

  get dtmf(): FakeDtmfSender | undefined {
    return this.#transceivers[0]?.sender.dtmf;
  }

  /** The track that is being sent. */
  get sentTrack(): FakeTrack | null {
    return this.#transceivers[0]?.sender.track ?? null;
  }

  getTransceivers(): readonly FakeTransceiver[] {
    return this.#transceivers;
  }

  addTrack(track: FakeTrack): void {
    this.#mustBeOpen();
    // JSEP 5.3: a transceiver that a remote offer made is taken before a new one is added.
    const free = this.#transceivers.find(({ sender }) => sender.track === null);
    if (free === undefined) {
      this.#transceivers.push(new FakeTransceiver('sendrecv', track));
      return;
    }
    free.sender.track = track;
    free.direction = free.direction === 'recvonly' ? 'sendrecv' : 'sendonly';
  }

  addTransceiver(_kind: 'audio', { direction }: { readonly direction: Direction }): void {
    this.#mustBeOpen();
    this.#transceivers.push(new FakeTransceiver(direction, null));
  }

  createOffer(): Promise<RTCSessionDescriptionInit> {
    return this.#attempt(() => {
      if (this.signalingState === 'have-remote-offer') throw invalidState('createOffer');
      const direction = this.#transceivers[0]?.direction ?? 'inactive';
      return { type: 'offer' as const, sdp: audioSdp(direction, 'actpass', this.#nextVersion()) };
    });
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    return this.#attempt(() => {
      if (this.signalingState !== 'have-remote-offer') throw invalidState('createAnswer');
      const own = this.#transceivers[0]?.direction ?? 'inactive';
      const direction = common(own, reversed(directionOf(this.#remoteOffer)));
      return { type: 'answer' as const, sdp: audioSdp(direction, 'active', this.#nextVersion()) };
    });
  }

  setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    return this.#attempt(() => {
      const { type, sdp = '' } = description;
      if (type === 'rollback') {
        this.#rollback('have-local-offer');
        return;
      }
      if (type === 'offer') {
        if (this.signalingState === 'have-remote-offer') throw invalidState('local offer');
        this.signalingState = 'have-local-offer';
        this.#local = description;
      } else {
        if (this.signalingState !== 'have-remote-offer') throw invalidState('local answer');
        this.#local = description;
        this.#settle(directionOf(sdp));
      }
      this.history.push(`local ${type} ${directionOf(sdp)}`);
      this.#gather();
    });
  }

  setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    return this.#attempt(() => {
      if (type === 'rollback') {
        this.#rollback('have-remote-offer');
        return;
      }
      if (!sdp.includes('m=audio')) throw new DOMException('no audio', 'InvalidAccessError');
      this.#remote = sdp;
      if (type === 'offer') this.#takeOffer(sdp);
      else this.#takeAnswer(sdp, type === 'pranswer');
      this.history.push(`remote ${type} ${directionOf(sdp)}`);
    });
  }

  addIceCandidate({ candidate: told }: { readonly candidate: string }): Promise<void> {
    return this.#attempt(() => {
      this.added.push(told);
    });
  }

  getConfiguration(): RTCConfiguration {
    return {};
  }

  /** Voices arrive, unless a test lets them stop. */
  getStats(): Promise<ReadonlyMap<string, unknown>> {
    if (!this.silent) this.#packets += 50;
    const inbound = { type: 'inbound-rtp', packetsReceived: this.#packets };
    return Promise.resolve(new Map([['inbound', inbound]]));
  }

  /** New ways are asked for by the next offer. */
  restartIce(): void {
    this.history.push('ICE restart');
    this.iceGatheringState = 'new';
  }

  close(): void {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
    for (const { sender } of this.#transceivers) sender.closed = true;
  }

  /** What ICE reports by itself: `failed` after the media has been gone for long. */
  become(state: 'connected' | 'failed'): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  #takeOffer(sdp: string): void {
    if (this.signalingState !== 'stable') throw invalidState('remote offer');
    this.signalingState = 'have-remote-offer';
    this.#remoteOffer = sdp;
    if (this.#transceivers.length > 0) return;
    const transceiver = new FakeTransceiver('recvonly', null);
    this.#transceivers.push(transceiver);
    this.#announceTrack(transceiver);
  }

  #takeAnswer(sdp: string, provisional: boolean): void {
    const mayAnswer = ['have-local-offer', 'have-remote-pranswer'].includes(this.signalingState);
    if (!mayAnswer) throw invalidState('remote answer');
    if (sdp.includes('a=setup:actpass'))
      throw new DOMException('an answer must be active or passive', 'InvalidAccessError');
    const first = this.#transceivers[0];
    if (first?.currentDirection === null && !this.#announced) this.#announceTrack(first);
    if (provisional) {
      this.signalingState = 'have-remote-pranswer';
      this.#announced = true;
    } else this.#settle(reversed(directionOf(sdp)));
  }

  #announceTrack({ receiver }: FakeTransceiver): void {
    this.ontrack?.({ track: receiver.track });
  }

  #settle(direction: Direction): void {
    this.signalingState = 'stable';
    this.#stableLocal = this.#local;
    const [first] = this.#transceivers;
    if (first !== undefined) first.currentDirection = direction;
  }

  #rollback(from: SignalingState): void {
    if (this.signalingState !== from) throw invalidState('rollback');
    this.signalingState = 'stable';
    this.#local = this.#stableLocal;
    this.history.push('rollback');
  }

  #gather(): void {
    if (this.iceGatheringState !== 'new') return;
    this.iceGatheringState = 'gathering';
    setTimeout(() => {
      this.#gathered = true;
      this.#tell({ type: 'host', protocol: 'udp', address: '192.0.2.10' });
    }, firstCandidateMs);
    setTimeout(() => {
      this.iceGatheringState = 'complete';
      this.dispatchEvent(new Event('icegatheringstatechange'));
    }, gatheringMs);
  }

  #tell(found: {
    readonly type: string;
    readonly protocol: string;
    readonly address: string;
  }): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: found }));
  }

  async #attempt<Value>(action: () => Value): Promise<Value> {
    await Promise.resolve();
    this.#mustBeOpen();
    return action();
  }

  #mustBeOpen(): void {
    if (this.signalingState === 'closed') throw invalidState('closed');
  }

  #nextVersion(): number {
    this.#version += 1;
    return this.#version;
  }
}

/** All media of one phone, for the test to look at and to break. */
export class FakeMedia {
  readonly connections: FakePeerConnection[] = [];
  /** Every track that was handed out; a released microphone has only ended ones. */
  readonly microphones: FakeTrack[] = [];
  readonly heard: string[] = [];
  /** What was mixed for the parties of a conference, by the track that it became. */
  readonly mixes = new Map<FakeTrack, readonly FakeTrack[]>();
  /** Replace it to have no microphone, a slow one, or a broken one. */
  openMicrophone: () => Promise<FakeTrack | null> = () => Promise.resolve(new FakeTrack());

  get ports(): Pick<PhonePorts, 'createPeerConnection' | 'microphone' | 'mix' | 'onRemoteTrack'> {
    return {
      createPeerConnection: () => {
        const connection = new FakePeerConnection();
        this.connections.push(connection);
        return connection as unknown as RTCPeerConnection;
      },
      microphone: async () => {
        const track = await this.openMicrophone();
        if (track !== null) this.microphones.push(track);
        return track as unknown as MediaStreamTrack | null;
      },
      mix: (tracks) => {
        const mixed = new FakeTrack();
        this.mixes.set(mixed, tracks as unknown as readonly FakeTrack[]);
        const stop = (): void => {
          mixed.stop();
          this.mixes.delete(mixed);
        };
        return { track: mixed as unknown as MediaStreamTrack, stop };
      },
      onRemoteTrack: (callId) => {
        this.heard.push(callId);
      },
    };
  }

  /** The connection of the n-th call that had one. */
  connection(index = 0): FakePeerConnection {
    const connection = this.connections[index];
    if (connection === undefined) throw new Error('no media yet');
    return connection;
  }
}

const candidate = 'a=candidate:1 1 udp 2122260223 192.0.2.10 50000 typ host\r\n';
const tcpCandidate =
  'a=candidate:2 1 tcp 1518280447 192.0.2.10 9 typ host tcptype active\r\na=end-of-candidates\r\n';

function invalidState(what: string): DOMException {
  return new DOMException(`${what} does not fit the signalling state`, 'InvalidStateError');
}
