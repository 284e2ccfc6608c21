import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { failure, success, type Result } from '../../shared/result.ts';
import { settingsLayerSchema, type SettingsLayer } from '../../shared/settings/settings.ts';

/** Managed place of the policy on Linux; on Windows the registry follows with the installers. */
export const managedPolicyFile = '/etc/amtsdraht/policy.json';

/**
 * Reads managed settings. Relative paths in it count from the policy file's folder.
 * @param required a file named on the command line must exist; the managed place may be empty
 * @returns the failure as file, place and reason, in German
 */
export function readPolicy(file: string, required: boolean): Result<SettingsLayer, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return required ? failure(`${file}: Datei nicht lesbar`) : success({});
  }
  try {
    const parsed = settingsLayerSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return failure(`${file}: ${z.prettifyError(parsed.error)}`);
    return success(withAbsolutePaths(parsed.data, dirname(file)));
  } catch (error) {
    return failure(`${file}: ${error instanceof Error ? error.message : 'kein JSON'}`);
  }
}

function withAbsolutePaths(layer: SettingsLayer, folder: string): SettingsLayer {
  return {
    ...layer,
    ...(layer.extraCaFile === undefined ? {} : { extraCaFile: resolve(folder, layer.extraCaFile) }),
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
