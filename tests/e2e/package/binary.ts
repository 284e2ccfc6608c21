import { readFileSync } from 'node:fs';

/** Electron writes this before its fuses, so that tools find them (electron docs, "Electron Fuses"). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Order of the fuses in version 1 of the wire. */
const names = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
] as const;
export type Fuse = (typeof names)[number];

/** State of each fuse in the program file. @throws when the file has none */
export function readFuses(program: Buffer): Record<Fuse, 'on' | 'off' | 'removed'> {
  const at = program.indexOf(sentinel);
  if (at < 0) throw new Error('no fuses in this file');
  const first = at + sentinel.length + 2; // version and number of fuses
  const states = names.map((name, index) => {
    const state = String.fromCharCode(program[first + index] ?? 0);
    return [name, state === '1' ? 'on' : state === '0' ? 'off' : 'removed'] as const;
  });
  return Object.fromEntries(states) as Record<Fuse, 'on' | 'off' | 'removed'>;
}

interface Hardening {
  /** May be loaded anywhere in memory (ASLR). */
  readonly positionIndependent: boolean;
  readonly executableStack: boolean;
  /** Tables of the linker are read-only after the start. */
  readonly relro: boolean;
}

/** What the ELF header (64 bit, little endian) says about a program. */
export function elfHardening(program: Buffer): Hardening {
  const [tableAt, entrySize, entries] = [32, 54, 56].map((offset) => program.readUInt16LE(offset));
  const headers = Array.from({ length: entries ?? 0 }, (_, index) => {
    const at = (tableAt ?? 0) + index * (entrySize ?? 0);
    return { type: program.readUInt32LE(at), flags: program.readUInt32LE(at + 4) };
  });
  const stack = headers.find(({ type }) => type === 0x6474e551);
  return {
    positionIndependent: program.readUInt16LE(16) === 3,
    executableStack: stack === undefined || (stack.flags & 1) === 1,
    relro: headers.some(({ type }) => type === 0x6474e552),
  };
}

export const readProgram = (file: string): Buffer => readFileSync(file);
