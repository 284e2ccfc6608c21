export { readManaged } from './managed.ts';
export { importPasswordFile, passwordFilePath } from './password-file.ts';
export { readPolicy, type PolicyReading } from './policy.ts';
export {
  judgeRemotePolicy,
  keepPolicy,
  keepPolicyAddress,
  policyAddress,
  readCachedPolicy,
  type SignedPolicy,
} from './remote-policy.ts';
export { openSecrets } from './secrets.ts';
export { openSettingsStore } from './settings-store.ts';
export { readUserSettings } from './user-settings.ts';
