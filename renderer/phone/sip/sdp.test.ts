import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audioSdp } from '../../../tests/fakes/fake-sdp.ts';
import { isHoldOffer, withholdCandidates } from './sdp.ts';

describe('isHoldOffer', () => {
  it.each([
    ['sendonly', true],
    ['inactive', true],
    ['recvonly', false],
    ['sendrecv', false],
  ] as const)('%s: %s', (direction, held) => {
    expect(isHoldOffer(audioSdp(direction))).toBe(held);
  });

  it('trap 15: answer direction taken from the first a= line: here the line of the audio counts', () => {
    const audio = audioSdp('sendrecv');
    expect(isHoldOffer(audio.replace('m=audio', 'a=inactive\r\nm=audio'))).toBe(false);
    const video = 'm=video 0 UDP/TLS/RTP/SAVPF 96\r\na=inactive\r\n';
    expect(isHoldOffer(`${audio}${video}`)).toBe(false);
    expect(isHoldOffer(audio.replace('m=audio', `${video}m=audio`))).toBe(false);
  });

  it('a direction for the whole session counts where the audio has none', () => {
    const bare = audioSdp('sendrecv').replace('a=sendrecv\r\n', '');
    expect(isHoldOffer(bare)).toBe(false);
    expect(isHoldOffer(bare.replace('m=audio', 'a=sendonly\r\nm=audio'))).toBe(true);
  });
});

describe('withholdCandidates', () => {
  const first = 'candidate:1 1 udp 2130706431 192.0.2.1 10000 typ host';
  const second = 'candidate:2 1 udp 1694498815 198.51.100.1 10002 typ srflx';

  it('takes the candidates out, each with its line of media', () => {
    const offer = `${audioSdp()}a=${first}\r\na=end-of-candidates\r\nm=video 0 X 96\r\na=${second}\r\n`;
    expect(withholdCandidates(offer)).toEqual({
      sdp: `${audioSdp()}m=video 0 X 96\r\n`,
      candidates: [
        { candidate: first, sdpMLineIndex: 0 },
        { candidate: second, sdpMLineIndex: 1 },
      ],
    });
  });

  it('leaves no candidate of any medium, and nothing else out, whatever comes', () => {
    const line = fc.oneof(
      fc.constantFrom('v=0', 'm=audio 9 X 0', 'a=sendrecv', `a=${first}`, `a=${second}`, ''),
      fc.string(),
    );
    const end = fc.constantFrom('\r\n', '\n');
    fc.assert(
      fc.property(fc.array(line), end, (lines, lineEnd) => {
        const text = lines.join(lineEnd);
        const { sdp, candidates } = withholdCandidates(text);
        const media = sdp.slice(sdp.search(/^m=/m));
        if (/^m=/m.test(sdp)) expect(media).not.toMatch(/^a=candidate:/m);
        const kept = text.split('\n').filter((each) => !/^a=(candidate:|end-of-cand)/.test(each));
        for (const each of kept) expect(sdp).toContain(each);
        expect(candidates.every(({ sdpMLineIndex }) => sdpMLineIndex >= 0)).toBe(true);
      }),
    );
  });
});
