import { describe, expect, it } from 'vitest';
import { planFor, targets, type Machine } from './plan.ts';

const online: Machine = {
  host: 'linux',
  electron: { version: '45.4.1', trial: false },
  electronDownload: true,
  toolDownload: true,
  programs: new Set(['dpkg-deb', 'rpmbuild', 'wine']),
  appImageTools: false,
};
const refused = 'code host does not answer';
const offline: Machine = {
  ...online,
  electron: { version: '25.1.1', trial: true },
  electronDownload: refused,
  toolDownload: refused,
  programs: new Set(['dpkg-deb', 'rpmbuild', '7za']),
};

const buildable = (machine: Machine): string[] =>
  planFor(machine, targets)
    .filter(({ obstacle }) => obstacle === undefined)
    .map(({ target }) => target);

describe('planFor', () => {
  it('builds all but the macOS image on Linux with downloads', () => {
    expect(buildable(online)).toEqual(targets.filter((target) => target !== 'dmg'));
  });

  it('builds what local programs can where nothing can be fetched, and uses them', () => {
    expect(buildable(offline)).toEqual(['deb', 'rpm', 'tar.gz']);
    expect(planFor(offline, ['deb', 'tar.gz']).map(({ instead }) => instead)).toEqual([
      ['fpm stand-in'],
      ['7za'],
    ]);
  });

  it('prefers an fpm that is there to the download and to the stand-in', () => {
    const programs = new Set([...offline.programs, 'fpm']);
    expect(planFor({ ...offline, programs }, ['deb'])[0]?.instead).toEqual(['fpm']);
    expect(planFor({ ...online, programs }, ['rpm'])[0]?.instead).toEqual(['fpm']);
  });

  it.each([
    ['nsis', offline, `Electron for Windows cannot be fetched (${refused})`],
    ['dmg', online, 'on macOS only'],
    ['rpm', { ...online, programs: new Set(['fpm']) }, 'rpmbuild is not installed'],
    ['deb', { ...offline, programs: new Set<string>() }, 'dpkg-deb is not installed'],
    ['tar.gz', { ...offline, programs: new Set<string>() }, 'p7zip-full'],
    ['AppImage', offline, 'no AppImage runtime'],
    ['msi', { ...online, programs: new Set<string>() }, 'wine'],
    ['nsis', { ...offline, host: 'win32' }, 'NSIS'],
    ['deb', { ...offline, host: 'win32' }, 'Electron for Linux'],
  ] as const)('%s that cannot be built says why (row %#)', (target, machine, reason) => {
    expect(planFor(machine, [target])[0]?.obstacle).toContain(reason);
  });

  it('takes the AppImage tools that the environment names', () => {
    expect(buildable({ ...offline, appImageTools: true })).toContain('AppImage');
  });
});
