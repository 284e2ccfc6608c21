import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import { Gathering } from './gathering.ts';
import { isHoldOffer, withholdCandidates, type Withheld } from './sdp.ts';

/** Several voices in one track. */
export interface Mix {
  readonly track: MediaStreamTrack;
  readonly stop: () => void;
}

export interface AudioDescriptionOptions {
  readonly createPeerConnection: () => RTCPeerConnection;
  readonly microphone: () => Promise<MediaStreamTrack | null>;
  readonly mix: (tracks: readonly MediaStreamTrack[]) => Mix;
  readonly onRemoteTrack: (track: MediaStreamTrack) => void;
  /** The far end's direction in its last description. */
  readonly onRemoteHold: (held: boolean) => void;
  readonly muted: boolean;
  readonly held: boolean;
}

/**
 * Offers and answers of one call: audio only, DTLS-SRTP, one peer connection. Stands in for SIP.js's
 * own handler, whose weak points it fences:
 *
 * - a refused re-INVITE is rolled back, so that the next one works (trap 11)
 * - the direction is set from our own hold state alone and the engine intersects it with the offer
 *   (RFC 8829 5.3.1): no one-way audio after a remote hold (14), no guess from the first `a=` line (15),
 *   no munged SDP (16), no options that stick to later answers (13)
 * - mute belongs to the handler, not to a track, and outlives every exchange of the track (18)
 * - a microphone that arrives after the call has ended is stopped at once (19)
 *
 * An answer can be made ready while it rings (`prepare`). Until SIP.js asks for it, the microphone's track
 * is disabled and the engine does not know where the far end is, so that not one packet leaves.
 *
 * Whoever is on hold does not get the agent's voice, whatever the exchange would do with it: what is said
 * in a consultation is not for the caller.
 */
export class AudioDescriptionHandler implements SessionDescriptionHandler {
  readonly #options: AudioDescriptionOptions;
  readonly #connection: RTCPeerConnection;
  #track: MediaStreamTrack | null = null;
  #prepared: Promise<void> | undefined;
  #muted: boolean;
  #closed = false;
  #gathering: Gathering;
  #restarting = false;
  #negotiating: 'answer' | 'offer' | null = null;
  /** The description made while it rings, until the agent answers. */
  #readiness: Readiness | null = null;
  /** False only while an answer is being made ready, or is. */
  #answered = true;
  #remoteTrack: MediaStreamTrack | null = null;
  /** The others of a conference, and what the far end gets instead of the microphone alone. */
  #voices: readonly MediaStreamTrack[] = [];
  #mix: Mix | null = null;
  /** Our side of hold: as it should be negotiated next, is being negotiated, and was negotiated last. */
  #held: boolean;
  #offeredHeld: boolean;
  #negotiatedHeld: boolean;

  constructor(options: AudioDescriptionOptions) {
    this.#options = options;
    this.#muted = options.muted;
    this.#held = options.held;
    this.#offeredHeld = options.held;
    this.#negotiatedHeld = options.held;
    this.#connection = options.createPeerConnection();
    this.#gathering = new Gathering(this.#connection);
    this.#connection.ontrack = ({ track }) => {
      if (this.#answered) options.onRemoteTrack(track);
      else this.#remoteTrack = track;
    };
  }

  get peerConnection(): RTCPeerConnection {
    return this.#connection;
  }

  /** What the far end sends. */
  get voice(): MediaStreamTrack | null {
    return this.#connection.getTransceivers()[0]?.receiver.track ?? null;
  }

  /** Takes effect with the next offer or answer, our silence at once; a rollback takes it back. */
  setHold(held: boolean): void {
    this.#held = held;
    this.#open();
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#open();
  }

  /**
   * Makes the answer to an offer ready, or without one our own offer (RFC 3261 13.2.1), and gathers all
   * candidates. Takes effect when SIP.js asks for the description, at the moment of the 200.
   * @throws when the offer or the microphone is no good; the handler is of no use then
   */
  async prepare(offer: string | null): Promise<void> {
    const { sdp, candidates } = withholdCandidates(offer ?? '');
    this.#answered = false;
    const made = this.#makeReady(offer === null ? null : sdp);
    this.#readiness = { offer, made, candidates };
    await made;
  }

