import type { HealthTexts } from './texts.ts';

export const healthDe: HealthTexts = {
  title: 'Zustand dieses Platzes',
  open: 'Zustand anzeigen',
  section: 'Hilfe für die IT',
  sectionHint: 'Zustand des Platzes, SIP-Mitschnitt und Diagnosepaket ohne Nummern und Namen.',
  refresh: 'Neu abfragen',
  asking: 'Wird abgefragt …',
  asked: (time) => `abgefragt um ${time} Uhr`,
  rows: {
    registration: 'Anmeldung',
    server: 'Anlage',
    lastMessage: 'Letzte Nachricht der Anlage',
    microphone: 'Mikrofon in Benutzung',
    speaker: 'Gespräche auf',
    ring: 'Klingelt auf',
    headset: 'Headset-Tasten',
    knowledge: 'Wissen',
    policy: 'Vorgaben der IT',
    keyStore: 'Schlüsselspeicher',
    problems: 'Störungen',
    session: 'Sitzung',
    version: 'Fassung',
    system: 'Betriebssystem',
  },
  never: 'noch keine',
  nothing: 'keines',
  at: (time) => `um ${time} Uhr`,
  policy: (source, keys, wrong) =>
    `${keys} aus ${source}${wrong === 0 ? '' : `, ${wrong === 1 ? 'eine ist' : `${wrong} sind`} fehlerhaft`}`,
  keyStore: { yes: 'vorhanden', no: 'fehlt: Das Passwort gilt nur bis zum Beenden' },
  sessions: {
    local: 'an diesem Rechner',
    rdp: 'über Remotedesktop: Ton läuft durch die Fernverbindung und kann stocken',
    citrix: 'über Citrix: Ton läuft durch die Fernverbindung und kann stocken',
    unknown: 'nicht zu erkennen',
  },
  good: 'in Ordnung',
  bad: 'bitte prüfen',
  trace: 'SIP-Mitschnitt',
  traceStart: 'Mitschnitt einschalten',
  traceStop: 'Mitschnitt ausschalten',
  traceHint:
    'Zeichnet Signale zwischen Telefon und Anlage auf, ohne Nummern, Namen und Ton. Endet nach 10 Minuten von selbst und kommt ins nächste Diagnosepaket.',
  traceUntil: (time) => `Läuft bis ${time} Uhr.`,
  package: 'Diagnosepaket',
  packageSave: 'Diagnosepaket speichern …',
  packageHint:
    'Eine ZIP-Datei für die IT: Fassungen, Einstellungen, Störungen, Geräte, Protokoll. Ohne Rufnummern, Namen, Passwörter und Suchtexte.',
  packageOutcomes: {
    saved: 'Das Diagnosepaket ist gespeichert.',
    cancelled: 'Es wurde nichts gespeichert.',
    failed:
      'Das Diagnosepaket konnte dort nicht gespeichert werden. Bitte wählen Sie einen anderen Ordner.',
  },
  managed: {
    title: 'Von der IT vorgegeben',
    from: (source) => `Diese Einstellungen lassen sich hier nicht ändern. Quelle: ${source}`,
    columns: { setting: 'Einstellung', value: 'Wert' },
    on: 'ein',
    off: 'aus',
  },
};
