import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatFiles } from '../../../tools/knowledge/format.ts';

it('the document of the format and its JSON Schema say what the program reads', async () => {
  const files = await formatFiles();
  expect(files.size).toBe(2);
  for (const [file, content] of files)
    expect(await readFile(join(import.meta.dirname, '../../..', file), 'utf8'), file).toBe(content);
});