  /** Conference: the far end hears these voices beside the agent's, muted or not; none: the agent alone. */
  async mixWith(voices: readonly MediaStreamTrack[]): Promise<void> {
    const same =
      voices.length === this.#voices.length && voices.every((one) => this.#voices.includes(one));
    if (same || this.#closed) return;
    this.#voices = voices;
    await this.#send();
  }

  /**
   * Another microphone for a call in progress; mute stays as it is. Stops the old track.
   * @returns whether the far end has to be told: there was none before, and we agreed on listening only
   */
  async replaceMicrophone(track: MediaStreamTrack): Promise<boolean> {
    if (this.#prepared === undefined) {
      // The first description will ask for a microphone itself, and get the new one.
      track.stop();
      return false;
    }
    // Otherwise the one that is being opened would stay open beside this one.
    await this.#prepared.catch(() => undefined);
    const old = this.#track;
    // An engine that is closed takes no track, and nobody else would stop this one.
    if (!this.#closed) {
      this.#track = track;
      this.#open();
      await this.#send();
      old?.stop();
    }
    if (this.#closed) track.stop();
    return old === null && !this.#closed;
  }

  /** What is being negotiated at this moment: an answer to the far end, an offer to it, or nothing. */
  get negotiating(): 'answer' | 'offer' | null {
    return this.#negotiating;
  }

  async getDescription(): Promise<BodyAndContentType> {
    this.#gathering.hurry();
    this.#negotiating ??= 'offer';
    try {
      if (this.#readiness !== null) await this.#release(this.#readiness);
      else await this.#describe();
    } finally {
      this.#negotiating = null;
    }
    return {
      body: this.#connection.localDescription?.sdp ?? '',
      contentType: 'application/sdp',
    };
  }

  async #describe(): Promise<void> {
    await this.#prepare();
    this.#offeredHeld = this.#held;
    this.#setDirection();
    const answering = this.#connection.signalingState === 'have-remote-offer';
    const description = answering
      ? await this.#connection.createAnswer()
      : await this.#connection.createOffer();
    // Later rounds reuse the candidates of the first; waiting again would delay the PBX (trap 13).
    const gather = this.#connection.localDescription === null || this.#restarting;
    if (this.#restarting && !answering) this.#gathering = new Gathering(this.#connection);
    this.#restarting = false;
    await this.#connection.setLocalDescription(description);
    if (gather) await this.#gathering.wait();
    if (answering) this.#negotiatedHeld = this.#offeredHeld;
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  async setDescription(sdp: string): Promise<void> {
    if (this.#closed) throw new Error('call has ended');
    if (this.#readiness?.offer === sdp) return;
    const { signalingState } = this.#connection;
    const answer =
      signalingState === 'have-local-offer' || signalingState === 'have-remote-pranswer';
    if (!answer) this.#negotiating = 'answer';
    await this.#connection.setRemoteDescription({ type: answer ? 'answer' : 'offer', sdp });
    if (answer) this.#negotiatedHeld = this.#offeredHeld;
    // Who agrees with our hold may say `inactive` without holding us.
    if (!answer || !this.#offeredHeld) this.#options.onRemoteHold(isHoldOffer(sdp));
  }

  /** What the far end lets be heard before it answers (RFC 3261 13.2.1, RFC 3960). */
  async setEarlyAnswer(sdp: string): Promise<void> {
    if (this.#closed || this.#connection.signalingState !== 'have-local-offer') return;
    await this.#connection.setRemoteDescription({ type: 'pranswer', sdp });
  }

  /** RFC 3264 4: a refused offer leaves the session as it was before (trap 11). */
  async rollbackDescription(): Promise<void> {
    this.#negotiating = null;
    this.setHold(this.#negotiatedHeld);
    if (this.#connection.signalingState === 'have-local-offer')
      await this.#connection.setLocalDescription({ type: 'rollback' });
    else if (this.#connection.signalingState === 'have-remote-offer')
      await this.#connection.setRemoteDescription({ type: 'rollback', sdp: '' });
  }

  /** Takes back an offer of ours that never went out; one of the far end stays. */
  async withdrawOffer(): Promise<void> {
    this.setHold(this.#negotiatedHeld);
    if (this.#connection.signalingState === 'have-local-offer')
      await this.#connection.setLocalDescription({ type: 'rollback' });
  }

  /** The next offer asks for new ways (RFC 8445 2.4); the old one serves until they are found. */
  restartIce(): void {
    this.#connection.restartIce();
    this.#restarting = true;
  }

  /** RFC 4733. @returns false when the digits cannot go out in the audio stream (trap 35) */
  sendDtmf(tones: string): boolean {
    const sender = this.#connection.getTransceivers()[0]?.sender.dtmf;
    if (sender?.canInsertDTMF !== true) return false;
    sender.insertDTMF(sender.toneBuffer + tones, 160, 70);
    return true;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#track?.stop();
    this.#mix?.stop();
    this.#connection.close();
  }

  /** The microphone is heard by a far end that talks with us, unless it is muted. */
  #open(): void {
    if (this.#track === null) return;
    this.#track.enabled = this.#answered && !this.#muted && !this.#held;
  }

  /** Gives the far end the microphone, or the mixture that it belongs to. */
  async #send(): Promise<void> {
    const old = this.#mix;
    const own = this.#track === null ? [] : [this.#track];
    this.#mix = this.#voices.length === 0 ? null : this.#options.mix([...own, ...this.#voices]);
    const [transceiver] = this.#connection.getTransceivers();
    await transceiver?.sender.replaceTrack(this.#mix?.track ?? this.#track);
    old?.stop();
  }

  /** Microphone first, then the one transceiver, exactly once whoever asks. */
  async #prepare(): Promise<void> {
    this.#prepared ??= this.#addMicrophone();
    await this.#prepared;
    if (this.#closed) throw new Error('call has ended');
  }

  async #addMicrophone(): Promise<void> {
    const track = await this.#options.microphone();
    if (track === null) {
      if (this.#connection.getTransceivers().length === 0)
        this.#connection.addTransceiver('audio', { direction: 'recvonly' });
      return;
    }
    if (this.#closed) {
      track.stop();
      return;
    }
    this.#track = track;
    this.#open();
    this.#connection.addTrack(track);
  }

  #setDirection(): void {
    const direction = this.#track === null ? 'recvonly' : 'sendrecv';
    const heldDirection = this.#track === null ? 'inactive' : 'sendonly';
    for (const transceiver of this.#connection.getTransceivers())
      transceiver.direction = this.#held ? heldDirection : direction;
  }

  async #makeReady(offer: string | null): Promise<void> {
    if (offer !== null) await this.#connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await this.#describe();
  }

  /** The agent has answered: what was made ready counts from now on, and media may find their way. */
  async #release(readiness: Readiness): Promise<void> {
    await readiness.made;
    this.#readiness = null;
    if (this.#closed) throw new Error('call has ended');
    this.#answered = true;
    this.#open();
    // First the 200 goes out: between here and there lie only promises, no timer.
    setTimeout(() => {
      this.#letMediaFlow(readiness.candidates);
    });
  }

  #letMediaFlow(candidates: readonly Withheld[]): void {
    if (this.#closed) return;
    for (const candidate of candidates)
      // One that makes no sense to the engine is one way less, nothing else.
      this.#connection.addIceCandidate(candidate).catch(() => undefined);
    if (this.#remoteTrack !== null) this.#options.onRemoteTrack(this.#remoteTrack);
  }
}

interface Readiness {
  /** The offer that it answers; null: it is an offer itself. */
  readonly offer: string | null;
  readonly made: Promise<void>;
  /** Where the far end can be reached; kept back until the agent answers. */
  readonly candidates: readonly Withheld[];
}
