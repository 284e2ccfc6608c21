/* eslint-disable @typescript-eslint/no-deprecated -- the fallback runtime (decision 0004) knows only the synchronous calls */
import { safeStorage } from 'electron';
import { openStoredPassword } from './stored-password.ts';

/** The SIP password, kept by the key store of the operating system or not at all. */
export interface Secrets {
  /** null: there is none and it has to be asked for. */
  readonly password: () => string | null;
  /** What the key store gives back; null: nothing, or there is none. */
  readonly stored: () => string | null;
  /** Says where it went: what the key store does not take lives until the app is closed, never in a file. */
  readonly setPassword: (password: string) => 'keyStore' | 'session';
  /** Whether this machine offers a key store. */
  readonly keyStore: boolean;
}

/**
 * @param folder profile folder; holds the encrypted password
 * @param fromEnvironment AMTSDRAHT_SIP_PASSWORD, for machines without a key store
 */
export function openSecrets(folder: string, fromEnvironment: string | undefined): Secrets {
  const kept = openStoredPassword(folder, {
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(bytes),
  });
  const keyStore = hasKeyStore();
  let session: string | null = null;
  return {
    keyStore,
    stored: () => (keyStore ? kept.read() : null),
    password: () => session ?? (keyStore ? kept.read() : null) ?? fromEnvironment ?? null,
    setPassword: (password) => {
      session = password;
      return keyStore && kept.write(password) ? 'keyStore' : 'session';
    },
  };
}

/**
 * Chromium's "basic_text" back end on Linux encrypts with a fixed password: that is plain text with
 * extra steps and counts as no key store.
 */
function hasKeyStore(): boolean {
  const backend =
    process.platform === 'linux' && typeof safeStorage.getSelectedStorageBackend === 'function'
      ? safeStorage.getSelectedStorageBackend()
      : null;
  return backend !== 'basic_text' && safeStorage.isEncryptionAvailable();
}
