import { screen, type BrowserWindow } from 'electron';
import type { Bounds } from '../../shared/windows/place.ts';
import { monitorSetOf, reachable } from '../../shared/windows/reachable.ts';
import type { WindowForm, WindowPlaces } from './window-places.ts';

const compactSize = { width: 420, height: 760 };
const smallest: Readonly<Record<WindowForm, { width: number; height: number }>> = {
  whole: { width: 480, height: 480 },
  compact: { width: 360, height: 400 },
};
/** The window is quiet for this long before its place is written, in milliseconds. */
const settleMs = 400;

/** The desk's place on the monitors. */
export interface PlaceKeeper {
  /** Goes to where the desk was left in this form. */
  readonly take: (form: WindowForm) => void;
}

/**
 * Puts the desk where it was left with these monitors, and remembers where it is moved to. Monitors that come
 * and go move it as well; it is never left where nobody can reach it.
 */
export function keepPlace(window: BrowserWindow, places: WindowPlaces): PlaceKeeper {
  let form: WindowForm = 'whole';
  let monitors = '';
  let timer: NodeJS.Timeout | undefined;

  const take = (wanted: WindowForm): void => {
    if (window.isDestroyed()) return;
    form = wanted;
    const areas = workAreas();
    monitors = monitorSetOf(areas);
    const { width, height } = smallest[form];
    window.setMinimumSize(width, height);
    const saved = places.find(monitors, form);
    if (window.isMaximized()) window.unmaximize();
    const current = window.getNormalBounds();
    window.setBounds(reachable(saved?.bounds ?? firstBounds(form, current, areas[0]), areas));
    if (saved?.maximized === true) window.maximize();
  };
  const keep = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Monitors that went meanwhile have moved the window themselves; that is not where it was left.
      if (window.isDestroyed() || window.isMinimized() || monitorSetOf(workAreas()) !== monitors)
        return;
      const maximized = window.isMaximized();
      places.keep(monitors, form, { bounds: window.getNormalBounds(), maximized });
    }, settleMs);
  };
  const monitorsChanged = (): void => {
    if (monitorSetOf(workAreas()) !== monitors) take(form);
  };
  window.on('move', keep);
  window.on('resize', keep);
  screen.on('display-added', monitorsChanged);
  screen.on('display-removed', monitorsChanged);
  screen.on('display-metrics-changed', monitorsChanged);
  window.on('closed', () => {
    clearTimeout(timer);
    screen.off('display-added', monitorsChanged);
    screen.off('display-removed', monitorsChanged);
    screen.off('display-metrics-changed', monitorsChanged);
  });
  return { take };
}

/** The strip stands at the right edge, where it hides least of what is worked on. */
function firstBounds(form: WindowForm, current: Bounds, area: Bounds): Bounds {
  if (form === 'whole') return current;
  const height = Math.min(compactSize.height, area.height);
  return {
    x: area.x + area.width - compactSize.width,
    y: area.y + area.height - height,
    width: compactSize.width,
    height,
  };
}

/** Work areas of all displays, the primary first. */
function workAreas(): readonly [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}
