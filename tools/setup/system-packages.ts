import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mustRun, runCommand } from './run-command.ts';

/** Something of the operating system: a program or a shared library, with the Debian packages that bring it. */
interface Need {
  program?: string;
  library?: string;
  debian: readonly string[];
}

/** Newer Debian and Ubuntu name some libraries with t64; the first name that apt knows is taken. */
const window: readonly Need[] = [
  { library: 'libgtk-3.so.0', debian: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', debian: ['libnss3'] },
  { library: 'libasound.so.2', debian: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', debian: ['libgbm1'] },
  { library: 'libXss.so.1', debian: ['libxss1'] },
  { library: 'libatk-bridge-2.0.so.0', debian: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { library: 'libdrm.so.2', debian: ['libdrm2'] },
  { library: 'libxkbcommon.so.0', debian: ['libxkbcommon0'] },
  { library: 'libcups.so.2', debian: ['libcups2t64', 'libcups2'] },
];

const needs = {
  /** To open the window. */
  window,
  /** To open it where there is no screen. */
  display: [{ program: 'Xvfb', debian: ['xvfb'] }],
  /** To bring up Asterisk and call it. */
  pbx: [
    { program: 'sipp', debian: ['sip-tester'] },
    { program: 'debootstrap', debian: ['debootstrap'] },
    { program: 'openssl', debian: ['openssl'] },
    { program: 'tcpdump', debian: ['tcpdump'] },
  ],
  /** To compare with: a phone without a browser. */
  native: [
    { program: 'baresip', debian: ['baresip-core'] },
    { program: 'linphone', debian: ['linphone-desktop'] },
    { program: 'dbus-run-session', debian: ['dbus-daemon', 'dbus'] },
  ],
  /** To build the Linux packages and to install them. */
  package: [
    { program: 'dpkg-deb', debian: ['dpkg'] },
    { program: 'rpmbuild', debian: ['rpm'] },
    { program: 'desktop-file-validate', debian: ['desktop-file-utils'] },
    { program: 'xdg-open', debian: ['xdg-utils'] },
    { program: 'mksquashfs', debian: ['squashfs-tools'] },
    { library: 'libnotify.so.4', debian: ['libnotify4'] },
    { library: 'libsecret-1.so.0', debian: ['libsecret-1-0'] },
  ],
  /** To compile the Windows installers and to try them. */
  windows: [
    { program: 'makensis', debian: ['nsis'] },
    { program: '7za', debian: ['p7zip-full'] },
    { program: 'wixl', debian: ['wixl'] },
    { program: 'osslsigncode', debian: ['osslsigncode'] },
    // Not on PATH unless the package wine is there as well.
    { program: '../lib/wine/wine64', debian: ['wine64'] },
  ],
  /** To hear what a screen reader says, and to press keys where it can take them. */
  screenReader: [
    { program: 'orca', debian: ['orca'] },
    // Not on PATH; needed by orca, but only recommended by it.
    { program: '../libexec/at-spi-bus-launcher', debian: ['at-spi2-core'] },
    { program: 'speech-dispatcher', debian: ['speech-dispatcher'] },
    { program: 'dbus-daemon', debian: ['dbus-daemon', 'dbus'] },
    { program: 'xdotool', debian: ['xdotool'] },
  ],
  /** To run the phone page in the newest engine. */
  chromium: [{ program: 'chromium', debian: ['chromium'] }],
} as const satisfies Record<string, readonly Need[]>;

export type NeedGroup = keyof typeof needs;

/** Full path of a program on PATH (or in the folders of root's programs), if there is one. */
export function findProgram(name: string): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

async function missingOf(wanted: readonly Need[]): Promise<Need[]> {
  const ldconfig = findProgram('ldconfig');
  const asksLibraries = wanted.some((need) => need.library !== undefined);
  const known =
    asksLibraries && ldconfig !== undefined ? (await runCommand(ldconfig, ['-p'])).output : '';
  return wanted.filter(({ program, library }) => {
    if (program !== undefined) return findProgram(program) === undefined;
    return library !== undefined && known !== '' && !known.includes(`\t${library} `);
  });
}

async function installable(names: readonly string[]): Promise<string> {
  for (const name of names) {
    const { output } = await runCommand('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names.at(-1) ?? '';
}

/**
 * Makes sure the programs and libraries of these groups are there: on Debian-like systems as root they are
 * installed by apt-get, elsewhere nothing is changed. Costs some 10 ms when all is there.
 * @returns Debian names of what is still missing; empty when all is there.
 */
export async function ensureSystemPackages(...groups: NeedGroup[]): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const wanted: Need[] = groups.flatMap((group) => [...needs[group]]);
  const missing = await missingOf(wanted);
  const name = (need: Need): string => need.debian.at(-1) ?? '';
  if (missing.length === 0) return [];
  if (process.getuid?.() !== 0 || findProgram('apt-get') === undefined) return missing.map(name);

  console.error(`Installing system packages: ${missing.map(name).join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    // A release file past its date is all right here: old mirrors are better than none.
    const fresh = ['-o', 'Acquire::Check-Valid-Until=false'];
    await mustRun('apt-get', [...fresh, 'update', '-qq'], { env });
    const packages = await Promise.all(missing.map((need) => installable(need.debian)));
    const quiet = ['install', '-y', '-qq', '--no-install-recommends'];
    await mustRun('apt-get', [...quiet, ...packages], { env });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  return (await missingOf(wanted)).map(name);
}
