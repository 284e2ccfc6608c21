import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsInForce, settingsLayerSchema } from '../../shared/settings/settings.ts';
import { readPolicy } from './policy.ts';
import { putAsideIfBroken } from '../files/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-settings-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('putAsideIfBroken', () => {
  const now = new Date('2026-11-24T08:00:00Z');

  it.each([
    ['half a file', '{"language": "d'],
    ['another type', '{"language": 7}'],
    ['an unknown key', '{"lnguage": "de"}'],
    ['an empty file', ''],
  ])('keeps %s aside with its content', (_what, content) => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, content);
    expect(putAsideIfBroken(file, settingsLayerSchema, now)).toContain(
      'settings.defekt-2026-11-24T08-00-00.000Z.json',
    );
    const [aside = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(content);
  });

  it('leaves a good file and an absent one alone', () => {
    const file = join(folder, 'settings.json');
    expect(putAsideIfBroken(file, settingsLayerSchema, now)).toBeNull();
    writeFileSync(file, '{"language": "en"}');
    expect(putAsideIfBroken(file, settingsLayerSchema, now)).toBeNull();
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});

describe('readPolicy', () => {
  it('reads managed settings and resolves paths from its own folder', () => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify({ packFolder: 'pack', extraCaFile: '/ca.pem' }));
    expect(readPolicy(file, true)).toEqual({
      ok: true,
      value: { packFolder: join(folder, 'pack'), extraCaFile: '/ca.pem' },
    });
  });

  it.each([
    ['an unencrypted registrar', { account: { registrars: ['ws://pbx'], user: 'a' } }, 'wss://'],
    [
      'a password',
      { account: { registrars: ['wss://pbx'], user: 'a', password: 'x' } },
      'password',
    ],
    ['an unknown key', { colour: 'red' }, 'colour'],
  ])('refuses %s and says where', (_what, policy, told) => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify(policy));
    const result = readPolicy(file, true);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).toContain(told);
  });

  it('misses a named file but not the managed place', () => {
    expect(readPolicy(join(folder, 'none.json'), true).ok).toBe(false);
    expect(readPolicy(join(folder, 'none.json'), false)).toEqual({ ok: true, value: {} });
  });
});

describe('settingsInForce', () => {
  it('lets the policy win over the user and the user over the default, key by key', () => {
    const settings = settingsInForce({ language: 'en', theme: 'dark' }, { theme: 'light' });
    expect(settings).toMatchObject({ language: 'en', theme: 'light', dtmf: 'rfc4733' });
  });
});
