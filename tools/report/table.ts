import { journalDe } from '../../shared/texts/journal.ts';
import { outcomes } from '../../shared/journal/outcome.ts';
import { csvText } from '../../shared/journal/csv.ts';
import type { Report } from './report.ts';

/** The report as one table for spreadsheets: kind, name, count. */
export function tableOf({ figures, municipalities, lines, topics, gaps }: Report): string {
  const rows = [
    ['Summe', 'Gespräche', figures.calls],
    ...outcomes.map((outcome) => [
      'Ergebnis',
      journalDe.outcomes[outcome],
      figures.outcomes[outcome],
    ]),
    ['Ergebnis', journalDe.shift.unsaid, figures.unsaid],
    ...municipalities.map(({ name, count }) => ['Kommune', name, count]),
    ...lines.map(({ name, count }) => ['Leitung', name, count]),
    ...topics.map(({ name, count }) => ['Thema', name, count]),
    ...figures.hours.map((count, hour) => ['Stunde', `${String(hour)} Uhr`, count]),
    ...gaps.map(({ name, count }) => ['Lücke', name, count]),
  ];
  return csvText([['Art', 'Name', 'Anzahl'], ...rows.map((row) => row.map(String))]);
}
