import { ReadAbort } from '../abort.ts';

/** Bytes to look at for a byte order mark and the XML declaration. */
const sniffBytes = 256;

/** Encodings that XML files of administrations come in, by the name they use in the declaration. */
const encodings: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1252', 'windows-1252'],
]);

/**
 * Text of an XML file, in pieces. The byte order mark decides, then the declaration, else it is UTF-8
 * (XML 1.0, appendix F).
 * @throws ReadAbort for bytes that the encoding does not allow, or an encoding that is not supported
 */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Uint8Array = new Uint8Array();
  let decode: Decode | null = null;
  for await (const chunk of chunks) {
    if (decode !== null) {
      yield decode(chunk, false);
      continue;
    }
    held = joined(held, chunk);
    if (held.length < sniffBytes) continue;
    decode = decoderFor(held);
    yield decode(held, false);
  }
  yield decode === null ? decoderFor(held)(held, true) : decode(new Uint8Array(), true);
}

type Decode = (bytes: Uint8Array, last: boolean) => string;

function decoderFor(start: Uint8Array): Decode {
  const encoding = encodingOf(start);
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, last) => {
    try {
      return decoder.decode(bytes, { stream: !last });
    } catch {
      throw new ReadAbort(`ist nicht in ${encoding.toUpperCase()} gespeichert, wie angegeben`);
    }
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, sniffBytes));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1] ?? 'utf-8';
  const known = encodings.get(declared.toLowerCase());
  if (known === undefined)
    throw new ReadAbort(`die Zeichenkodierung „${declared.slice(0, 40)}“ wird nicht unterstützt`);
  // The declaration was read as single bytes, so it cannot be one of two bytes.
  return known.startsWith('utf-16') ? 'utf-8' : known;
}
