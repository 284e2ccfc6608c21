import type { SoundSettings } from '../../../shared/sound/sound-settings.ts';

type Codec = SoundSettings['codecs'][number];

/** Formats that need no `rtpmap` (RFC 3551 6); of those only the ones that a setting can name. */
const staticFormats: Readonly<Record<string, string>> = { '0': 'pcmu', '8': 'pcma', '9': 'g722' };

interface NarrowedOffer {
  readonly sdp: string;
  /** The allowed ones that the offer has, in its own order; all allowed ones where it has none of them. */
  readonly codecs: readonly Codec[];
}

/**
 * The far end's offer with the allowed codecs alone; digits (telephone-event) stay. The order stays the far end's,
 * as RFC 3264 6.1 recommends: an exchange knows what its caller brings and what it can translate.
 *
 * Chromium answers with the codecs it was told to prefer, but sends with the first one of the offer that it knows,
 * also one that is not in its answer (against RFC 3264 6.1); an exchange drops what was not agreed on.
 * @returns the offer as it was where none of the codecs is in it: the engine's refusal tells why
 */
export function narrowOffer(sdp: string, allowed: readonly Codec[]): NarrowedOffer {
  const sections = sdp.split(/(?<=\n)(?=m=)/);
  const narrowed = sections.map((section) =>
    section.startsWith('m=audio ') ? narrowAudio(section, allowed) : section,
  );
  const audio = narrowed.find((part) => typeof part !== 'string');
  return {
    sdp: narrowed.map((part) => (typeof part === 'string' ? part : part.sdp)).join(''),
    codecs: audio?.codecs ?? allowed,
  };
}

function narrowAudio(section: string, allowed: readonly Codec[]): NarrowedOffer | string {
  const [media = '', ...attributes] = section.split(/(?<=\n)/);
  const [, head = '', list = '', end = ''] =
    /^(m=audio \S+ \S+)((?: \S+)*)(\s*)$/.exec(media) ?? [];
  const formats = list.trim().split(' ');
  const names = new Map(formats.map((format) => [format, staticFormats[format] ?? '']));
  for (const line of attributes) {
    const [, format = '', name = ''] = /^a=rtpmap:(\d+) ([^/\s]+)/.exec(line) ?? [];
    if (names.has(format)) names.set(format, name.toLowerCase());
  }
  const voices = formats.flatMap((format) =>
    allowed.filter((codec) => names.get(format) === codec).map((codec) => ({ format, codec })),
  );
  if (voices.length === 0) return section;
  const events = formats.filter((format) => names.get(format) === 'telephone-event');
  const kept = [...voices.map(({ format }) => format), ...events];
  const gone = new Set(formats.filter((format) => !kept.includes(format)));
  const ofGone = (line: string): boolean =>
    gone.has(/^a=(?:rtpmap|fmtp|rtcp-fb):(\d+)\s/.exec(line)?.[1] ?? '');
  const lines = [`${head} ${kept.join(' ')}${end}`, ...attributes.filter((line) => !ofGone(line))];
  return { sdp: lines.join(''), codecs: [...new Set(voices.map(({ codec }) => codec))] };
}
