import type { SoundSettings } from '../../../shared/sound/sound-settings.ts';
import { narrowOffer } from './narrow-offer.ts';
import { preferred } from './prefer-codecs.ts';

type Codec = SoundSettings['codecs'][number];

/** What of the settings a connection needs. */
type VoiceSettings = Pick<SoundSettings, 'codecs' | 'markVoice'>;

/**
 * A peer connection that offers the codecs of the settings in their order, answers and sends with no others, and asks the network to
 * carry voice first: `networkPriority` high is DSCP EF for audio (RFC 8837 5, W3C webrtc-priority).
 */
export class VoiceConnection extends RTCPeerConnection {
  readonly #settings: VoiceSettings;
  /** What the far end's last offer has of the settings' codecs, in its order. */
  #offered: readonly Codec[];

  constructor(configuration: RTCConfiguration, settings: VoiceSettings) {
    super(configuration);
    this.#settings = settings;
    this.#offered = settings.codecs;
    if (settings.markVoice)
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') void this.#mark();
      });
  }

  override createOffer(): Promise<RTCSessionDescriptionInit> & Promise<void> {
    this.#prefer(this.#settings.codecs);
    return super.createOffer() as Promise<RTCSessionDescriptionInit> & Promise<void>;
  }

  override createAnswer(): Promise<RTCSessionDescriptionInit> & Promise<void> {
    this.#prefer(this.#offered);
    return super.createAnswer() as Promise<RTCSessionDescriptionInit> & Promise<void>;
  }

  override setRemoteDescription(
    description: RTCSessionDescriptionInit,
  ): Promise<void> & Promise<undefined> {
    const set = (given: RTCSessionDescriptionInit): Promise<void> & Promise<undefined> =>
      super.setRemoteDescription(given) as Promise<void> & Promise<undefined>;
    if (description.type !== 'offer') return set(description);
    const { sdp, codecs } = narrowOffer(description.sdp ?? '', this.#settings.codecs);
    this.#offered = codecs;
    return set({ type: 'offer', sdp });
  }

  #prefer(order: readonly Codec[]): void {
    const capabilities = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
    const codecs = preferred(capabilities, order);
    if (codecs.length === 0) return;
    for (const transceiver of this.getTransceivers())
      if (transceiver.currentDirection !== 'stopped') transceiver.setCodecPreferences([...codecs]);
  }

  /** The mark is best effort: a network or system that refuses it carries the voice all the same. */
  async #mark(): Promise<void> {
    for (const sender of this.getSenders()) {
      const parameters = sender.getParameters();
      for (const encoding of parameters.encodings) encoding.networkPriority = 'high';
      await sender.setParameters(parameters).catch(() => undefined);
    }
  }
}
