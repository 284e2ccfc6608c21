export { managedPolicyFile, readPolicy } from './policy.ts';
export { openSecrets, type Secrets } from './secrets.ts';
export { openSettingsStore, type SettingsStore } from './settings-store.ts';
