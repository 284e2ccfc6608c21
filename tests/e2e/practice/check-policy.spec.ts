import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxArguments } from '../../../tools/setup/electron-arguments.ts';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { root } from '../../../tools/setup/paths.ts';
import { runCommand } from '../../../tools/setup/run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-check-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const fakeDevices = '--use-fake-device-for-media-stream';

test.each<[string, object, string, 0 | 1, RegExp]>([
  [
    'all is well',
    { language: 'en' },
    fakeDevices,
    0,
    /in Ordnung {2}Mikrofon vorhanden[^]*Alles in Ordnung/,
  ],
  [
    'the microphone is another one',
    { microphone: { label: 'Jabra Link' } },
    fakeDevices,
    1,
    /FEHLER.*Mikrofon „Jabra Link“ vorhanden: Es ist nicht angeschlossen\. Vorhanden: „Fake/,
  ],
  [
    'the named microphone is there',
    { microphone: { label: 'Fake Audio Input' } },
    fakeDevices,
    0,
    /in Ordnung {2}Mikrofon „Fake Audio Input“/,
  ],
  ['there is no microphone', {}, '--disable-audio-input', 1, /kein Mikrofon angeschlossen/],
  [
    'pack and practice calls are not there and a value is wrong',
    { packFolder: 'none', practiceFolder: 'none', theme: 'pink' },
    fakeDevices,
    1,
    /FEHLER.*theme ist "pink"[^]*FEHLER.*Wissenspaket[^]*FEHLER.*Übungsanrufe \/.*none\/scenarios.yaml[^]*3 Fehler/,
  ],
])('--check-policy tells when %s', async (_what, policy, devices, code, told) => {
  const file = join(folder, 'policy.json');
  await writeFile(file, JSON.stringify(policy));
  const { executable } = await electronRuntime();
  const own = ['--user-data', join(folder, 'profile'), '--check-policy', '--policy', file];
  const args = [...sandboxArguments(), devices, root, ...own];
  const run = await runCommand(executable, args, { limit: 20_000 });
  expect(run.output).toMatch(told);
  expect(run.code).toBe(code);
});
