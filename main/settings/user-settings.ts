import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsLayerSchema, type SettingsLayer } from '../../shared/settings/settings.ts';

/**
 * The user's settings as they stand, for tools that change nothing; a broken file is left for the application
 * to tell.
 * @param folder profile folder
 */
export function readUserSettings(folder: string): SettingsLayer {
  try {
    const text = readFileSync(join(folder, 'settings.json'), 'utf8');
    return settingsLayerSchema.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}
