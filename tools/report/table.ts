import { csvText } from '../../shared/journal/csv.ts';
import type { Count } from '../../shared/journal/figures.ts';
import type { Report } from './report.ts';

/** The report as one table for spreadsheets: kind, name, count. */
export function tableOf(report: Report): string {
  const kinds: readonly (readonly [string, readonly Count[]])[] = [
    ['Summe', [{ name: 'Gespräche', count: report.calls }]],
    ['Ergebnis', report.outcomes],
    ['Kommune', report.municipalities],
    ['Leitung', report.lines],
    ['Thema', report.topics],
    ['Stunde', report.hours],
    ['Lücke', report.gaps],
  ];
  const rows = kinds.flatMap(([kind, counts]) =>
    counts.map(({ name, count }) => [kind, name, String(count)]),
  );
  return csvText([['Art', 'Name', 'Anzahl'], ...rows]);
}

/** Each gap, for the editors. */
export function gapTableOf({ allGaps }: Report): string {
  return csvText([['Lücke', 'Anzahl'], ...allGaps.map(({ name, count }) => [name, String(count)])]);
}
