import { cp, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobFile, indexFile, refOf } from '../../../../main/knowledge/sync/format.ts';
import { writePart } from '../../../../tools/knowledge/publishing/write-part.ts';
import { article, elmshorn, wedel } from '../small-pack.ts';
import { filesOf, forgeRole } from './forge.ts';
import { Desk, Publisher, townPack } from './publisher.ts';

const day = 86_400_000;
const before = { wohngeld: 'Land eins', hund: 'Hund in Wedel', markt: 'Markt in Elmshorn' };
let publisher: Publisher;
let desk: Desk;
const copies: string[] = [];

async function copy(): Promise<string> {
  const folder = await publisher.copy();
  copies.push(folder);
  return folder;
}

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish(townPack());
  desk = await Desk.create(await publisher.anchor());
  await desk.sync(publisher.repository);
});
afterEach(async () => {
  await publisher.remove();
  await desk.remove();
  for (const folder of copies.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** The source is refused for this reason, in these words, and the desk keeps what it had. */
async function expectRefused(source: string, kind: string, words: RegExp, now = new Date()) {
  const { result, sentence } = await desk.sync(source, { now });
  expect({ result, says: await desk.says() }).toEqual({ result: kind, says: before });
  expect(sentence).toMatch(words);
}

describe('an attack leaves the stored pack in use and is told in German', () => {
  it('rollback: an older state after a newer one', async () => {
    const old = await copy();
    await publisher.publish(townPack('zwei'));
    await desk.sync(publisher.repository);
    const { result, sentence } = await desk.sync(old);
    expect(result).toBe('older');
    expect(sentence).toMatch(
      /„timestamp“ die Nummer 1 an, bekannt ist schon 2: ein veralteter Stand/,
    );
    expect(await desk.says()).toMatchObject({ wohngeld: 'Land zwei' });
  });

  it('freeze: the timestamp has expired', async () => {
    await expectRefused(
      publisher.repository,
      'expired',
      /„timestamp“ sind am .* abgelaufen/,
      new Date(Date.now() + 8 * day),
    );
  });

  it('wrong key: a whole repository by somebody else', async () => {
    const stranger = await Publisher.create();
    await stranger.publish(townPack('zwei'));
    await expectRefused(stranger.repository, 'unsigned', /Unterschriften für „timestamp“/);
    await stranger.remove();
  });

  it('wrong key: Wedel signed with the key of the county', async () => {
    await forgeRole(publisher.work, 'wedel', 'redaktion', () => undefined);
    await expectRefused(publisher.repository, 'unsigned', /Unterschriften für „wedel“/);
  });

  it('a delegation outside its prefix', async () => {
    await forgeRole(publisher.work, 'wedel', 'wedel', (signed) => {
      const targets = signed['targets'] as Record<string, unknown>;
      targets[`areas/${elmshorn}/index.json`] = targets[`areas/${wedel}/index.json`];
    });
    await expectRefused(
      publisher.repository,
      'outsideDelegation',
      /Der Schlüssel von „wedel“ hat „areas\/010560015015\/index.json“ unterschrieben/,
    );
  });

  it('a delegation that delegates further', async () => {
    await forgeRole(publisher.work, 'wedel', 'wedel', (signed) => {
      signed['delegations'] = { keys: {}, roles: [] };
    });
    await expectRefused(publisher.repository, 'inconsistent', /widerspricht/);
  });

  it('an article for Elmshorn and a line within the prefix of Wedel', async () => {
    const foreign = writePart(
      {
        area: wedel,
        manifest: null,
        lists: { lines: [] },
        articles: [article('fremd', 'Fremd', { area: elmshorn })],
      },
      0,
    );
    for (const [file, bytes] of foreign.files) await writeInto(file, bytes);
    const [hash, length] = foreign.index;
    await forgeRole(publisher.work, 'wedel', 'wedel', (signed) => {
      signed['targets'] = {
        [`areas/${wedel}/index.json`]: { hashes: { sha256: hash }, length },
      };
    });
    await expectRefused(
      publisher.repository,
      'content',
      /lines\.json: steht einem einzelnen Gebiet nicht zu; .*„fremd“ gilt nicht nur für das eigene Gebiet/,
    );
  });

  it('content that is signed and broken', async () => {
    const bytes = new TextEncoder().encode('{"format":1}');
    const [hash, length] = refOf(bytes);
    await writeInto(indexFile(wedel, hash), bytes);
    await forgeRole(publisher.work, 'wedel', 'wedel', (signed) => {
      signed['targets'] = { [`areas/${wedel}/index.json`]: { hashes: { sha256: hash }, length } };
    });
    await expectRefused(publisher.repository, 'inconsistent', /widerspricht/);
  });

  it('a source that is not there', async () => {
    await expectRefused(
      join(publisher.work, 'nirgends'),
      'unreachable',
      /nicht erreichbar: der Ordner „.*nirgends“ fehlt/,
    );
  });
});

describe('damage of any single file', () => {
  /** Damages each file of a new publication in turn; the desk has the old pack or all of the new one. */
  async function damageEach(damage: (path: string) => Promise<void>): Promise<Set<string>> {
    await publisher.publish(townPack('zwei'));
    const results = new Set<string>();
    const good = await copy();
    for (const file of await filesOf(good)) {
      const folder = await copy();
      await damage(join(folder, file));
      const fresh = await Desk.create(await publisher.anchor());
      await cp(desk.folder, fresh.folder, { recursive: true });
      const { result, sentence } = await fresh.sync(folder);
      results.add(result);
      const expected = result === 'updated' ? { ...before, wohngeld: 'Land zwei' } : before;
      expect([file, await fresh.says()]).toEqual([file, expected]);
      if (result !== 'updated') expect(sentence).toMatch(/^(Die|Der) .*\.$/);
      // The next sync from a good source heals whatever was left.
      expect(await fresh.sync(good)).toMatchObject({
        result: result === 'updated' ? 'unchanged' : 'updated',
      });
      await fresh.remove();
    }
    return results;
  }

  it('flipped bits', async () => {
    const results = await damageEach(async (path) => {
      const bytes = await readFile(path);
      const position = Math.floor(bytes.byteLength / 2);
      bytes[position] = (bytes[position] ?? 0) ^ 4;
      await writeFile(path, bytes);
    });
    // Files of the old state are not looked at, everything else is.
    expect([...results].sort()).toEqual(expect.arrayContaining(['damaged', 'updated']));
  }, 60_000);

  it('half files', async () => {
    const results = await damageEach(async (path) =>
      truncate(path, Math.floor((await readFile(path)).byteLength / 2)),
    );
    expect(results).toContain('damaged');
  }, 60_000);

  it('missing files', async () => {
    const results = await damageEach((path) => rm(path));
    expect(results).toContain('missing');
  }, 60_000);
});

describe('damage of the store on this machine', () => {
  it('a flipped bit in a shard falls back to the pack before, and a sync repairs it', async () => {
    await publisher.publish(townPack('zwei'));
    await desk.sync(publisher.repository);
    const changed = (await filesOf(publisher.repository)).filter((file) =>
      file.startsWith('blobs/'),
    );
    for (const file of changed) {
      const bytes = await readFile(join(publisher.repository, file));
      if (!bytes.includes('Land zwei')) continue;
      const hash = refOf(bytes)[0];
      expect(blobFile(hash)).toBe(file);
      await writeFile(join(desk.folder, 'blobs', hash.slice(0, 2), hash), 'kaputt');
    }
    expect(await desk.says()).toEqual(before);
    await desk.sync(publisher.repository);
    expect(await desk.says()).toMatchObject({ wohngeld: 'Land zwei' });
  });

  it.each(['current.json', 'confirmed.json'])('a broken %s costs nothing', async (name) => {
    await writeFile(join(desk.folder, name), '{"curr');
    expect(await desk.says()).toEqual(before);
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'unchanged' });
  });

  it('broken metadata are fetched again', async () => {
    for (const name of ['root.json', 'timestamp.json', 'snapshot.json', 'wedel.json'])
      await writeFile(join(desk.folder, 'generations', 'g00000001', name), 'kaputt');
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'renewed' });
    expect(await desk.says()).toEqual(before);
  });
});

async function writeInto(file: string, bytes: Uint8Array): Promise<void> {
  const path = join(publisher.repository, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
