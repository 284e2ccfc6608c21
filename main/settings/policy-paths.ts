import { posix, resolve, win32 } from 'node:path';
import type { SettingsLayer } from '../../shared/settings/settings.ts';
import type { JudgedPolicy } from './judge-policy.ts';

/** Settings that name a file or a folder of the machine. */
export const pathKeys = [
  'extraCaFile',
  'passwordFile',
  'packFolder',
  'knowledgeRootFile',
  'practiceFolder',
] as const satisfies readonly (keyof SettingsLayer)[];

/** Of this system or of another: a policy is signed on one machine and applies on many. */
const isWhole = (path: string): boolean =>
  posix.isAbsolute(path) || win32.isAbsolute(path) || path.startsWith('~/');
const isFolder = (source: string): boolean => !source.startsWith('https://');

/** For a policy file: relative paths count from its folder. */
export function withAbsolutePaths(layer: SettingsLayer, folder: string): SettingsLayer {
  const absolute = (path: string): string => (isWhole(path) ? path : resolve(folder, path));
  const paths = pathKeys.flatMap((key) => {
    const path = layer[key];
    return path === undefined ? [] : [[key, absolute(path)] as const];
  });
  const sources = layer.knowledgeSources?.map((source) =>
    isFolder(source) ? absolute(source) : source,
  );
  return {
    ...layer,
    ...Object.fromEntries(paths),
    ...(sources === undefined ? {} : { knowledgeSources: sources }),
  };
}

/**
 * For a policy that lies in no folder (registry, server): a relative path would count from wherever the program
 * happens to be started, so it is wrong.
 */
export function withoutRelativePaths({ layer, wrong }: JudgedPolicy, source: string): JudgedPolicy {
  const relative = [
    ...pathKeys.map((key) => [key, layer[key]] as const),
    ['knowledgeSources', layer.knowledgeSources?.find((each) => isFolder(each) && !isWhole(each))],
  ] as const;
  const faults = relative.flatMap(([key, path]) =>
    path === undefined || isWhole(path) ? [] : [[key, path] as const],
  );
  const left = Object.entries(layer).filter(([key]) => !faults.some(([fault]) => fault === key));
  return {
    layer: Object.fromEntries(left),
    wrong: [
      ...wrong,
      ...faults.map(
        ([key, path]) =>
          `${source}: ${key} ist ${JSON.stringify(path)}. Erwartet: ein ganzer Pfad ab der Wurzel oder dem Laufwerk. Statt „${key}“ gilt die Einstellung am Platz, sonst keine Vorgabe.`,
      ),
    ],
  };
}
