import { join } from 'node:path';
import { app } from 'electron';
import { settingsInForce } from '../../shared/settings/settings.ts';
import {
  crashDumps,
  diagnosticFiles,
  healthOf,
  logLines,
  ownNames,
  writeZip,
} from '../diagnostics/index.ts';
import { openSecrets, readManaged, readPolicy, readUserSettings } from '../settings/index.ts';
import { policyHealth } from './diagnostics-host.ts';
import { logFiles } from './log.ts';

/**
 * `--diagnostics FILE`: writes a diagnosis package of this profile without a window, also beside a running
 * application; what only that knows (registration, devices, trace) is missing.
 * @returns exit code: 0 written, 1 the place does not take it
 */
export function saveDiagnostics(file: string, policyFile: string | undefined): 0 | 1 {
  const profile = app.getPath('userData');
  const { source, layer: policy, wrong } = readManaged(readPolicy(policyFile), profile);
  const user = readUserSettings(profile);
  const secrets = openSecrets(profile, process.env['AMTSDRAHT_SIP_PASSWORD']);
  const at = new Date();
  const files = diagnosticFiles({
    at,
    health: healthOf({
      version: app.getVersion(),
      keyStore: secrets.keyStore,
      policy: policyHealth({ source, policy, wrong }),
      lastMessageAt: null,
    }),
    settings: settingsInForce(user, policy),
    policy,
    user,
    wrong,
    state: null,
    candidates: null,
    trace: [],
    crashes: crashDumps(app.getPath('crashDumps')),
    log: logLines(logFiles(join(profile, 'logs'))),
    secrets: [...ownNames(), secrets.password() ?? ''],
  });
  try {
    writeZip(file, files, at);
    process.stdout.write(`Diagnosepaket: ${file}\n`);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Das Diagnosepaket wurde nicht geschrieben: ${reason}\n`);
    return 1;
  }
}
