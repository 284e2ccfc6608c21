import type { Bounds } from './place.ts';

/** A name for the monitors as they are plugged in now; the order in which the system lists them counts not. */
export function monitorSetOf(workAreas: readonly Bounds[]): string {
  return workAreas
    .map(({ x, y, width, height }) => `${width}x${height}@${x},${y}`)
    .sort()
    .join(' ');
}

/** What of a window has to be on a screen so that a person can take hold of it: a piece of its title bar. */
const grip = { width: 120, height: 32 };

/**
 * Where a window goes that was left at `saved`: there, if its title bar can be reached on one of the screens;
 * else as near as possible on the screen that shows most of it, or the first. Never larger than that screen.
 * @param workAreas of all displays, the primary first; at least one
 */
export function reachable(saved: Bounds, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const found = placed(saved, workAreas);
  // Made smaller, it may lie most of all on another screen. Sizes only shrink, so this comes to an end.
  const shrunk = found.width < saved.width || found.height < saved.height;
  return shrunk ? reachable(found, workAreas) : found;
}

function placed(saved: Bounds, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const best = workAreas.reduce((left, right) =>
    overlap(saved, right) > overlap(saved, left) ? right : left,
  );
  const width = Math.min(saved.width, best.width);
  const height = Math.min(saved.height, best.height);
  const titleBar = { ...saved, width, height: grip.height };
  const held = workAreas.some((area) => {
    const seen = intersection(titleBar, area);
    return seen.width >= Math.min(grip.width, width) && seen.height >= grip.height;
  });
  if (held) return { x: saved.x, y: saved.y, width, height };
  return {
    x: clamp(saved.x, best.x, best.x + best.width - width),
    y: clamp(saved.y, best.y, best.y + best.height - height),
    width,
    height,
  };
}

function intersection(left: Bounds, right: Bounds): Pick<Bounds, 'width' | 'height'> {
  const width = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const height = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  return { width: Math.max(0, width), height: Math.max(0, height) };
}

function overlap(left: Bounds, right: Bounds): number {
  const { width, height } = intersection(left, right);
  return width * height;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
