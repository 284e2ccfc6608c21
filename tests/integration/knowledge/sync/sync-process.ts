// A process that synchronises one source after another until it is killed: node sync-process.ts STORE ROOT SOURCE…
import { readFile } from 'node:fs/promises';
import { diskFiles } from '../../../../main/knowledge/sync/files.ts';
import { folderSource } from '../../../../main/knowledge/sync/folder-source.ts';
import { syncFrom } from '../../../../main/knowledge/sync/sync.ts';

const [folder = '', root = '', ...sources] = process.argv.slice(2);
const anchor = await readFile(root);
process.stdout.write('ready\n');
for (const source of sources) {
  const ports = { folder, files: diskFiles, anchor, now: new Date(), onProgress: () => undefined };
  const { result } = await syncFrom(folderSource(source), ports);
  if (!result.ok) throw new Error(result.failure.kind);
}
