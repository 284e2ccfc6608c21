import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../tools/setup/paths.ts';

const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

interface Citation {
  readonly file: string;
  /** Name of the test as it stands in the file; null: the whole file. */
  readonly title: string | null;
}

/** Tests that a cell cites: `` `file`: _name_, _name_; `file` ``. */
function citationsOf(cell: string): Citation[] {
  return cell.split(';').flatMap((part): Citation[] => {
    const [, file = '', names = ''] = /`([^`]+)`(.*)$/.exec(part) ?? [];
    const titles = [...names.matchAll(/_([^_]+(?:_[^_]+)*?)_(?=,|$|\s*$)/g)];
    return titles.length === 0
      ? [{ file, title: null }]
      : titles.map(([, title = '']) => ({ file, title }));
  });
}

/** Rows of the tables of a document, as cells. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' |')
        .map((cell) => cell.trim()),
    );

it("every point of Electron's checklist names tests, and they are there", async () => {
  const points = rowsOf(await read('docs/security.md')).filter(([number = '']) =>
    /^\d+$/.test(number),
  );
  expect(points.map(([number]) => Number(number))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  for (const [number = '', point = '', , proof = ''] of points) {
    const citations = citationsOf(proof);
    expect(citations.length, point).toBeGreaterThan(0);
    for (const { file, title } of citations) {
      expect(file, `${number} ${point}`).toMatch(/\.(test|spec)\.ts$/);
      const text = await read(file);
      // A name is the first argument of a test; a file alone has to have tests.
      const found = title === null ? /\b(it|test)\b/.test(text) : isTest(text, title);
      expect(found, `${number} ${point}: ${file}: ${String(title)}`).toBe(true);
    }
  }
});

const isTest = (text: string, title: string): boolean =>
  [`'${title}',`, `"${title}",`, `\`${title}\`,`].some((name) => text.includes(name));

it('every test file that the documents name is there', async () => {
  for (const file of ['docs/security.md', ...(await documents('docs/betrieb'))]) {
    const named = [
      ...(await read(file)).matchAll(/`((?:tests|main|tools|shared|renderer)\/[^`*…]+)`/g),
    ];
    for (const [, path = ''] of named)
      expect(existsSync(join(root, path)), `${file}: ${path}`).toBe(true);
  }
});

async function documents(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder));
  return names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
}

/** As the web shows it: lower case, without punctuation, spaces as hyphens. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

it('no link of the documents leads nowhere', async () => {
  const all = [
    'README.md',
    'CONTRIBUTING.md',
    ...(await documents('docs')),
    ...(await documents('docs/betrieb')),
    ...(await documents('docs/decisions')),
  ];
  let links = 0;
  for (const file of all)
    for (const [, target = ''] of (await read(file)).matchAll(
      /\]\((?!https?:|mailto:)([^)\s]+)\)/g,
    )) {
      const [path = '', section] = target.split('#');
      const there = path === '' ? file : join(dirname(file), path);
      expect(existsSync(join(root, there)), `${file}: ${target}`).toBe(true);
      links += 1;
      if (section === undefined) continue;
      const headings = [...(await read(there)).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
        anchor(text),
      );
      expect(headings, `${file}: ${target}`).toContain(section);
    }
  expect(links).toBeGreaterThan(50);
});

it('IT finds every chapter that a roll-out needs, from one page', async () => {
  const index = await read('docs/betrieb/README.md');
  for (const name of await readdir(join(root, 'docs', 'betrieb')))
    if (name !== 'README.md') expect(index, name).toContain(`(${name})`);
  for (const chapter of [
    'installation',
    'vorgaben',
    'asterisk',
    'andere-anlagen',
    'netz',
    'update-server',
    'wissen',
    'sicherung',
    'datenschutz',
    'personalrat',
    'stoerungen',
    'schluessel',
    'terminalserver',
  ])
    expect(existsSync(join(root, 'docs', 'betrieb', `${chapter}.md`)), chapter).toBe(true);
});
