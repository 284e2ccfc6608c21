import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowOffer } from './narrow-offer.ts';

/** As an Asterisk writes it that likes the caller's codec best. */
const offer = [
  'v=0',
  'o=- 1 1 IN IP4 192.0.2.1',
  's=Asterisk',
  'c=IN IP4 192.0.2.1',
  't=0 0',
  'm=audio 26148 UDP/TLS/RTP/SAVPF 8 107 9 101 102',
  'a=setup:actpass',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:107 opus/48000/2',
  'a=fmtp:107 useinbandfec=1',
  'a=rtcp-fb:107 transport-cc',
  'a=rtpmap:101 telephone-event/8000',
  'a=fmtp:101 0-16',
  'a=rtpmap:102 telephone-event/48000',
  'a=ptime:20',
  '',
].join('\r\n');

const mediaLine = (sdp: string): string => /^m=audio.*$/m.exec(sdp)?.[0].trim() ?? '';

describe('narrowOffer', () => {
  it.each([
    [['opus'], '107 101 102', ['opus']],
    [['opus', 'pcma'], '8 107 101 102', ['pcma', 'opus']],
    // Without an rtpmap of its own (RFC 3551 6).
    [['g722'], '9 101 102', ['g722']],
    [['pcmu', 'g722'], '9 101 102', ['g722']],
    // None of them: as it was.
    [['pcmu'], '8 107 9 101 102', ['pcmu']],
  ] as const)('%j: %s', (allowed, formats, codecs) => {
    const narrowed = narrowOffer(offer, allowed);
    expect(mediaLine(narrowed.sdp)).toBe(`m=audio 26148 UDP/TLS/RTP/SAVPF ${formats}`);
    expect(narrowed.codecs).toEqual(codecs);
  });

  it('takes what is said of the others with them, and nothing else', () => {
    const lines = narrowOffer(offer, ['pcma']).sdp.split('\r\n');
    expect(offer.split('\r\n').filter((line) => !lines.includes(line))).toEqual([
      'm=audio 26148 UDP/TLS/RTP/SAVPF 8 107 9 101 102',
      'a=rtpmap:107 opus/48000/2',
      'a=fmtp:107 useinbandfec=1',
      'a=rtcp-fb:107 transport-cc',
    ]);
  });

  it('leaves other media and what is no description as they are', () => {
    const video = `${offer}m=video 0 UDP/TLS/RTP/SAVPF 8\r\na=rtpmap:8 VP8/90000\r\n`;
    expect(narrowOffer(video, ['opus']).sdp).toContain(
      'm=video 0 UDP/TLS/RTP/SAVPF 8\r\na=rtpmap:8 VP8/90000\r\n',
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('m=audio'));
        expect(narrowOffer(text, ['opus']).sdp).toBe(text);
      }),
    );
  });

  it('narrowed once is narrowed', () => {
    const names = fc.subarray(['opus', 'g722', 'pcma', 'pcmu'] as const, { minLength: 1 });
    fc.assert(
      fc.property(names, (allowed) => {
        const once = narrowOffer(offer, allowed);
        expect(narrowOffer(once.sdp, allowed)).toEqual(once);
      }),
    );
  });
});
