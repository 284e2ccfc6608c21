import type { Count } from '../../shared/journal/figures.ts';
import type { Report } from './report.ts';

/** One page without anything from elsewhere: tables that screen readers read, bars that others see. */
export function htmlOf(report: Report): string {
  const { threshold, firstContactRate: rate, talkSeconds } = report;
  const percent = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat('de-DE');
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Auswertung ${escape(report.from)} bis ${escape(report.until)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Auswertung der Gespräche</h1>
<p>${day(report.from)} bis ${day(report.until)}</p>
<dl>
<div><dt>Gespräche</dt><dd>${number.format(report.calls)}</dd></div>
<div><dt>Beim ersten Anruf gelöst</dt><dd>${rate === null ? '–' : percent.format(rate)}</dd></div>
<div><dt>Gesprächsdauer im Mittel</dt><dd>${talkSeconds === null ? '–' : `${number.format(Math.round(talkSeconds))} s`}</dd></div>
<div><dt>Gemeldete Lücken</dt><dd>${number.format(report.gapCount)}</dd></div>
</dl>
${table('Gespräche nach Kommune', 'Kommune', report.municipalities)}
${table('Gespräche nach Leitung', 'Leitung', report.lines)}
${table('Gespräche nach Ergebnis', 'Ergebnis', report.outcomes)}
${table('Gespräche nach Thema', 'Thema', report.topics)}
${table('Gespräche nach Tageszeit', 'Stunde', report.hours)}
${table('Fehlende und falsche Antworten', 'Lücke', report.gaps)}
<p class="note">In den Tabellen steht keine Gruppe mit weniger als ${String(threshold)} Gesprächen oder Meldungen für
sich: Kleine sind als „Übrige“ zusammengefasst, bei weniger als ${String(threshold)} im Ganzen fehlt die Tabelle. Die Auswertung
kennt weder Anruferinnen und Anrufer noch einzelne Mitarbeiterinnen und Mitarbeiter. „Beim ersten Anruf gelöst“ ist der
Anteil der gelösten an allen Gesprächen mit Ergebnis, ohne die abgebrochenen; „–“ heißt, dass der Anteil die Zahl einer
kleinen Gruppe verriete.</p>
</main>
</body>
</html>
`;
}

function table(title: string, name: string, rows: readonly Count[]): string {
  if (rows.length === 0) return '';
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const lines = rows.map(
    (row) =>
      `<tr><th scope="row">${escape(row.name)}</th><td>${String(row.count)}</td><td aria-hidden="true"><meter class="bar" min="0" max="${String(most)}" value="${String(row.count)}"></meter></td></tr>`,
  );
  return `<table>
<caption>${escape(title)}</caption>
<thead><tr><th scope="col">${escape(name)}</th><th scope="col">Anzahl</th><td></td></tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`;
}

function day(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('de-DE');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; max-inline-size: 60rem; }
dl { display: flex; flex-wrap: wrap; gap: 2rem; }
dd { margin: 0; font-size: 1.6rem; font-weight: 600; }
table { inline-size: 100%; border-collapse: collapse; margin-block: 2rem; }
caption { text-align: start; font-size: 1.2rem; font-weight: 600; padding-block-end: .5rem; }
th { text-align: start; font-weight: 400; }
thead th { font-weight: 600; }
thead th + th { text-align: end; }
td { font-variant-numeric: tabular-nums; text-align: end; inline-size: 6rem; }
td:last-child { inline-size: 40%; padding-inline-start: .75rem; }
tr { border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.bar { inline-size: 100%; }
.note { font-size: .9rem; }
@media print { body { margin: 0; } table { break-inside: avoid; } }
`;
