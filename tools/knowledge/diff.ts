import { isDeepStrictEqual } from 'node:util';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { readArguments, wrongCall, type Command } from './command-line.ts';
import { readSource } from './read-source.ts';

/** What a desk would see change between two published folders. */
export const diff: Command = {
  usage: ['diff QUELLE-ALT QUELLE-NEU'],
  run: async (args) => {
    const { positionals } = readArguments(args, {});
    const [before, after] = positionals;
    if (before === undefined || after === undefined)
      throw wrongCall('Es braucht zwei Quellen, alt und neu.');
    const old = await readSource(before, null);
    const now = await readSource(after, null);
    const changes = kinds.flatMap(({ name, entries }) =>
      changesOf(name, entries(old.pack), entries(now.pack)),
    );
    if (changes.length === 0) console.log('Kein Unterschied im Inhalt.');
    else console.log(changes.join('\n'));
    return 0;
  },
};

interface Named {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
}

const kinds: readonly {
  readonly name: string;
  readonly entries: (pack: KnowledgePack) => readonly Named[];
}[] = [
  { name: 'Artikel', entries: ({ articles }) => articles.map((one) => named(one, one.title)) },
  { name: 'Leitung', entries: ({ lines }) => lines.map((one) => named(one, one.name)) },
  { name: 'Stelle', entries: ({ offices }) => offices.map((one) => named(one, one.name)) },
  { name: 'Hinweis', entries: ({ notices }) => notices.map((one) => named(one, one.title)) },
  {
    name: 'Kommune',
    entries: ({ municipalities }) =>
      municipalities.map((one) => ({ id: one.ars, label: one.name, value: one })),
  },
  {
    name: 'Synonym',
    entries: ({ synonyms }) =>
      synonyms.map((one) => ({ id: one.term, label: one.words.join(', '), value: one })),
  },
];

function named(value: { readonly id: string }, label: string): Named {
  return { id: value.id, label, value };
}

function changesOf(kind: string, before: readonly Named[], after: readonly Named[]): string[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Map(after.map((entry) => [entry.id, entry]));
  const line = (sign: string, { id, label }: Named): string => `${sign} ${kind} ${id}: ${label}`;
  return [
    ...before.filter(({ id }) => !now.has(id)).map((entry) => line('-', entry)),
    ...after.flatMap((entry) => {
      const counterpart = old.get(entry.id);
      if (counterpart === undefined) return [line('+', entry)];
      return isDeepStrictEqual(counterpart.value, entry.value) ? [] : [line('~', entry)];
    }),
  ];
}
