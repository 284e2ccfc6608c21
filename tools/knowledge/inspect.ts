import type { Metadata, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { readArguments, wrongCall, type Command } from './command-line.ts';
import { readPublished } from './publishing/repository.ts';
import { ToolError } from '../setup/tool-error.ts';

/** Shows the roles of a published folder: numbers, dates, keys. Verifies nothing. */
export const inspect: Command = {
  usage: ['inspect QUELLE'],
  run: async (args) => {
    const { positionals } = readArguments(args, {});
    const [source] = positionals;
    if (source === undefined) throw wrongCall('Die Quelle fehlt.');
    const { root, timestamp, snapshot, targets, areas } = await readPublished(source);
    if (root === null || timestamp === null)
      throw new ToolError(`${source}: kein veröffentlichtes Wissenspaket (metadata/ fehlt).`, 1);
    const top = (role: string) => root.signed.roles[role];
    const delegated = (role: string) => targets?.signed.delegations?.roles?.[role];
    const rows = [
      row('root', root, top('root')),
      row('timestamp', timestamp, top('timestamp')),
      row('snapshot', snapshot, top('snapshot')),
      row('targets', targets, top('targets')),
      ...[...areas].map(([role, metadata]) => row(role, metadata, delegated(role))),
    ];
    console.table(rows.flat());
    return 0;
  },
};

function row(
  role: string,
  metadata: Metadata<Root | Snapshot | Targets | Timestamp> | null,
  rule:
    | { readonly threshold: number; readonly keyIDs: readonly string[]; readonly paths?: string[] }
    | undefined,
): object[] {
  if (metadata === null) return [];
  const { version, expires } = metadata.signed;
  return [
    {
      Rolle: role,
      Nummer: version,
      'gilt bis': expires,
      Unterschriften: `${Object.keys(metadata.signatures).length} (verlangt ${rule?.threshold ?? '–'})`,
      Schlüssel: rule?.keyIDs.map((id) => id.slice(0, 8)).join(' ') ?? 'nicht mehr zuständig',
      Pfade: rule?.paths?.join(' ') ?? '',
    },
  ];
}
