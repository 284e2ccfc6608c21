import { readFileSync } from 'node:fs';

/** Text of a policy file, or why there is none. */
export type PolicyText =
  | { readonly text: string }
  /** German sentence; null: there is no such file. */
  | { readonly failure: string | null };

/** Reads a policy file as editors of Windows save it, too: UTF-8 or UTF-16, with a byte order mark. */
export function readPolicyText(file: string): PolicyText {
  try {
    return { text: decoded(readFileSync(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return { failure: null };
    return { failure: `${file}: nicht lesbar (${code}); es gelten keine Vorgaben daraus.` };
  }
}

function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (first === 0xfe && second === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  return withoutMark(bytes.toString('utf8'));
}

/** JSON begins without the mark that some editors put before it (RFC 8259 8.1). */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
