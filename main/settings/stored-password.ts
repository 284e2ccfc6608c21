import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files/index.ts';

/** The key store of the operating system, as far as it encrypts for this user. Both may throw: locked, gone. */
export interface Cipher {
  readonly encrypt: (text: string) => Buffer;
  readonly decrypt: (bytes: Buffer) => string;
}

/** The password as it lies in the profile, encrypted. */
export interface StoredPassword {
  /** null: there is none, or the key store does not give it back. */
  readonly read: () => string | null;
  /** @returns whether it is kept; the password itself is never in the clear on the disk */
  readonly write: (password: string) => boolean;
}

/** @param folder profile folder */
export function openStoredPassword(folder: string, { encrypt, decrypt }: Cipher): StoredPassword {
  const file = join(folder, 'sip-password.encrypted');
  return {
    read: () => {
      try {
        return decrypt(readFileSync(file));
      } catch {
        return null;
      }
    },
    write: (password) => {
      try {
        writeWhole(file, encrypt(password));
        return true;
      } catch {
        return false; // A full disk or a locked key store must not keep the phone from starting.
      }
    },
  };
}
