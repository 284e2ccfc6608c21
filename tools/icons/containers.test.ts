import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../setup/paths.ts';
import { icnsOf, icoOf } from './containers.ts';

const picture = (size: number) => ({ size, png: Buffer.from(`png ${size}`) });

it('an ico finds each picture at the place that its entry names', () => {
  const pictures = [picture(16), picture(256), picture(512)];
  const ico = icoOf(pictures);
  expect(ico.readUInt16LE(4)).toBe(2);
  const entries = [0, 1].map((index) => {
    const [length, offset] = [ico.readUInt32LE(14 + 16 * index), ico.readUInt32LE(18 + 16 * index)];
    return { size: ico[6 + 16 * index], png: ico.toString('utf8', offset, offset + length) };
  });
  expect(entries).toEqual([
    { size: 16, png: 'png 16' },
    { size: 0, png: 'png 256' },
  ]);
});

it('an icns names its whole length and skips sizes that macOS does not know', () => {
  const icns = icnsOf([picture(16), picture(48)]);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(icns.toString('latin1', 8, 12)).toBe('icp4');
  expect(icns.includes('png 48')).toBe(false);
});

it('the committed icons are containers of these kinds', () => {
  const read = (name: string): Buffer => readFileSync(join(root, 'assets', 'build', name));
  expect(read('icon.ico').readUInt16LE(4)).toBe(7);
  const icns = read('icon.icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
});
