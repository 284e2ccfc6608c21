import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOfRegistry, valuesOfRegistryFile } from './registry-file.ts';

/** Where group policies of Windows write (assets/policy, ADMX). */
export const policyKey = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Amtsdraht';

/**
 * Managed settings of the registry; empty where there are none. `reg export` writes UTF-16, so umlauts
 * arrive whatever the code page of the console is.
 */
export function readRegistry(): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'amtsdraht-policy-'));
  const file = join(folder, 'policy.reg');
  try {
    const program = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
    execFileSync(program, ['export', policyKey, file, '/y', '/reg:64'], {
      stdio: 'ignore',
      timeout: 5_000,
      windowsHide: true,
    });
    return settingsOfRegistry(valuesOfRegistryFile(readFileSync(file, 'utf16le'), policyKey));
  } catch {
    return {}; // reg fails where the key is not there
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
