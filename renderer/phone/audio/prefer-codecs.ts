import type { SoundSettings } from '../../../shared/sound/sound-settings.ts';

/** The part of a codec that ordering looks at (RTCRtpCodecCapability). */
interface Capability {
  readonly mimeType: string;
}

/**
 * Codecs in the order of the setting; what it does not name is not offered. Digits (telephone-event) stay,
 * everything else that is no voice (RED, comfort noise) goes.
 * @returns empty when the engine knows none of them: then its own order is the better one
 */
export function preferred<Codec extends Capability>(
  capabilities: readonly Codec[],
  order: readonly SoundSettings['codecs'][number][],
): readonly Codec[] {
  const named = (name: string): readonly Codec[] =>
    capabilities.filter(({ mimeType }) => mimeType.toLowerCase() === `audio/${name}`);
  const voices = order.flatMap(named);
  return voices.length === 0 ? [] : [...voices, ...named('telephone-event')];
}
