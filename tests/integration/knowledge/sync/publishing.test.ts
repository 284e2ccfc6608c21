import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { Updater } from 'tuf-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexSchema } from '../../../../main/knowledge/sync/format.ts';
import { article, wedel } from '../small-pack.ts';
import { readMetadata } from './forge.ts';
import { Desk, keyNames, planJson, Publisher, townPack } from './publisher.ts';

const day = 86_400_000;
let publisher: Publisher;
let desk: Desk;

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish(townPack());
  desk = await Desk.create(await publisher.anchor());
  await desk.sync(publisher.repository);
});
afterEach(async () => {
  await publisher.remove();
  await desk.remove();
});

const without = (...names: string[]) => keyNames.filter((name) => !names.includes(name));

describe('publishing', () => {
  it('lets Wedel change Wedel, with its own key only, and nobody else', async () => {
    const pack = townPack();
    const changed = {
      ...pack,
      articles: pack.articles.map((one) =>
        one.area === wedel ? { ...one, modules: { say: 'Neu in Wedel' } } : one,
      ),
    };
    const { roles } = await publisher.publish(changed, { keys: ['wedel', 'dienst'] });
    expect(roles).toEqual(['wedel']);
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'updated' });
    expect(await desk.says()).toMatchObject({ hund: 'Neu in Wedel', wohngeld: 'Land eins' });

    await expect(
      publisher.publish(townPack('zwei'), { keys: ['wedel', 'dienst'] }),
    ).rejects.toThrow('targets: 0 von 1 Unterschriften');
  });

  it('builds the same files from the same content', async () => {
    await publisher.stage(townPack());
    const { roles, snapshot } = await publisher.confirm();
    expect({ roles, snapshot }).toEqual({ roles: [], snapshot: 1 });
  });

  it('refuses what a desk would refuse, and the old state stays published', async () => {
    const pack = townPack('zwei');
    const twice = { ...pack, articles: [...pack.articles, article('hund', 'Doppelt')] };
    await publisher.stage(twice);
    await expect(publisher.confirm()).rejects.toThrow(
      /ein Arbeitsplatz würde es ablehnen: .*„hund“ ist schon vergeben/,
    );
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'unchanged' });
  });

  it('asks for as many signatures of the root as the plan says', async () => {
    await publisher.addKey('kreis-3');
    const plan = planJson();
    plan.roles.root.keys.push('kreis-3.pub.pem');
    await publisher.writePlan(plan);
    await expect(publisher.publish(townPack(), { keys: ['kreis-3', 'dienst'] })).rejects.toThrow(
      'root: 1 von 2 Unterschriften\nroot (bisherige Schlüssel): 0 von 2',
    );
  });
});

describe('a plan that is wrong', () => {
  const plan = planJson();
  it.each<[string, string | object, string]>([
    ['no JSON', '{\n"roles": ,\n}', 'plan.json, Zeile 2: kein gültiges JSON'],
    ['a role that is missing', { ...plan, roles: {} }, 'plan.json, roles, root: fehlt'],
    ['a key that is misspelt', { ...plan, area: [] }, 'plan.json: unbekannter Schlüssel „area“'],
    [
      'a threshold without keys',
      { ...plan, areas: plan.areas.map((area) => ({ ...area, threshold: 2 })) },
      'plan.json: wedel verlangt 2 Unterschriften, nennt aber nur 1 Schlüssel.',
    ],
    [
      'a town named twice',
      { ...plan, areas: [...plan.areas, ...plan.areas] },
      'plan.json: wedel (010560050050) steht zweimal darin.',
    ],
    [
      'a role that would be a file elsewhere',
      { ...plan, areas: plan.areas.map((area) => ({ ...area, role: '../root' })) },
      'plan.json, areas 1, role: hat nicht die verlangte Form',
    ],
  ])('%s is told in German with its place', async (_, content, sentence) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(publisher.work, 'plan.json'), text);
    await expect(publisher.stage(townPack('zwei'))).rejects.toThrow(sentence);
  });
});

