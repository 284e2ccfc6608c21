export { readPolicy } from './policy.ts';
export { openSecrets } from './secrets.ts';
export { openSettingsStore } from './settings-store.ts';
export { readUserSettings } from './user-settings.ts';
