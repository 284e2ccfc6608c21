import { createPublicKey, verify } from 'node:crypto';

/** What a signature may be for; one for an update is worth nothing on a policy. */
export type SignedKind = 'update' | 'policy';

/**
 * The bytes that are signed (Ed25519, RFC 8032): kind and name of the file stand before its content, so that no
 * signed file can be passed off as another.
 */
export function signedBytes(kind: SignedKind, name: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`amtsdraht ${kind} 1\n${name}\n`), content]);
}

/**
 * Whether one of the keys has signed. During the change of a key a file carries two signatures, and desks know
 * two keys.
 * @param signatures text of the `.sig` file: one signature in Base64 a line
 * @param keys public keys as in the settings: SubjectPublicKeyInfo in Base64, the middle line of a `.pub.pem`
 */
export function isSigned(
  kind: SignedKind,
  name: string,
  content: Uint8Array,
  signatures: string,
  keys: readonly string[],
): boolean {
  const bytes = signedBytes(kind, name, content);
  const lines = signatures.split('\n').map((line) => line.trim());
  const given = lines.filter((line) => /^[A-Za-z0-9+/]{86}==$/.test(line)).slice(0, 8);
  return keys.some((key) => given.some((signature) => holds(key, bytes, signature)));
}

function holds(key: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const spki = { key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' } as const;
    const publicKey = createPublicKey(spki);
    if (publicKey.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, bytes, publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false; // no key
  }
}
