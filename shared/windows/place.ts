/** A rectangle on the desktop, in device-independent pixels; x and y may be negative. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 16;

/**
 * Where a small window of this size belongs on a display: bottom right, where messages are looked for;
 * inside the work area even if that is smaller than the window.
 */
export function cornerOf(workArea: Bounds, size: Pick<Bounds, 'width' | 'height'>): Bounds {
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  return {
    x: Math.max(workArea.x, workArea.x + workArea.width - width - margin),
    y: Math.max(workArea.y, workArea.y + workArea.height - height - margin),
    width,
    height,
  };
}
