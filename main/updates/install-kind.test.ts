import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installKind } from './install-kind.ts';

let folder: string;
let image: string;
let installed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-kind-'));
  image = join(folder, 'a.AppImage');
  writeFileSync(image, '');
  installed = join(folder, 'Programs', 'amtsdraht');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'Uninstall Amtsdraht.exe'), '');
});
afterAll(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const linux = (env: Record<string, string>): unknown =>
  installKind({ platform: 'linux', packaged: true, env, program: '/opt/Amtsdraht/amtsdraht' });
const windows = (program: string, env: Record<string, string> = {}): unknown =>
  installKind({
    platform: 'win32',
    packaged: true,
    env: { LOCALAPPDATA: folder, ...env },
    program,
  });

it('only what belongs to the user replaces itself', () => {
  expect(linux({ APPIMAGE: image })).toEqual({ kind: 'appImage', file: image });
  expect(windows(join(installed, 'Amtsdraht.exe'))).toEqual({ kind: 'windowsUser' });
});

it.each<[string, () => unknown, string]>([
  ['a package of the house', () => linux({}), 'managed'],
  ['an AppImage that is gone', () => linux({ APPIMAGE: `${image}.gone` }), 'managed'],
  ['a Windows machine installation', () => windows('/programs/Amtsdraht.exe'), 'managed'],
  [
    'a portable program',
    () => windows(join(installed, 'Amtsdraht.exe'), { PORTABLE_EXECUTABLE_FILE: 'x' }),
    'portable',
  ],
  [
    'an unpacked archive',
    () => windows(join(folder, 'Programs', 'other', 'Amtsdraht.exe')),
    'portable',
  ],
])('%s does not', (_what, kind, reason) => {
  expect(kind()).toEqual({ kind: 'fixed', reason });
});

it('a program that runs from its sources does not', () => {
  const kind = installKind({
    platform: 'linux',
    packaged: false,
    env: { APPIMAGE: image },
    program: '',
  });
  expect(kind).toEqual({ kind: 'fixed', reason: 'notInstalled' });
});
