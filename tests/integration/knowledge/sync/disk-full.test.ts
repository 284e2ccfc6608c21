import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles, type Files } from '../../../../main/knowledge/sync/files.ts';
import { Desk, Publisher, townPack } from './publisher.ts';

let publisher: Publisher;
let desk: Desk;

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish(townPack());
  desk = await Desk.create(await publisher.anchor());
});
afterEach(async () => {
  await publisher.remove();
  await desk.remove();
});

/** A disk with room for so many files; half of the next one still fits, as on a real disk. */
function diskWithRoomFor(writes: number): { files: Files; full: () => boolean } {
  let left = writes;
  const noSpace = () =>
    Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' });
  return {
    full: () => left < 0,
    files: {
      ...diskFiles,
      write: async (path, bytes) => {
        left -= 1;
        if (left >= 0) return diskFiles.write(path, bytes);
        await diskFiles.write(`${path}.tmp`, bytes.subarray(0, bytes.byteLength / 2));
        throw noSpace();
      },
      makeFolder: async (folder) => {
        if (left < 0) throw noSpace();
        await diskFiles.makeFolder(folder);
      },
    },
  };
}

describe('a full disk', () => {
  it('at the n-th file, for every n, leaves the old pack, says so, and heals', async () => {
    await desk.sync(publisher.repository);
    await publisher.publish(townPack('zwei'));
    let failures = 0;
    for (let room = 0; ; room += 1) {
      const disk = diskWithRoomFor(room);
      const { result, sentence } = await desk.sync(publisher.repository, { files: disk.files });
      if (!disk.full()) {
        expect(await desk.says()).toMatchObject({ wohngeld: 'Land zwei' });
        break;
      }
      failures += 1;
      // What comes after the switch (when was it confirmed?) may fail with the new pack in use.
      expect(result).toBe('storage');
      expect(sentence).toBe(
        'Das Wissenspaket lässt sich nicht speichern: der Speicherplatz ist voll.',
      );
      expect(['Land eins', 'Land zwei']).toContain((await desk.says())?.['wohngeld']);
    }
    expect(failures).toBeGreaterThan(5);
  });

  it('at the very first synchronisation leaves nothing that looks like a pack', async () => {
    const { files } = diskWithRoomFor(3);
    expect((await desk.sync(publisher.repository, { files })).result).toBe('storage');
    expect(await desk.says()).toBeNull();
    expect((await desk.sync(publisher.repository)).result).toBe('updated');
  });
});
