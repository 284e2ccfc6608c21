import { describe, expect, it } from 'vitest';
import { preferred } from './prefer-codecs.ts';

/** As Chromium 114 lists them. */
const capabilities = [
  { mimeType: 'audio/opus' },
  { mimeType: 'audio/red' },
  { mimeType: 'audio/G722' },
  { mimeType: 'audio/PCMU' },
  { mimeType: 'audio/PCMA' },
  { mimeType: 'audio/CN' },
  { mimeType: 'audio/telephone-event' },
];

describe('preferred', () => {
  it.each([
    [
      ['opus', 'g722', 'pcma'],
      ['opus', 'G722', 'PCMA'],
    ],
    [
      ['pcma', 'opus'],
      ['PCMA', 'opus'],
    ],
    [['g722'], ['G722']],
  ] as const)('%j', (order, voices) => {
    expect(preferred(capabilities, [...order]).map(({ mimeType }) => mimeType)).toEqual(
      [...voices, 'telephone-event'].map((name) => `audio/${name}`),
    );
  });

  it('an engine without any of them keeps its own order', () => {
    expect(preferred([{ mimeType: 'audio/speex' }], ['opus'])).toEqual([]);
  });
});
