import { dirname } from 'node:path';
import { judgePolicy, type JudgedPolicy } from './judge-policy.ts';
import { readPolicyText } from './policy-file.ts';
import { withAbsolutePaths, withoutRelativePaths } from './policy-paths.ts';
import { policyKey, readRegistry } from './registry.ts';

/** Managed place of the policy on Linux and macOS; on Windows it is the registry. */
const managedPolicyFile = '/etc/amtsdraht/policy.json';

/** Managed settings and the file or registry key that they come from. */
export interface PolicyReading extends JudgedPolicy {
  readonly source: string;
}

/**
 * Reads managed settings: of the named file, else of the managed place of the operating system.
 * @param file from the command line; undefined: the managed place, which may be empty
 */
export function readPolicy(file: string | undefined, platform = process.platform): PolicyReading {
  if (file === undefined && platform === 'win32') return readPolicyOfRegistry();
  return readPolicyFile(file ?? managedPolicyFile, file !== undefined);
}

function readPolicyOfRegistry(): PolicyReading {
  const { values, failure } = readRegistry();
  const { layer, wrong } = withoutRelativePaths(judgePolicy(values, policyKey), policyKey);
  return { source: policyKey, layer, wrong: failure === null ? wrong : [failure, ...wrong] };
}

/** Relative paths in the file count from its folder. */
function readPolicyFile(file: string, required: boolean): PolicyReading {
  const none = (sentence: string): PolicyReading => ({
    source: file,
    layer: {},
    wrong: [sentence],
  });
  const read = readPolicyText(file);
  if ('failure' in read) {
    if (read.failure !== null) return none(read.failure);
    return required ? none(`${file}: Die Datei gibt es nicht.`) : { ...none(''), wrong: [] };
  }
  try {
    const { layer, wrong } = judgePolicy(JSON.parse(read.text), file);
    return { source: file, layer: withAbsolutePaths(layer, dirname(file)), wrong };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'kein JSON';
    return none(`${file}: kein lesbares JSON (${reason})`);
  }
}
