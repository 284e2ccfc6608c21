import { stat } from 'node:fs/promises';
import type {
  Article,
  KnowledgePack,
  Office,
  OnlineService,
  Responsibility,
} from '../../../shared/knowledge/pack.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import type { PackFailure } from '../pack/failure.ts';
import { loadPack } from '../pack/load-pack.ts';
import { accessReason } from '../pack/read-text.ts';
import { readEditorial, type Editorial } from './read-editorial.ts';
import { ReportBuilder, type ImportReport } from './report.ts';
import { articleFile } from './write-article.ts';
import { writePack } from './write-pack.ts';
import { createAreas } from './xzufi/areas.ts';
import { assemble, importedFrom, type Assembled } from './xzufi/assemble.ts';
import { collect, XzufiFileError } from './xzufi/collect.ts';

/** What is imported, over which pack, into which folder. */
export interface ImportOptions {
  /** Pack to start from: areas, lines, and what editors wrote by hand. */
  readonly base: string;
  /** Folder of the pack to make. */
  readonly out: string;
  readonly replace: boolean;
  /** Area to take from the files (ARS); null for that of the base pack. */
  readonly area: string | null;
  /** XZuFi files in the order in which they were sent. */
  readonly xzufi: readonly string[];
  /** Folders of Markdown articles (docs/knowledge-format.md). */
  readonly articles: readonly string[];
  /** CSV tables of offices and of lines. */
  readonly offices: readonly string[];
  readonly lines: readonly string[];
  /** Where the files come from, for services that do not say it. */
  readonly source: string;
  /** Local date of the import. */
  readonly today: string;
  /** Told while files are read; XZuFi is read twice, so the sum is twice the size. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Imports files into a pack. Nothing is changed unless everything could be read and the pack that comes
 * out is valid.
 * @returns what was read, left out and written, or everything that stands against it
 */
export async function importKnowledge(
  options: ImportOptions,
): Promise<Result<ImportReport, readonly PackFailure[]>> {
  const base = await loadPack(options.base);
  if (!base.ok) return base;
  const unreadable = await unreadableFiles(options.xzufi);
  if (unreadable.length > 0) return failure(unreadable);

  const report = new ReportBuilder();
  const own = await readEditorial(base.value, options, report);
  if (!own.ok) return own;
  const hand = own.value.pack;
  const area = options.area ?? hand.manifest.area;
  const areas = createAreas(area, hand.municipalities);
  try {
    const collection = await collect(options.xzufi, areas, report, options.onBytes);
    const added = assemble(
      collection,
      hand,
      areas,
      { defaultArea: area, source: options.source, updated: options.today },
      report,
    );
    const merged = mergeInto(hand, added, collection.deleted);
    const written = await writePack(
      options.base,
      options.out,
      {
        ...merged,
        issued: options.today,
        lines: hand.lines,
        articles: new Map([...own.value.files, ...merged.articles]),
        removed: [...own.value.replaced, ...merged.removed],
      },
      options.replace,
    );
    return written.ok ? success(report.finish(countsOf(added, own.value))) : written;
  } catch (error) {
    if (!(error instanceof XzufiFileError)) throw error;
    const { file, line, message } = error;
    return failure([{ file, path: line === null ? [] : [`Zeile ${line}`], reason: message }]);
  }
}

async function unreadableFiles(files: readonly string[]): Promise<readonly PackFailure[]> {
  const failures: PackFailure[] = [];
  for (const file of files) {
    try {
      if ((await stat(file)).isFile()) continue;
      failures.push({ file, path: [], reason: 'ist keine gewöhnliche Datei' });
    } catch (error) {
      failures.push({ file, path: [], reason: accessReason(error) });
    }
  }
  return failures;
}

const fileOf = ({ id }: Article): string => `articles/xzufi/${id}.md`;

/**
 * Entries of the new pack. Of an earlier import, in the base, stays what the files neither write anew nor
 * delete: a file that is missing must not empty the pack.
 */
function mergeInto(base: KnowledgePack, added: Assembled, deleted: ReadonlySet<string>) {
  const written = new Set(added.articles.map(({ xzufiId }) => xzufiId));
  const removed = base.articles.filter((article) => {
    const key = importedFrom(article);
    return key !== null && (written.has(key) || deleted.has(key));
  });
  // What lines and remaining articles name has to stay, even if the source has given it up.
  const gone = new Set(removed.map(({ id }) => id));
  const named = new Set([
    ...base.lines.flatMap((line) => line.offices),
    ...base.articles.filter(({ id }) => !gone.has(id)).flatMap((article) => article.offices),
  ]);
  const kept = <Entry extends Office | OnlineService>(
    entries: readonly Entry[],
    by: readonly Entry[],
  ): readonly Entry[] => {
    const ids = new Set(by.map(({ id }) => id));
    const rest = entries.filter((entry) => {
      const key = importedFrom(entry);
      return !ids.has(entry.id) && (key === null || !deleted.has(key) || named.has(entry.id));
    });
    return [...rest, ...by];
  };
  const offices = kept(base.offices, added.offices);
  const onlineServices = kept(base.onlineServices ?? [], added.onlineServices);
  return {
    articles: new Map(added.articles.map((article) => [fileOf(article), articleFile(article)])),
    removed: removed.map(fileOf),
    offices,
    onlineServices,
    responsibilities: mergeResponsibilities(base, removed, { ...added, offices, onlineServices }),
  };
}

/** Entries of the base for other services and areas; without those that went with what they name. */
function mergeResponsibilities(
  base: KnowledgePack,
  removed: readonly Article[],
  after: Assembled,
): readonly Responsibility[] {
  const offices = new Set(after.offices.map(({ id }) => id));
  const online = new Set(after.onlineServices.map(({ id }) => id));
  const gone = new Set(removed.map(({ id }) => id));
  const services = new Set(
    [...base.articles.filter(({ id }) => !gone.has(id)), ...after.articles].map(
      ({ service }) => service,
    ),
  );
  const own = new Set(after.responsibilities.map(({ service, area }) => `${service}/${area}`));
  const rest = (base.responsibilities ?? []).filter(
    ({ service, area }) => !own.has(`${service}/${area}`) && services.has(service),
  );
  return [...rest, ...after.responsibilities]
    .map((entry) => ({
      ...entry,
      offices: entry.offices.filter((id) => offices.has(id)),
      onlineServices: entry.onlineServices.filter((id) => online.has(id)),
    }))
    .filter((entry) => entry.offices.length + entry.onlineServices.length > 0);
}

function countsOf(added: Assembled, own: Editorial): Readonly<Record<string, number>> {
  const translations = added.articles.reduce(
    (sum, { translations: texts }) => sum + (texts?.length ?? 0),
    0,
  );
  return {
    Artikel: added.articles.length + own.files.size,
    Übersetzungen: translations,
    Stellen: added.offices.length + own.offices,
    Leitungen: own.lines,
    Onlinedienste: added.onlineServices.length,
    Zuständigkeiten: added.responsibilities.length,
  };
}
