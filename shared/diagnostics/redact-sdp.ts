import { addressKind, onlyKnown, shortNumber } from './vocabulary.ts';

const flags = new Set(
  'sendrecv sendonly recvonly inactive rtcp-mux rtcp-mux-only rtcp-rsize ice-lite end-of-candidates extmap-allow-mixed'.split(
    ' ',
  ),
);
const media = /^(?:audio|video|application|text|image)$/;
const protocol = /^(?:RTP\/AVP|RTP\/SAVP|RTP\/AVPF|RTP\/SAVPF|UDP\/TLS\/RTP\/SAVPF?)$/;
const codecs = /^(?:opus|G722|PCMA|PCMU|CN|telephone-event|GSM|G729|iLBC|speex|red)(?=\/|$)/i;
const candidateTypes = /^(?:host|srflx|prflx|relay)$/;

/**
 * A session description (RFC 8866) without addresses, names, keys and ports: media, codecs, direction, kinds of
 * ICE candidates. What is not known is hidden.
 */
export function redactSdp(body: string): string[] {
  return body
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [, type = '', value = ''] = /^([a-z])=(.*)$/.exec(line) ?? [];
      if (type === 'm') return `m=${mediaLine(value)}`;
      if (type === 'a') return `a=${attribute(value)}`;
      if (type === 'c') return `c=${addressKind(value.split(' ')[2] ?? '')}`;
      return 'vosituekbrz'.includes(type) && type !== '' ? `${type}=…` : '…';
    });
}

function mediaLine(value: string): string {
  const [kind = '', port = '', transport = '', ...formats] = value.split(' ');
  return [
    media.test(kind) ? kind : '…',
    // 0 refuses the stream, 9 says that ICE finds the port; others say nothing to a help desk.
    port === '0' || port === '9' ? port : '…',
    protocol.test(transport) ? transport : '…',
    ...formats.map((format) => (/^\d{1,3}$/.test(format) ? format : '…')),
  ].join(' ');
}

function attribute(value: string): string {
  if (flags.has(value)) return value;
  const [, name = '', rest = ''] = /^([a-z-]+):(.*)$/.exec(value) ?? [];
  const words = rest.split(' ');
  switch (name) {
    case 'rtpmap': {
      const [, codec = '', rate = ''] = /^([\w-]+)\/(\d{4,5}(?:\/\d)?)$/.exec(words[1] ?? '') ?? [];
      const known = codecs.test(codec) && clockRates.has(rate.split('/')[0] ?? '');
      return `rtpmap:${payload(words[0])} ${known ? `${codec}/${rate}` : '…'}`;
    }
    case 'fmtp':
    case 'rtcp-fb':
      return `${name}:${payload(words[0])} …`;
    case 'ptime':
    case 'maxptime':
      return `${name}:${shortNumber(rest)}`;
    case 'setup':
      return `setup:${onlyKnown(/^(?:actpass|active|passive|holdconn)$/.exec(rest)?.[0])}`;
    case 'fingerprint':
      return `fingerprint:${onlyKnown(/^sha-(?:1|256|384|512)(?= )/i.exec(rest)?.[0])} …`;
    case 'candidate':
      return `candidate:${candidate(rest)}`;
    default:
      return '…';
  }
}

const clockRates = new Set(['8000', '16000', '32000', '44100', '48000']);
const payload = (word: string | undefined): string =>
  /^\d{1,3}$/.test(word ?? '') ? (word ?? '') : '…';

/** Protocol, type and kind of address of an ICE candidate (RFC 8839 5.1); also without `candidate:`. */
export function candidate(value: string): string {
  const words = value.split(' ');
  const type = words[words.indexOf('typ') + 1] ?? '';
  return [
    onlyKnown(/^(?:udp|tcp)$/i.exec(words[2] ?? '')?.[0].toLowerCase()),
    candidateTypes.test(type) ? type : '…',
    addressKind(words[4] ?? ''),
  ].join(' ');
}
