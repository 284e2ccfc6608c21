/* eslint-disable @typescript-eslint/no-deprecated -- the fallback runtime (decision 0004) knows only the synchronous calls */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';

/** The SIP password, kept by the key store of the operating system or not at all. */
export interface Secrets {
  /** null: there is none and it has to be asked for. */
  readonly password: () => string | null;
  /** What the key store gives back; null: nothing, or there is none. */
  readonly stored: () => string | null;
  /** Says where it went: without a key store it lives until the app is closed, never in a file. */
  readonly setPassword: (password: string) => 'keyStore' | 'session';
  /** Whether this machine offers a key store. */
  readonly keyStore: boolean;
}

/**
 * @param folder profile folder; holds the encrypted password
 * @param fromEnvironment AMTSDRAHT_SIP_PASSWORD, for machines without a key store
 */
export function openSecrets(folder: string, fromEnvironment: string | undefined): Secrets {
  const file = join(folder, 'sip-password.encrypted');
  const keyStore = hasKeyStore();
  let session: string | null = null;
  return {
    keyStore,
    stored: () => (keyStore ? readEncrypted(file) : null),
    password: () => session ?? (keyStore ? readEncrypted(file) : null) ?? fromEnvironment ?? null,
    setPassword: (password) => {
      session = password;
      if (!keyStore) return 'session';
      writeFileSync(file, safeStorage.encryptString(password), { mode: 0o600 });
      return 'keyStore';
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

function readEncrypted(file: string): string | null {
  try {
    return safeStorage.decryptString(readFileSync(file));
  } catch {
    return null;
  }
}
