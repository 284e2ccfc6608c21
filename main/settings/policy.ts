import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SettingsLayer } from '../../shared/settings/settings.ts';
import { judgePolicy, type JudgedPolicy } from './judge-policy.ts';
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
  if (file === undefined && platform === 'win32')
    return { source: policyKey, ...judgePolicy(readRegistry(), policyKey) };
  return readPolicyFile(file ?? managedPolicyFile, file !== undefined);
}

/** Relative paths in the file count from its folder. */
function readPolicyFile(file: string, required: boolean): PolicyReading {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { source: file, layer: {}, wrong: required ? [`${file}: Datei nicht lesbar`] : [] };
  }
  try {
    const { layer, wrong } = judgePolicy(JSON.parse(text), file);
    return { source: file, layer: withAbsolutePaths(layer, dirname(file)), wrong };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'kein JSON';
    return { source: file, layer: {}, wrong: [`${file}: kein lesbares JSON (${reason})`] };
  }
}

function withAbsolutePaths(layer: SettingsLayer, folder: string): SettingsLayer {
  return {
    ...layer,
    ...(layer.extraCaFile === undefined ? {} : { extraCaFile: resolve(folder, layer.extraCaFile) }),
    ...(layer.passwordFile === undefined || layer.passwordFile.startsWith('~/')
      ? {}
      : { passwordFile: resolve(folder, layer.passwordFile) }),
    ...(layer.packFolder === undefined ? {} : { packFolder: resolve(folder, layer.packFolder) }),
    ...(layer.knowledgeRootFile === undefined
      ? {}
      : { knowledgeRootFile: resolve(folder, layer.knowledgeRootFile) }),
    ...(layer.knowledgeSources === undefined
      ? {}
      : {
          knowledgeSources: layer.knowledgeSources.map((source) =>
            source.startsWith('https://') ? source : resolve(folder, source),
          ),
        }),
  };
}
