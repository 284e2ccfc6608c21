import type { KnowledgeTexts } from './knowledge-texts.ts';

export const knowledgeTextsDe: KnowledgeTexts = {
  problems: {
    packBroken: {
      title: 'Das Wissenspaket ist fehlerhaft und wurde nicht geladen.',
      advice:
        'Telefonieren geht weiter, aber ohne Anrufkarte und Suche. Bitte geben Sie der IT die Einzelheiten.',
    },
    packMissing: {
      title: 'Es ist noch kein Wissenspaket da.',
      advice:
        'Amtsdraht holt es von den eingestellten Quellen. Telefonieren geht schon, aber ohne Anrufkarte und Suche.',
    },
    packDamaged: {
      title: 'Das neueste Wissenspaket auf diesem Rechner ist beschädigt.',
      advice: 'Amtsdraht arbeitet mit dem Stand davor und holt das Beschädigte neu.',
    },
    packRefused: {
      title: 'Ein Wissenspaket wurde abgelehnt.',
      advice:
        'Sie arbeiten mit dem letzten geprüften Stand weiter. Bitte geben Sie der IT die Einzelheiten.',
    },
    packStale: {
      title: 'Das Wissen ist älter als vorgesehen.',
      advice:
        'Seit Längerem hat keine Quelle bestätigt, dass es noch aktuell ist. Sie können damit arbeiten; prüfen Sie Wichtiges nach.',
    },
    packExpiring: {
      title: 'Eine Unterschrift des Wissenspakets läuft bald ab.',
      advice:
        'Danach kommt nichts Neues mehr an; was da ist, bleibt in Gebrauch. Bitte geben Sie der Redaktion die Einzelheiten.',
    },
  },
  status: {
    label: 'Alter des Wissens',
    none: 'Kein Wissenspaket geladen',
    issued: (when) => `Wissen: Stand ${when}`,
    confirmed: (age) => `bestätigt ${age}`,
    justNow: 'gerade eben',
    neverConfirmed: 'noch nie abgeglichen',
    running: 'Abgleich läuft …',
    progress: (done, total) => `Abgleich läuft: ${done} von ${total} Dateien`,
    now: 'Jetzt abgleichen',
  },
};
