import { rm } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../setup/run-command.ts';

/** How the packages will be signed, in one line per kind; the names of the variables are the documentation. */
export function signingPlan(env: NodeJS.ProcessEnv): string[] {
  const key = env['AMTSDRAHT_GPG_KEY'];
  const windows = env['WIN_CSC_LINK'] ?? env['CSC_LINK'];
  return [
    key === undefined
      ? 'SHA256SUMS: not signed (AMTSDRAHT_GPG_KEY is not set)'
      : `SHA256SUMS: signed by gpg with key ${key}`,
    windows === undefined
      ? 'Windows: not signed (CSC_LINK and CSC_KEY_PASSWORD are not set)'
      : 'Windows: signed with the certificate of CSC_LINK',
  ];
}

async function sign(folder: string, key: string, home: readonly string[]): Promise<void> {
  const sums = join(folder, 'SHA256SUMS');
  const gpg = (...args: string[]): Promise<string> =>
    mustRun('gpg', ['--batch', '--yes', ...home, ...args]);
  await gpg('--local-user', key, '--armor', '--detach-sign', '--output', `${sums}.asc`, sums);
  await gpg('--verify', `${sums}.asc`, sums);
}

/** Signs SHA256SUMS with the key of AMTSDRAHT_GPG_KEY, if it is set, and checks the signature. */
export async function signChecksums(folder: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const key = env['AMTSDRAHT_GPG_KEY'];
  if (key === undefined) return false;
  await sign(folder, key, []);
  return true;
}

/** Signs and verifies with a key that is made for this and thrown away: shows that the way works. */
export async function tryToSign(folder: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'amtsdraht-gpg-'));
  const at = ['--homedir', home];
  try {
    const unlocked = ['--batch', '--pinentry-mode', 'loopback', '--passphrase', ''];
    await mustRun('gpg', [
      ...unlocked,
      ...at,
      ...['--quick-generate-key', 'trial@amtsdraht.example', 'ed25519', 'sign', '1d'],
    ]);
    await sign(folder, 'trial@amtsdraht.example', at);
    await rm(join(folder, 'SHA256SUMS.asc'));
  } finally {
    await mustRun('gpgconf', ['--homedir', home, '--kill', 'all']).catch(() => undefined);
    await rm(home, { recursive: true, force: true });
  }
}
