/** Where something in a source file is, for people who have to go there. */
export interface Place {
  readonly file: string;
  /** Line, from 1. */
  readonly line: number;
  /** `Leistung L100001_17`, `Spalte phone`. */
  readonly what: string;
}

/** One reason why something was left out or changed, with some of the places. */
export interface Remark {
  readonly reason: string;
  readonly count: number;
  readonly examples: readonly Place[];
}

export interface FileReport {
  readonly file: string;
  readonly bytes: number;
  /** `2.2.0` for XZuFi; null where a format has no versions. */
  readonly version: string | null;
}

/** What an import read, left out and wrote; the same for people and for `--json`. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  /** How many objects of each kind were read, by the name of the format. */
  readonly read: Readonly<Record<string, number>>;
  /** Left out, by reason. */
  readonly skipped: readonly Remark[];
  /** Taken, but not as it stood in the source. */
  readonly changed: readonly Remark[];
  /** Elements that this program does not know, by path within the object. */
  readonly unknownElements: Readonly<Record<string, number>>;
  readonly written: Readonly<Record<string, number>>;
}

const maxExamples = 5;
/** Beyond that many different names a file is not XZuFi, and the list helps nobody. */
const maxUnknown = 200;

/** Collects a report while files are read. */
export class ReportBuilder {
  private readonly files: FileReport[] = [];
  private readonly readCounts = new Map<string, number>();
  private readonly skippedReasons = new Map<string, { count: number; examples: Place[] }>();
  private readonly changedReasons = new Map<string, { count: number; examples: Place[] }>();
  private readonly unknown = new Map<string, number>();

  file(report: FileReport): void {
    this.files.push(report);
  }

  read(kind: string): void {
    this.readCounts.set(kind, (this.readCounts.get(kind) ?? 0) + 1);
  }

  /** @param reason German, without place, so that equal ones are counted together */
  skip(reason: string, place: Place): void {
    remark(this.skippedReasons, reason, place);
  }

  change(reason: string, place: Place): void {
    remark(this.changedReasons, reason, place);
  }

  unknownElement(path: string): void {
    if (this.unknown.has(path) || this.unknown.size < maxUnknown)
      this.unknown.set(path, (this.unknown.get(path) ?? 0) + 1);
  }

  finish(written: Readonly<Record<string, number>>): ImportReport {
    return {
      files: this.files,
      read: Object.fromEntries(this.readCounts),
      skipped: remarksOf(this.skippedReasons),
      changed: remarksOf(this.changedReasons),
      unknownElements: Object.fromEntries([...this.unknown].sort()),
      written,
    };
  }
}

type Reasons = Map<string, { count: number; examples: Place[] }>;

function remark(reasons: Reasons, reason: string, place: Place): void {
  const entry = reasons.get(reason) ?? { count: 0, examples: [] };
  entry.count += 1;
  if (entry.examples.length < maxExamples) entry.examples.push(place);
  reasons.set(reason, entry);
}

function remarksOf(reasons: Reasons): Remark[] {
  return [...reasons]
    .map(([reason, { count, examples }]) => ({ reason, count, examples }))
    .sort((left, right) => right.count - left.count);
}
