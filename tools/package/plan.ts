import { unreachable } from '../../shared/unreachable.ts';

export const targets = [
  'deb',
  'rpm',
  'tar.gz',
  'AppImage',
  'nsis',
  'portable',
  'msi',
  'zip',
  'dmg',
] as const;
export type Target = (typeof targets)[number];
export type System = 'linux' | 'win' | 'mac';

/** What the probes found. A string where something is missing says why, to stand behind "because". */
export interface Machine {
  readonly host: NodeJS.Platform;
  /** Version of the Electron for this machine; `trial`: not the one of package.json (decision 0004). */
  readonly electron: { readonly version: string; readonly trial: boolean };
  /** Whether Electron for other systems can be fetched. */
  readonly electronDownload: true | string;
  /** Whether electron-builder's own tools can be fetched. */
  readonly toolDownload: true | string;
  /** Programs on PATH among those that {@link programsOfInterest} lists. */
  readonly programs: ReadonlySet<string>;
  /** APPIMAGE_TOOLS_PATH is set. */
  readonly appImageTools: boolean;
}

export const programsOfInterest = ['7za', 'fpm', 'dpkg-deb', 'rpmbuild', 'wine'] as const;

export interface Step {
  readonly target: Target;
  readonly system: System;
  /** undefined: it can be built; else the reason why not. */
  readonly obstacle: string | undefined;
  /** Local programs that stand in for downloads. */
  readonly instead: readonly ('7za' | 'fpm' | 'fpm stand-in')[];
}

export function systemOf(target: Target): System {
  switch (target) {
    case 'deb':
    case 'rpm':
    case 'tar.gz':
    case 'AppImage':
      return 'linux';
    case 'nsis':
    case 'portable':
    case 'msi':
    case 'zip':
      return 'win';
    case 'dmg':
      return 'mac';
    default:
      return unreachable(target);
  }
}

/** For each wanted package: can this machine build it, with what, and if not, why not. */
export function planFor(machine: Machine, wanted: readonly Target[]): Step[] {
  return wanted.map((target) => {
    const system = systemOf(target);
    const step = { target, system, obstacle: undefined, instead: [] };
    const obstacle = electronObstacle(machine, system);
    return obstacle === undefined ? withTools(machine, step) : { ...step, obstacle };
  });
}

function electronObstacle(machine: Machine, system: System): string | undefined {
  const own: Readonly<Partial<Record<NodeJS.Platform, System>>> = {
    linux: 'linux',
    win32: 'win',
    darwin: 'mac',
  };
  if (own[machine.host] === system) return undefined;
  if (system === 'mac') return 'a macOS image can be made on macOS only';
  if (machine.electronDownload !== true)
    return `Electron for ${system === 'win' ? 'Windows' : 'Linux'} cannot be fetched (${machine.electronDownload})`;
  return undefined;
}

function withTools(machine: Machine, step: Step): Step {
  const { toolDownload, programs } = machine;
  const lacks = (what: string): Step => ({
    ...step,
    obstacle: `${what} (electron-builder's own cannot be fetched: ${String(toolDownload)})`,
  });
  switch (step.target) {
    case 'tar.gz':
    case 'zip':
      if (programs.has('7za') && toolDownload !== true) return { ...step, instead: ['7za'] };
      return toolDownload === true ? step : lacks('7za is not installed (Debian p7zip-full)');
    case 'deb':
      return withFpm(machine, step, 'dpkg-deb', 'dpkg-deb is not installed');
    case 'rpm':
      if (!programs.has('rpmbuild'))
        return { ...step, obstacle: 'rpmbuild is not installed (Debian rpm)' };
      return withFpm(machine, step, 'rpmbuild', '');
    case 'AppImage':
      if (machine.appImageTools || toolDownload === true) return step;
      return lacks('APPIMAGE_TOOLS_PATH is not set, and Debian has no AppImage runtime');
    case 'nsis':
    case 'portable':
      return toolDownload === true ? step : lacks('the NSIS plug-ins are in no Debian package');
    case 'msi':
      if (machine.host !== 'win32' && !programs.has('wine'))
        return { ...step, obstacle: 'WiX needs Windows or wine' };
      return toolDownload === true ? step : lacks('WiX is in no Debian package');
    case 'dmg':
      return toolDownload === true ? step : lacks('dmg tools are missing');
    default:
      return unreachable(step.target);
  }
}

function withFpm(
  { programs, toolDownload }: Machine,
  step: Step,
  builder: string,
  missing: string,
): Step {
  if (programs.has('fpm')) return { ...step, instead: ['fpm'] };
  if (toolDownload === true) return step;
  if (programs.has(builder)) return { ...step, instead: ['fpm stand-in'] };
  return { ...step, obstacle: missing };
}
