// A transfer of a whole state: larger than the memory that the import is given.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPack } from '../../../main/knowledge/index.ts';
import { packFiles, wedel, writeFolder } from './small-pack.ts';
import { areaOf, service, text, transfer, write } from './xzufi-samples.ts';

const root = join(import.meta.dirname, '../../..');
const megabytes = 110;
const heapMegabytes = 64;
let folder: string;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-large-'));
  base = await writeFolder(packFiles());
});
afterAll(async () => {
  for (const each of [folder, base]) await rm(each, { recursive: true, force: true });
});

/** One service of Wedel at the beginning and one at the end; all between them are about Hamburg. */
async function writeLargeFile(file: string): Promise<void> {
  const [head = '', foot = ''] = transfer('HIER').split('HIER');
  const foreign = transfer(
    write(service('0', text('06', 'Nicht hier. '.repeat(3_000)) + areaOf('020000000000'))),
  );
  const object = foreign.slice(head.length, foreign.length - foot.length);
  const own = (key: string): string => {
    const xml = transfer(write(service(key, areaOf(wedel))));
    return xml.slice(head.length, xml.length - foot.length);
  };
  const out = createWriteStream(file);
  out.write(head + own('1'));
  const count = Math.ceil((megabytes * 1_000_000) / object.length);
  for (let written = 0; written < count; written += 1)
    if (!out.write(object)) await once(out, 'drain');
  out.end(own('2') + foot);
  await once(out, 'close');
}

it('is read as a stream', async () => {
  const file = join(folder, 'land.xml');
  await writeLargeFile(file);
  expect((await stat(file)).size).toBeGreaterThan(100_000_000);
  const out = join(folder, 'out');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${heapMegabytes}`,
      'tools/knowledge.ts',
      ...['import', '--base', base, '--out', out, '--xzufi', file],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const pack = await loadPack(out);
  const ids = pack.ok ? pack.value.articles.map(({ id }) => id) : [];
  expect(ids).toEqual(expect.arrayContaining(['l1-1', 'l1-2']));
  expect(ids).not.toContain('l1-0');
}, 180_000);
