import { expect, it } from 'vitest';
import { controlFile } from './deb.ts';
import { readRecipe } from './recipe.ts';
import { specFile } from './rpm.ts';

const common = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgbm1'],
  ...['--deb-recommends', 'gnome-keyring', '--deb-compression', 'gz', '--architecture', 'amd64'],
  ...['--after-install', '/i.sh', '--after-remove', '/r.sh'],
  ...['--description', 'Kurz\n Lang und\nbreit', '--version', '0.1.0~trial', '--package', '/p.deb'],
  ...['--name', 'amtsdraht', '--maintainer', 'IT <it@kreis.example>', '--vendor', 'IT'],
  ...['--url', 'https://amtsdraht.example', '--category', 'net', '--deb-priority', 'optional'],
  ...[
    '--license',
    'EUPL-1.2',
    'LICENSE=/usr/share/doc/amtsdraht/copyright',
    '/a=b/=/opt/Amtsdraht',
  ],
];

it('reads what electron-builder asks for, an equals sign in a path included', () => {
  const recipe = readRecipe(common);
  expect(recipe).toMatchObject({ kind: 'deb', compression: 'gz', depends: ['libnss3', 'libgbm1'] });
  expect(recipe.placements).toEqual([
    { source: 'LICENSE', target: '/usr/share/doc/amtsdraht/copyright' },
    { source: '/a=b/', target: '/opt/Amtsdraht' },
  ]);
});

it.each([
  ['an option that it does not know', [...common, '--deb-systemd', 'x']],
  ['another kind of package', common.map((word) => (word === 'deb' ? 'pacman' : word))],
  ['a missing version', common.filter((word) => word !== '--version' && word !== '0.1.0~trial')],
])('refuses %s', (_what, argv) => {
  expect(() => readRecipe(argv)).toThrow(/.+/);
});

it('writes a control file with the long text indented and empty fields left out', () => {
  const text = controlFile({ ...readRecipe(common), recommends: [] }, 42);
  expect(text).toContain('Version: 0.1.0~trial\n');
  expect(text).toContain('Depends: libnss3, libgbm1\n');
  expect(text).toContain('Description: Kurz\n Lang und\n breit\n');
  expect(text).not.toContain('Recommends');
});

it('writes a spec file whose scripts rpm does not expand', () => {
  const scripts = { afterInstall: 'echo 100%', afterRemove: 'exit 0' };
  const text = specFile(readRecipe(common), '/st', ['/opt/Amtsdraht'], scripts, 'w1.gzdio');
  expect(text).toContain('%post -p /bin/bash\necho 100%%\n');
  expect(text).toContain('%files\n%defattr(-,root,root,-)\n"/opt/Amtsdraht"\n');
  expect(text).toContain('Requires: libgbm1\n');
});
