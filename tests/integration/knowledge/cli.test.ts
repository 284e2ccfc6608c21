import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { elmshorn, packFiles, state, wedel, writeFolder } from './small-pack.ts';

const root = join(import.meta.dirname, '../../..');
let good = '';
let broken = '';

beforeAll(async () => {
  good = await writeFolder(packFiles());
  broken = await writeFolder(packFiles().set('lines.json', '[{}]').set('notices.json', '['));
});

afterAll(async () => {
  for (const folder of [good, broken]) await rm(folder, { recursive: true, force: true });
});

/** The tool as npm starts it. */
function knowledge(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['tools/setup/run.mjs', 'tools/knowledge.ts', ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('npm run knowledge', () => {
  it('prints hits as one line of JSON', () => {
    const args = ['--municipality', wedel, '--json', 'Leistung hund'];
    const { status, stdout, stderr } = knowledge('search', '--pack', good, ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\[.*\]\n$/);
    const leika = '99102013000000';
    expect(JSON.parse(stdout)).toEqual([
      { id: 'hund', title: 'Leistung hund', leika, area: wedel, score: 1 },
      {
        id: 'wohngeld',
        title: 'Leistung wohngeld',
        leika,
        area: state,
        score: expect.any(Number) as number,
      },
    ]);
  });

  it('knows what is valid where, and how many are wanted', () => {
    const ids = (...args: string[]) => {
      const { stdout } = knowledge('search', '--pack', good, '--json', ...args, 'Leistung');
      return z
        .array(z.looseObject({ id: z.string() }))
        .parse(JSON.parse(stdout))
        .map(({ id }) => id);
    };
    expect(ids('--municipality', elmshorn)).toEqual(['wohngeld']);
    expect(ids()).toHaveLength(2);
    expect(ids('--limit', '1')).toHaveLength(1);
  });

  it('prints an empty array for no hits', () => {
    expect(knowledge('search', '--pack', good, '--json', 'qwertz')).toEqual({
      status: 0,
      stdout: '[]\n',
      stderr: '',
    });
  });

  it('prints a table for people', () => {
    const { stdout } = knowledge('search', '--pack', good, 'hund');
    expect(stdout).toContain('Leistung hund');
    expect(stdout).toContain('Wedel');
    expect(knowledge('search', '--pack', good, 'qwertz').stdout).toBe('Nichts gefunden.\n');
  });

  it('checks a pack', () => {
    expect(knowledge('check', '--pack', good)).toEqual({
      status: 0,
      stdout:
        'Kleines Paket, Stand 2026-11-24: 2 Artikel, 1 Leitungen, 1 Stellen, 5 Kommunen, keine Fehler.\n',
      stderr: '',
    });
    const { status, stdout, stderr } = knowledge('check', '--pack', broken);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('lines.json, Leitung 1, id: fehlt\n');
    expect(stderr).toContain('notices.json, Zeile 1: kein gültiges JSON\n');
  });

  it('says why a pack cannot be searched', () => {
    const { status, stdout, stderr } = knowledge(
      'search',
      '--pack',
      '/gibt/es/nicht',
      '--json',
      'x',
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: '/gibt/es/nicht: fehlt\n',
    });
  });

  it.each<[readonly string[], string]>([
    [[], 'Der Befehl fehlt.'],
    [['find'], 'Den Befehl „find“ gibt es nicht.'],
    [['search', 'x'], '--pack fehlt.'],
    [['search', '--pack', 'GOOD'], 'Der gesuchte Text fehlt.'],
    [['search', '--pack', 'GOOD', 'a', 'b'], 'Mehrere Wörter gehören in Anführungszeichen.'],
    [['check', '--pack', 'GOOD', 'x'], '„x“ gehört nicht zu check.'],
    [['search', '--pack', 'GOOD', '--limit', '0', 'x'], '--limit braucht eine Zahl von 1 bis 9999'],
    [
      ['search', '--pack', 'GOOD', '--municipality', '0105', 'x'],
      'einen ARS mit 12 Ziffern, nicht „0105“',
    ],
    [
      ['search', '--pack', 'GOOD', '--municipality', '010560099099', 'x'],
      'Der ARS 010560099099 steht nicht in municipalities.json dieses Pakets.',
    ],
    [['search', '--pak', 'GOOD', 'x'], 'Die Angabe --pak gibt es nicht.'],
    [['search', 'x', '--pack'], 'Zu --pack fehlt der Wert'],
  ])('called with %j explains itself', (args, expected) => {
    const { status, stdout, stderr } = knowledge(
      ...args.map((arg) => (arg === 'GOOD' ? good : arg)),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).toContain('Aufruf:');
  });
});
