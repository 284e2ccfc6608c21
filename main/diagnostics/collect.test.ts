import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { logLines, writeZip } from './collect.ts';

it('writes an archive that other programs read, and takes the log in its order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amtsdraht-zip-'));
  try {
    const [current, old] = [join(folder, 'a.log'), join(folder, 'a.1.log')];
    writeFileSync(current, 'zwei\ndrei\n');
    writeFileSync(old, 'eins\n');
    expect(logLines([current, old, join(folder, 'a.2.log')])).toEqual(['eins', 'zwei', 'drei']);
    const target = join(folder, 'd.zip');
    writeZip(target, new Map([['übersicht.txt', 'Größe']]), new Date('2026-11-25T09:00:00Z'));
    const entries = unzipSync(readFileSync(target));
    expect(Object.entries(entries).map(([name, data]) => [name, strFromU8(data)])).toEqual([
      ['amtsdraht-diagnose/übersicht.txt', 'Größe'],
    ]);
    expect(() => {
      writeZip(join(folder, 'none', 'd.zip'), new Map(), new Date());
    }).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
