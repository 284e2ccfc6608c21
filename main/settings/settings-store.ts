import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { settingsLayerSchema, type SettingsLayer } from '../../shared/settings/settings.ts';
import { putAsideIfBroken } from '../files/index.ts';

export interface SettingsStore {
  /** What the user set; never contains a value that does not parse. */
  readonly read: () => SettingsLayer;
  /** Changes single keys; null takes a key back to its default. */
  readonly change: (changes: {
    readonly [Key in keyof SettingsLayer]?: SettingsLayer[Key] | null;
  }) => void;
  /** Where the broken file was put aside and why it was; null when all is well. */
  readonly broken: string | null;
}

/**
 * User settings in `settings.json` of the profile folder. A file that cannot be read or does not fit
 * the schema is moved aside before the store opens, so nothing the user wrote is ever overwritten.
 */
export function openSettingsStore(folder: string, now: Date): SettingsStore {
  const file = join(folder, 'settings.json');
  const broken = putAsideIfBroken(file, settingsLayerSchema, now);
  const store = new ElectronStore<SettingsLayer>({ cwd: folder, name: 'settings' });
  return {
    broken,
    read: () => settingsLayerSchema.catch({}).parse(store.store),
    change: (changes) => {
      const next: Record<string, unknown> = { ...store.store };
      for (const [key, value] of Object.entries(changes))
        if (value === null) Reflect.deleteProperty(next, key);
        else if (value !== undefined) next[key] = value;
      store.store = settingsLayerSchema.parse(next);
    },
  };
}
