import type { SoundSettings } from '../../../shared/sound/sound-settings.ts';
import { preferred } from './prefer-codecs.ts';

/** What of the settings a connection needs. */
type VoiceSettings = Pick<SoundSettings, 'codecs' | 'markVoice'>;

/**
 * A peer connection that offers and answers with the codecs of the settings, and asks the network to
 * carry voice first: `networkPriority` high is DSCP EF for audio (RFC 8837 5, W3C webrtc-priority).
 */
export class VoiceConnection extends RTCPeerConnection {
  readonly #settings: VoiceSettings;

  constructor(configuration: RTCConfiguration, settings: VoiceSettings) {
    super(configuration);
    this.#settings = settings;
    if (settings.markVoice)
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') void this.#mark();
      });
  }

  override createOffer(): Promise<RTCSessionDescriptionInit> & Promise<void> {
    this.#prefer();
    return super.createOffer() as Promise<RTCSessionDescriptionInit> & Promise<void>;
  }

  override createAnswer(): Promise<RTCSessionDescriptionInit> & Promise<void> {
    this.#prefer();
    return super.createAnswer() as Promise<RTCSessionDescriptionInit> & Promise<void>;
  }

  #prefer(): void {
    const capabilities = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
    const codecs = preferred(capabilities, this.#settings.codecs);
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
