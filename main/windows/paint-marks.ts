import { unreachable } from '../../shared/unreachable.ts';
import type { TrayMark } from './tray-picture.ts';

/** Blue, green, red, opacity, as bitmaps of the operating systems have them. */
type Colour = readonly [blue: number, green: number, red: number];
const green: Colour = [0x47, 0x7a, 0x00];
const amber: Colour = [0x00, 0x5c, 0x9e];
const grey: Colour = [0x59, 0x59, 0x59];
const red: Colour = [0x1c, 0x1c, 0xb8];
const white: Colour = [0xff, 0xff, 0xff];

/**
 * Puts the marks onto a square icon: below right the state (disc: ready, two bars: away, ring: off), above
 * right a disc for missed calls.
 * @param bitmap BGRA, four bytes a pixel, rows from the top; stays as it is
 */
export function paintMarks(
  bitmap: Uint8Array,
  size: number,
  { mark, missed }: { readonly mark: TrayMark; readonly missed: boolean },
): Uint8Array {
  const painted = Uint8Array.from(bitmap);
  const radius = size * 0.27;
  const at = { x: size - radius, y: size - radius };
  each(size, (x, y, offset) => {
    const colour = colourOf(mark, (x - at.x) / radius, (y - at.y) / radius);
    if (colour !== null) painted.set([...colour, 0xff], offset);
    const fromTop = Math.hypot((x - at.x) / radius, (y - radius) / radius);
    if (missed && fromTop <= 1) painted.set([...(fromTop > 0.8 ? white : red), 0xff], offset);
  });
  return painted;
}

/** Colour of the state's mark at a place of the unit disc; null: outside. */
function colourOf(mark: TrayMark, x: number, y: number): Colour | null {
  const distance = Math.hypot(x, y);
  if (distance > 1) return null;
  if (distance > 0.8) return white;
  switch (mark) {
    case 'ready':
      return green;
    case 'away':
      return Math.abs(Math.abs(x) - 0.33) < 0.2 && Math.abs(y) < 0.6 ? white : amber;
    case 'off':
      return distance < 0.4 ? white : grey;
    default:
      return unreachable(mark);
  }
}

function each(size: number, visit: (x: number, y: number, offset: number) => void): void {
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      visit(column + 0.5, row + 0.5, (row * size + column) * 4);
}
