import { dialOutcomes } from '../../shared/lines/dial-outcome.ts';
import { agentFailures } from '../../shared/agent/agent-state.ts';
import { problemCodes } from '../../shared/problem.ts';
import { registrationFailures } from '../../shared/registration.ts';
import { textsFor } from '../../shared/texts/index.ts';
import { agentAdvice, dialAdvice, problemAdvice, registrationAdvice } from './trouble-advice.ts';

const texts = textsFor('de');

/** Every message of the window, word for word, with cause and next step for IT. */
export function troublesDocument(): string {
  const problems = problemCodes.map((code) => {
    const { title, advice } = texts.problems[code];
    const { cause, next } = problemAdvice[code];
    return `### ${title}

Im Protokoll: \`${code}\`. Das Fenster rät: „${advice}“

- **Ursache:** ${cause}
- **Nächster Schritt:** ${next}`;
  });
  const table = (rows: readonly (readonly [string, string])[]): string =>
    [
      '| Meldung | Ursache und nächster Schritt |',
      '| --- | --- |',
      ...rows.map(([sentence, advice]) => `| ${sentence} | ${advice} |`),
    ].join('\n');
  return `# Störungen nach Meldung

Dieses Dokument entsteht aus dem Programm (\`npm run policy -- --write\`); es enthält jede Meldung im Wortlaut.

Zuerst hilft fast immer: **Einstellungen, „Zustand anzeigen“**. Dort steht, was bewiesen ist (Anmeldung mit Uhrzeit
der letzten Bestätigung, letzte Nachricht der Anlage), welche Geräte benutzt werden, woher Vorgaben kommen und
welche Fassung läuft. Ohne Fenster: \`amtsdraht --check-policy\` (prüft) und
\`amtsdraht --diagnostics DATEI.zip\` (sammelt). Für einen Fehler in der Signalisierung: Mitschnitt einschalten,
Fehler nachstellen, Diagnosepaket speichern. Mitschnitt und Paket enthalten weder Nummern noch Namen noch Ton.

## Störungen oben im Fenster

${problems.join('\n\n')}

## Anzeige der Anmeldung

${table(registrationFailures.map((failure) => [texts.registration.failures[failure], registrationAdvice[failure]]))}

## Wechsel des Stands

${table(agentFailures.map((failure) => [texts.agent.failures[failure], agentAdvice[failure]]))}

## Wählen

${table(dialOutcomes.flatMap((outcome) => (outcome === 'dialling' ? [] : [[texts.dial[outcome], dialAdvice[outcome]] as const])))}
`;
}
