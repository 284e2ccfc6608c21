import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure, type PackFailure } from '../../../main/knowledge/pack/failure.ts';
import { readArticles, readOptionalList } from '../../../main/knowledge/pack/load-pack.ts';
import type { EntryList } from '../../../main/knowledge/pack/entries.ts';
import { areaContains } from '../../../shared/knowledge/area.ts';
import {
  noticeSchema,
  officeSchema,
  responsibilitySchema,
} from '../../../shared/knowledge/pack.ts';
import { ToolError } from '../../setup/tool-error.ts';
import type { PartSource } from './write-part.ts';

/**
 * Content of one municipality: `articles/` and, if it has them, `offices.json`, `notices.json`, `responsibilities.json`.
 * Whether the whole pack is still right with it, `publish` finds out.
 */
export async function readAreaFolder(folder: string, area: string): Promise<PartSource> {
  const failures: PackFailure[] = [];
  const articles = existsSync(join(folder, 'articles'))
    ? await readArticles(folder, failures)
    : { entries: [], brokenIds: [], complete: true };
  const offices = await readOptionalList(folder, 'offices.json', officeSchema, failures);
  const notices = await readOptionalList(folder, 'notices.json', noticeSchema, failures);
  const responsibilities = await readOptionalList(
    folder,
    'responsibilities.json',
    responsibilitySchema,
    failures,
  );
  for (const { file, path, value } of [...articles.entries, ...offices.entries])
    if (!areaContains(area, value.area))
      failures.push({ file, path, reason: `„${value.id}“ gilt nicht nur für das Gebiet ${area}` });
  if (failures.length > 0) throw new ToolError(failures.map(describeFailure).join('\n'), 1);
  const valuesOf = <Value>({ entries }: EntryList<Value>): Value[] =>
    entries.map(({ value }) => value);
  return {
    area,
    manifest: null,
    lists: {
      offices: valuesOf(offices),
      notices: valuesOf(notices),
      responsibilities: valuesOf(responsibilities),
    },
    articles: valuesOf(articles),
  };
}
