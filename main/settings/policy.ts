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
 * Reads managed settings of the managed place of the operating system, and of the named file what that leaves open:
 * whoever starts the application cannot take back what the machine fixes.
 * @param file from the command line; undefined: there is none
 * @param managedFile the managed place on Linux and macOS
 */
export function readPolicy(
  file: string | undefined,
  platform = process.platform,
  managedFile = managedPolicyFile,
): PolicyReading {
  const managed =
    platform === 'win32'
      ? readPolicyOfRegistry(file === undefined)
      : readPolicyFile(managedFile, false);
  if (file === undefined) return managed;
  const named = readPolicyFile(file, true);
  const fixes = Object.keys(managed.layer).length > 0;
  return {
    source: fixes ? `${managed.source}, ${named.source}` : named.source,
    layer: { ...named.layer, ...managed.layer },
    wrong: [...managed.wrong, ...named.wrong],
  };
}

/** @param alone whether nothing else says what is managed, if the registry cannot be read */
function readPolicyOfRegistry(alone: boolean): PolicyReading {
  const { values, failure } = readRegistry();
  const { layer, wrong } = withoutRelativePaths(judgePolicy(values, policyKey), policyKey);
  const told = failure !== null && alone ? [failure, ...wrong] : wrong;
  return { source: policyKey, layer, wrong: told };
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
