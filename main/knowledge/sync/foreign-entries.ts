import { areaContains } from '../../../shared/knowledge/area.ts';
import type {
  Article,
  Line,
  Notice,
  Office,
  Responsibility,
} from '../../../shared/knowledge/pack.ts';
import type { EntryList } from '../pack/entries.ts';
import type { PackFailure } from '../pack/failure.ts';

/** What the part of an area may contain. */
export interface AreaEntries {
  readonly area: string;
  readonly offices: EntryList<Office>;
  readonly notices: EntryList<Notice>;
  readonly articles: EntryList<Article>;
  readonly responsibilities: EntryList<Responsibility>;
}

/**
 * Entries that an area has signed although they speak for somebody else. The delegation of TUF guards
 * paths; this guards what the files say: Wedel must not write an article for Elmshorn into its own path.
 */
export function foreignEntries(
  { area, offices, notices, articles, responsibilities }: AreaEntries,
  lines: readonly Line[],
): readonly PackFailure[] {
  const own = (other: string): boolean => areaContains(area, other);
  const ownLines = new Set(
    lines.flatMap(({ id, municipality }) =>
      municipality !== null && own(municipality) ? [id] : [],
    ),
  );
  const foreign = <Value extends { readonly id: string } | { readonly service: string }>(
    list: EntryList<Value>,
    isOwn: (value: Value) => boolean,
  ): PackFailure[] =>
    list.entries.flatMap(({ file, path, value }) =>
      isOwn(value)
        ? []
        : [
            {
              file,
              path,
              reason: `„${'id' in value ? value.id : value.service}“ gilt nicht nur für das eigene Gebiet ${area}`,
            },
          ],
    );
  return [
    ...foreign(offices, (office) => own(office.area)),
    ...foreign(articles, (article) => own(article.area)),
    ...foreign(responsibilities, (one) => own(one.area)),
    ...foreign(
      notices,
      (notice) =>
        notice.areas.length + notice.lines.length > 0 &&
        notice.areas.every(own) &&
        notice.lines.every((line) => ownLines.has(line)),
    ),
  ];
}
