import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFiles, wedel, writeFolder } from './small-pack.ts';
import { areaOf, service, transfer, write } from './xzufi-samples.ts';

const root = join(import.meta.dirname, '../../..');
let base = '';
let folder = '';
let good = '';
let broken = '';

beforeAll(async () => {
  base = await writeFolder(packFiles());
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-cli-'));
  good = join(folder, 'gut.xml');
  broken = join(folder, 'kaputt.xml');
  await writeFile(
    good,
    transfer(
      write(service('1', areaOf(wedel) + '<x:neu/>')) + write(service('2', areaOf('020000000000'))),
    ),
  );
  await writeFile(broken, '<leistung>');
});

afterAll(async () => {
  for (const path of [base, folder]) await rm(path, { recursive: true, force: true });
});

function knowledge(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['tools/setup/run.mjs', 'tools/knowledge.ts', ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('npm run knowledge -- import', () => {
  it('prints what it did, and makes a pack that the check accepts', () => {
    const out = join(folder, 'neu');
    const { status, stdout, stderr } = knowledge('import', '--base', base, '--out', out, good);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const line of [
      'XZuFi 2.2.0',
      'Gelesen: 2 leistung',
      `Geschrieben nach ${out}: 1 Artikel, 0 Übersetzungen`,
      'Ausgelassen:\n  1 × außerhalb des Gebiets\n',
      'gut.xml, Zeile 8: leistung L1_2',
      'Unbekannte Elemente: leistung/neu (1)',
    ])
      expect(stdout).toContain(line);
    expect(knowledge('check', '--pack', out)).toMatchObject({ status: 0, stderr: '' });
  });

  it('prints the same as JSON', () => {
    const out = join(folder, 'json');
    const { status, stdout } = knowledge('import', '--base', base, '--out', out, '--json', good);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      read: { leistung: 2 },
      written: { Artikel: 1 },
      skipped: [{ reason: 'außerhalb des Gebiets', count: 1, examples: [{ line: 8 }] }],
      unknownElements: { 'leistung/neu': 1 },
    });
  });

  it('replaces a folder only when told, and never with half of an import', async () => {
    const out = join(folder, 'alt');
    const call = (...args: string[]) => knowledge('import', '--base', base, '--out', out, ...args);
    expect(call(good).status).toBe(0);
    expect(call(good)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--replace') as string,
    });
    expect(call('--replace', broken)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `${broken}, Zeile 1: ist kein vollständiges XML: ein Element wird nicht oder falsch geschlossen\n`,
    });
    expect(await readdir(join(out, 'articles/xzufi'))).toEqual(['l1-1.md']);
    expect(call('--replace', good).status).toBe(0);
    expect((await readdir(folder)).filter((name) => /\.(neu|alt)-/.test(name))).toEqual([]);
  });

  it.each<[readonly string[], string]>([
    [['--out', 'x', 'x.xml'], '--base fehlt'],
    [['--base', 'x', 'x.xml'], '--out fehlt'],
    [['--base', 'x', '--out', 'y'], 'Es ist keine Datei zum Einlesen genannt.'],
    [
      ['--base', 'x', '--out', 'y', '--area', '0105', 'x.xml'],
      '--area braucht einen ARS mit 12 Ziffern',
    ],
    [['--bas', 'x'], 'Die Angabe --bas gibt es nicht.'],
  ])('called with %j explains itself', (args, expected) => {
    const { status, stdout, stderr } = knowledge('import', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).toContain('Aufruf:');
  });
});