describe('key rotation', () => {
  it('replaces the root keys: signed by the old and the new ones, desks follow', async () => {
    await publisher.addKey('kreis-3');
    await publisher.addKey('kreis-4');
    const plan = planJson();
    plan.roles.root.keys = ['kreis-3.pub.pem', 'kreis-4.pub.pem'];
    await publisher.writePlan(plan);
    const { roles } = await publisher.publish(townPack('zwei'), {
      keys: [...keyNames, 'kreis-3', 'kreis-4'],
    });
    expect(roles).toContain('root');
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'updated' });
    // The next root needs the new keys only.
    plan.roles.root.days = 300;
    plan.roles.targets.days = 90;
    await publisher.addKey('dienst-2');
    plan.roles.timestamp.keys = ['dienst-2.pub.pem'];
    await publisher.writePlan(plan);
    await publisher.publish(townPack('drei'), {
      keys: ['redaktion', 'dienst', 'dienst-2', 'kreis-3', 'kreis-4'],
    });
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'updated' });
    expect(await desk.says()).toMatchObject({ wohngeld: 'Land drei' });
    // A desk that was away for both rotations comes along, from the first root.
    const late = await Desk.create(await publisher.anchor());
    expect(await late.sync(publisher.repository)).toMatchObject({ result: 'updated' });
    await late.remove();
  });

  it('replaces the lost key of Wedel, which signs the same content again', async () => {
    await publisher.addKey('wedel-2');
    const plan = planJson();
    for (const area of plan.areas) area.keys = ['wedel-2.pub.pem'];
    await publisher.writePlan(plan);
    const { roles } = await publisher.publish(townPack(), {
      keys: [...without('wedel'), 'wedel-2'],
    });
    expect(roles).toEqual(['targets', 'wedel']);
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'renewed' });
    await expect(publisher.publish(townPackOfWedel(), { keys: keyNames })).rejects.toThrow(
      'wedel: 0 von 1 Unterschriften',
    );
  });

  it('lets a town leave; its articles go back to the county', async () => {
    await publisher.writePlan({ ...planJson(), areas: [] });
    await publisher.publish(townPack('zwei'), { keys: without('wedel') });
    expect(await desk.sync(publisher.repository)).toMatchObject({
      result: 'updated',
      sentence: '',
    });
    expect(await desk.says()).toMatchObject({ hund: 'Hund in Wedel' });
  });

  it('renews signatures in the last third of their life', async () => {
    const later = new Date(Date.now() + 125 * day);
    const { roles } = await publisher.publish(townPack(), { now: later });
    expect(roles).toEqual(['targets', 'wedel']);
    expect((await desk.sync(publisher.repository, { now: later })).result).toBe('renewed');
  });

  it('starts anew from another anchor that IT hands out', async () => {
    const successor = await Publisher.create();
    await successor.publish(townPack('neu'));
    const anchor = await successor.anchor();
    expect((await desk.sync(successor.repository)).result).toBe('unsigned');
    expect((await desk.sync(successor.repository, { anchor })).result).toBe('updated');
    expect(await desk.says()).toMatchObject({ wohngeld: 'Land neu' });
    await successor.remove();
  });
});

function townPackOfWedel() {
  const pack = townPack();
  return {
    ...pack,
    articles: pack.articles.map((one) => ({ ...one, title: `${one.title} neu` })),
  };
}

describe('another TUF client (tuf-js)', () => {
  let server: Server;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amtsdraht-tuf-'));
    server = createServer((request, response) => {
      readFile(join(publisher.repository, request.url ?? '')).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('accepts what we publish, delegations and rotation included', async () => {
    await writeFile(join(folder, 'root.json'), await publisher.anchor());
    await publisher.addKey('kreis-3');
    const plan = planJson();
    plan.roles.root.keys = ['kreis-1.pub.pem', 'kreis-3.pub.pem'];
    await publisher.writePlan(plan);
    await publisher.publish(townPack('zwei'), { keys: [...keyNames, 'kreis-3'] });
    const { port } = server.address() as AddressInfo;
    const updater = new Updater({
      metadataDir: folder,
      metadataBaseUrl: `http://127.0.0.1:${port}/metadata`,
      targetDir: folder,
      targetBaseUrl: `http://127.0.0.1:${port}/targets`,
    });
    await updater.refresh();
    for (const path of ['base/index.json', `areas/${wedel}/index.json`]) {
      const target = await updater.getTargetInfo(path);
      if (target === undefined) throw new Error(`${path} is not offered`);
      const file = await updater.downloadTarget(target, join(folder, 'index'));
      expect(indexSchema.parse(JSON.parse(await readFile(file, 'utf8')))).toMatchObject({
        format: 1,
      });
    }
    expect((await readMetadata(publisher.repository, '2.root.json')).signed.version).toBe(2);
  });
});
