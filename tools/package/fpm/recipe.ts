import { parseArgs } from 'node:util';

/** A file or the contents of a folder (source ends in /) and where it goes in the package. */
export interface Placement {
  readonly source: string;
  readonly target: string;
}

/** What electron-builder asks fpm to make. */
export interface Recipe {
  readonly kind: 'deb' | 'rpm';
  readonly output: string;
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly maintainer: string;
  readonly url: string;
  readonly license: string;
  readonly section: string;
  readonly summary: string;
  /** Lines of text without the summary. */
  readonly description: readonly string[];
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  readonly compression: string;
  /** Scripts to run after the files came and after they went. */
  readonly afterInstall: string;
  readonly afterRemove: string;
  readonly placements: readonly Placement[];
}

const option = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;

/**
 * Reads the part of fpm's command line that electron-builder uses.
 * @throws on an option that it does not know, so that nothing is left out silently
 */
export function readRecipe(argv: readonly string[]): Recipe {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      s: { ...option, short: 's' },
      t: { ...option, short: 't' },
      force: { type: 'boolean' },
      d: { ...list, short: 'd' },
      'deb-recommends': list,
      'deb-compression': option,
      'deb-priority': option,
      'rpm-os': option,
      'rpm-compression': option,
      'rpm-summary': option,
      architecture: option,
      'after-install': option,
      'after-remove': option,
      description: option,
      version: option,
      package: option,
      name: option,
      maintainer: option,
      vendor: option,
      url: option,
      category: option,
      license: option,
    },
  });
  const kind = values.t;
  if (values.s !== 'dir' || (kind !== 'deb' && kind !== 'rpm'))
    throw new Error('the stand-in for fpm makes deb and rpm from folders only');
  const [first = '', ...rest] = must(values.description, 'description')
    .split('\n')
    .map((line) => line.trim());
  return {
    kind,
    output: must(values.package, 'package'),
    name: must(values.name, 'name'),
    version: must(values.version, 'version'),
    architecture: must(values.architecture, 'architecture'),
    maintainer: must(values.maintainer, 'maintainer'),
    url: values.url ?? '',
    license: values.license ?? '',
    section: values.category ?? 'misc',
    summary: values['rpm-summary'] ?? first,
    description: rest.length > 0 ? rest.filter((line) => line !== '') : [first],
    depends: values.d ?? [],
    recommends: values['deb-recommends'] ?? [],
    compression: values[`${kind}-compression`] ?? 'xz',
    afterInstall: must(values['after-install'], 'after-install'),
    afterRemove: must(values['after-remove'], 'after-remove'),
    placements: positionals.map(readPlacement),
  };
}

function must(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`--${name} is missing`);
  return value;
}

function readPlacement(text: string): Placement {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new Error(`no source=target: ${text}`);
  return { source: text.slice(0, at), target: text.slice(at + 1) };
}
