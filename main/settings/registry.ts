import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOfRegistry, valuesOfRegistryFile } from './registry-file.ts';

/** Where group policies of Windows write (assets/policy, ADMX). */
export const policyKey = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Amtsdraht';

/** Is there and can be read on every Windows; tells whether the registry can be read at all. */
const everywhere = 'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion';

/** Managed settings of the registry. */
export interface RegistryReading {
  readonly values: Record<string, unknown>;
  /** German sentence; null: read, or there are none. */
  readonly failure: string | null;
}

/**
 * Reads them; empty where there are none. `reg export` writes UTF-16, so umlauts arrive whatever the code page of
 * the console is. It ends in the same way where the key is missing and where it may not work at all (the policy
 * "Prevent access to registry editing tools" forbids it too), so a key that everybody has is asked for then.
 */
export function readRegistry(env = process.env): RegistryReading {
  const folder = mkdtempSync(join(tmpdir(), 'amtsdraht-policy-'));
  const file = join(folder, 'policy.reg');
  const program = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  const reg = (...args: string[]): void => {
    const options = { stdio: 'ignore', timeout: 5_000, windowsHide: true } as const;
    execFileSync(program, [...args, '/reg:64'], options);
  };
  try {
    reg('export', policyKey, file, '/y');
    const values = valuesOfRegistryFile(readFileSync(file, 'utf16le'), policyKey, env);
    return { values: settingsOfRegistry(values), failure: null };
  } catch {
    try {
      reg('query', everywhere, '/v', 'CurrentVersion');
      return { values: {}, failure: null };
    } catch (error) {
      // None where it ran and refused.
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const failure = `${policyKey}: reg.exe kann die Registrierung nicht lesen (${typeof code === 'string' ? code : 'verweigert'}); es gelten keine Vorgaben daraus.`;
      return { values: {}, failure };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
