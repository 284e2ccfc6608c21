import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installedVersion, watchInstalledVersion } from './installed-version.ts';

let folder: string;
const install = (content: string): void => {
  writeFileSync(join(folder, 'new'), content);
  renameSync(join(folder, 'new'), join(folder, 'sbom.cdx.json'));
};
const bill = (version: string): string =>
  JSON.stringify({ metadata: { component: { name: 'amtsdraht', version } }, components: [] });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-installed-'));
  install(bill('1.0.0'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

it.each([
  ['a bill of materials', bill('1.2.3'), '1.2.3'],
  ['half a file', '{"metadata":', null],
  ['another form', '{"metadata":{}}', null],
])('reads the version from %s', (_what, content, version) => {
  install(content);
  expect(installedVersion(folder)).toBe(version);
});

it('tells each change once, nothing in the middle of an upgrade, and when it is taken back', () => {
  vi.useFakeTimers();
  const told: (string | null)[] = [];
  const stop = watchInstalledVersion(folder, '1.0.0', (version) => {
    told.push(version);
  });
  const steps: readonly string[] = ['1.0.0', '', '1.1.0', '1.1.0', '', '1.0.0'];
  for (const version of steps) {
    install(version === '' ? 'half' : bill(version));
    vi.advanceTimersByTime(10 * 60_000);
  }
  stop();
  install(bill('2.0.0'));
  vi.advanceTimersByTime(10 * 60_000);
  expect(told).toEqual(['1.1.0', null]);
});

it('notices an upgrade without waiting for the next look', async () => {
  const told: (string | null)[] = [];
  const stop = watchInstalledVersion(folder, '1.0.0', (version) => {
    told.push(version);
  });
  install(bill('1.1.0'));
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['1.1.0']);
  stop();
});
