/**
 * Bytes of a 32-bit Windows library that exports these names and can do nothing. makensis reads no more of a
 * plug-in than its list of names (Microsoft, "PE Format": headers, one section, export directory).
 */
export function standInPlugin(library: string, names: readonly string[]): Buffer {
  const sorted = [...names].sort();
  const pointers = 40;
  const ordinals = pointers + 8 * sorted.length;
  const strings = ordinals + 2 * sorted.length;
  const texts = [`${library}.dll`, ...sorted].map((text) => Buffer.from(`${text}\0`, 'latin1'));
  const textAt = texts.map((_, index) =>
    texts.slice(0, index).reduce((at, { length }) => at + length, sectionAddress + strings),
  );
  const exports = Buffer.alloc(strings);
  exports.writeUInt32LE(textAt[0] ?? 0, 12);
  exports.writeUInt32LE(1, 16); // first ordinal
  exports.writeUInt32LE(sorted.length, 20);
  exports.writeUInt32LE(sorted.length, 24);
  exports.writeUInt32LE(sectionAddress + pointers, 28);
  exports.writeUInt32LE(sectionAddress + pointers + 4 * sorted.length, 32);
  exports.writeUInt32LE(sectionAddress + ordinals, 36);
  sorted.forEach((_, index) => {
    exports.writeUInt32LE(sectionAddress, pointers + 4 * index);
    exports.writeUInt32LE(textAt[index + 1] ?? 0, pointers + 4 * (sorted.length + index));
    exports.writeUInt16LE(index, ordinals + 2 * index);
  });
  const section = Buffer.concat([exports, ...texts]);
  return Buffer.concat([headers(section.length), section]);
}

const sectionAddress = 0x1000;
const headerSize = 0x200;
const optionalSize = 224;

function headers(size: number): Buffer {
  const bytes = Buffer.alloc(headerSize);
  const [pe, coff, optional] = [64, 68, 88];
  bytes.write('MZ');
  bytes.writeUInt32LE(pe, 60);
  bytes.write('PE\0\0', pe, 'latin1');
  bytes.writeUInt16LE(0x014c, coff); // i386
  bytes.writeUInt16LE(1, coff + 2); // sections
  bytes.writeUInt16LE(optionalSize, coff + 16);
  bytes.writeUInt16LE(0x2102, coff + 18); // executable 32-bit library
  bytes.writeUInt16LE(0x010b, optional); // PE32
  bytes.writeUInt32LE(0x1000, optional + 32); // alignment in memory
  bytes.writeUInt32LE(headerSize, optional + 36); // and in the file
  bytes.writeUInt32LE(sectionAddress + 0x1000, optional + 56);
  bytes.writeUInt32LE(headerSize, optional + 60);
  bytes.writeUInt32LE(16, optional + 92); // directories, exports first
  bytes.writeUInt32LE(sectionAddress, optional + 96);
  bytes.writeUInt32LE(size, optional + 100);
  const table = optional + optionalSize;
  bytes.write('.edata', table);
  bytes.writeUInt32LE(size, table + 8);
  bytes.writeUInt32LE(sectionAddress, table + 12);
  bytes.writeUInt32LE(size, table + 16);
  bytes.writeUInt32LE(headerSize, table + 20);
  bytes.writeUInt32LE(0x40000040, table + 36);
  return bytes;
}
