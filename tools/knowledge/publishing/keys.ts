import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Key, Signature } from '@tufjs/models';
import { sha256 } from '../../../main/knowledge/sync/format.ts';
import { ToolError } from '../../setup/tool-error.ts';

/** A key that can sign. */
export interface Signer {
  readonly keyId: string;
  /** SubjectPublicKeyInfo in Base64, as settings name keys. */
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => Signature;
}

/** Writes `FILE.key.pem` (secret, PKCS #8) and `FILE.pub.pem`; never over an existing file. */
export async function writeKeyPair(file: string, passphrase: string | null): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase }),
  });
  try {
    await writeFile(`${file}.key.pem`, secret, { mode: 0o600, flag: 'wx' });
    await writeFile(`${file}.pub.pem`, publicKey.export({ type: 'spki', format: 'pem' }), {
      flag: 'wx',
    });
  } catch (error) {
    throw new ToolError(`${file}: ${reasonOf(error)}`, 1);
  }
}

/** @param passphrase for encrypted keys; null: there is none */
export async function readSigner(file: string, passphrase: string | null): Promise<Signer> {
  const pem = await readPem(file);
  let secret: KeyObject;
  try {
    secret = createPrivateKey(passphrase === null ? pem : { key: pem, passphrase });
  } catch {
    throw new ToolError(
      `${file}: kein privater Schlüssel, oder die Passphrase (AMTSDRAHT_KEY_PASSPHRASE) fehlt oder ist falsch.`,
      1,
    );
  }
  const { keyID } = tufKey(createPublicKey(secret), file);
  return {
    keyId: keyID,
    publicKey: createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (bytes) => new Signature({ keyID, sig: sign(null, bytes, secret).toString('hex') }),
  };
}

export async function readPublicKey(file: string): Promise<Key> {
  const pem = await readPem(file);
  // Node would derive the public key from a secret one; it must not lie where public keys are collected.
  if (pem.includes('PRIVATE KEY'))
    throw new ToolError(
      `${file}: das ist der private Schlüssel; gebraucht wird die Datei .pub.pem.`,
      1,
    );
  try {
    return tufKey(createPublicKey(pem), file);
  } catch {
    throw new ToolError(`${file}: kein öffentlicher Ed25519-Schlüssel.`, 1);
  }
}

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ToolError(`${file}: ${reasonOf(error)}`, 1);
  }
}

/** Key as TUF writes it; its id is the hash of its canonical form (TUF specification 4.2). */
function tufKey(key: KeyObject, file: string): Key {
  const { x } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || typeof x !== 'string')
    throw new ToolError(`${file}: kein Ed25519-Schlüssel.`, 1);
  const hex = Buffer.from(x, 'base64url').toString('hex');
  const canonical = `{"keytype":"ed25519","keyval":{"public":"${hex}"},"scheme":"ed25519"}`;
  return new Key({
    keyID: sha256(new TextEncoder().encode(canonical)),
    keyType: 'ed25519',
    scheme: 'ed25519',
    keyVal: { public: hex },
  });
}

/** German reason for an error of the file system. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT') return 'fehlt.';
  if (code === 'EEXIST') return 'gibt es schon und wird nicht überschrieben.';
  if (code === 'EACCES' || code === 'EPERM') return 'darf nicht gelesen oder geschrieben werden.';
  return code;
}
