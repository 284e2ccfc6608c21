// docs/betrieb/wissen.md, step by step: its commands are run as they stand there, its files are used.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk } from './publisher.ts';
import { settingsLayerSchema } from '../../../../shared/settings/settings.ts';

const root = join(import.meta.dirname, '../../../..');
/** The folder that the guide names. */
const named = '/srv/wissen';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-guide-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function run(script: string): string {
  const lines = [
    // `npm run knowledge -- …`, without npm's own start-up for each of two dozen commands.
    'npm() { shift 3; "$NODE" --disable-warning=ExperimentalWarning tools/knowledge.ts "$@"; }',
    script.replaceAll(named, folder),
  ];
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-euo', 'pipefail', '-c', lines.join('\n')],
    {
      cwd: root,
      encoding: 'utf8',
      // Started with a socket as its input, bash takes itself for a remote shell and reads its settings.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE: process.execPath,
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
        AMTSDRAHT_KEY_PASSPHRASE: 'ein langer Satz',
      },
    },
  );
  expect({ script, status, stderr }).toEqual({ script, status: 0, stderr: '' });
  return stdout;
}

it('does what it says', async () => {
  const guide = await readFile(join(root, 'docs', 'betrieb', 'wissen.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```(sh|json)\n([^]*?)^```$/gm)];
  let printed = '';
  await mkdir(join(folder, 'arbeit'));
  for (const [, kind, content = ''] of blocks)
    if (kind === 'sh') printed += run(content);
    else if (content.includes('"roles"'))
      await writeFile(join(folder, 'arbeit', 'plan.json'), content);
    else expect(settingsLayerSchema.parse(JSON.parse(content))).toHaveProperty('knowledgeSources');

  expect(printed.match(/alle Unterschriften gültig/g)).toHaveLength(3);
  expect(printed).toContain('~ Artikel hundesteuer-anmelden-wedel: ');
  // The desk trusts the first root, and comes along to what was published last, from the server and the stick.
  const trust = await readFile(join(folder, 'arbeit', 'repository', 'metadata', '1.root.json'));
  for (const source of ['www', 'stick/amtsdraht-wissen']) {
    const desk = await Desk.create(trust);
    expect(await desk.sync(join(folder, source))).toMatchObject({
      result: 'updated',
      sentence: '',
    });
    const says = await desk.says();
    expect(says?.['hundesteuer-anmelden-wedel']).toMatch(/bei uns in Wedel/i);
    await desk.remove();
  }
  expect(printed).toContain('Wissen für den Kreis Pinneberg: alle Unterschriften gültig');
}, 120_000);
