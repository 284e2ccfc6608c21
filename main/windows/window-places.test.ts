import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WindowPlaces, type WindowPlace } from './window-places.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-windows-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const place = (x: number): WindowPlace => ({
  bounds: { x, y: 0, width: 1280, height: 800 },
  maximized: false,
});

describe('WindowPlaces', () => {
  it('keeps a place for each set of monitors and each form, over a restart', () => {
    const places = new WindowPlaces(folder);
    places.keep('desk', 'whole', place(1));
    places.keep('desk', 'compact', place(2));
    places.keep('home', 'whole', place(3));
    places.keep('desk', 'whole', place(4));
    const again = new WindowPlaces(folder);
    expect(again.find('desk', 'whole')).toEqual(place(4));
    expect(again.find('desk', 'compact')).toEqual(place(2));
    expect(again.find('home', 'whole')).toEqual(place(3));
    expect(again.find('train', 'whole')).toBeNull();
  });

  it.each(['', '{', '[{"monitors":"desk"}]', '{"x":1}'])(
    'does without a broken file: %j',
    (text) => {
      writeFileSync(join(folder, 'windows.json'), text);
      const places = new WindowPlaces(folder);
      expect(places.find('desk', 'whole')).toBeNull();
      places.keep('desk', 'whole', place(1));
      expect(new WindowPlaces(folder).find('desk', 'whole')).toEqual(place(1));
    },
  );

  it('forgets the oldest sets and survives a folder that cannot be written', () => {
    const places = new WindowPlaces(join(folder, 'absent'));
    for (let monitor = 0; monitor < 30; monitor += 1)
      places.keep(String(monitor), 'whole', place(monitor));
    expect(places.find('0', 'whole')).toBeNull();
    expect(places.find('29', 'whole')).toEqual(place(29));
  });
});
