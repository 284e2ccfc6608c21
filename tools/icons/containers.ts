/** A square picture; `size` in pixels. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/**
 * Windows icon of PNG entries (understood since Vista). Sizes that Windows does not ask for are left out.
 * Layout: ICONDIR (6 bytes), one ICONDIRENTRY (16 bytes) each, then the pictures.
 */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const chosen = pictures.filter(({ size }) => icoSizes.includes(size));
  const header = Buffer.alloc(6 + 16 * chosen.length);
  header.writeUInt16LE(1, 2); // type: icon
  header.writeUInt16LE(chosen.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of chosen.entries()) {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry); // 0 stands for 256
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4); // colour planes
    header.writeUInt16LE(32, entry + 6); // bits per pixel
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...chosen.map(({ png }) => png)]);
}

/** Names of the PNG entries that macOS knows, by size. */
const icnsTypes: Readonly<Record<number, string>> = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
};

/** macOS icon: `icns`, total length, then type, length and picture of each entry, all big-endian. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + data.length, 4);
    return Buffer.concat([head, data]);
  };
  const entries = pictures.flatMap(({ size, png }) => {
    const type = icnsTypes[size];
    return type === undefined ? [] : [chunk(type, png)];
  });
  return chunk('icns', Buffer.concat(entries));
}
