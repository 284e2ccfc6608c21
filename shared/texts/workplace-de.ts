import type { WorkplaceTexts } from './workplace-texts.ts';

export const workplaceDe: WorkplaceTexts = {
  agent: {
    label: 'Ihr Stand',
    menu: 'Stand wählen',
    buttonLabel: (state) => `Ihr Stand: ${state}. Ändern`,
    current: (state) => `${state} (jetzt)`,
    statuses: {
      unknown: 'Stand offen',
      ready: 'Bereit',
      pause: 'Pause',
      wrapUp: 'Nachbearbeitung',
      off: 'Abgemeldet',
    },
    pauseFor: (reason) => `Pause: ${reason}`,
    pending: (state) => `${state}: wird bestätigt …`,
    remaining: 'Restzeit der Nachbearbeitung',
    awayHint: 'Sie erhalten gerade keine Anrufe. Mit F12 melden Sie sich wieder bereit.',
    failed: (wanted, actual) => `„${wanted}“ gilt nicht. Es gilt weiter: ${actual}.`,
    failures: {
      refused:
        'Die Anlage hat den Wechsel abgelehnt. Bitte versuchen Sie es erneut oder fragen Sie die IT.',
      codeUnknown:
        'Die Anlage kennt den Code dafür nicht. Bitte lassen Sie die IT die Vorgabe agentState prüfen.',
      noAnswer: 'Die Anlage hat nicht rechtzeitig geantwortet. Bitte versuchen Sie es erneut.',
      notConnected:
        'Es gibt gerade keine Verbindung zur Anlage. Bitte versuchen Sie es erneut, sobald Sie angemeldet sind.',
    },
    retry: 'Erneut versuchen',
    switchOn: (feature) => `${feature} einschalten`,
    switchOff: (feature) => `${feature} ausschalten`,
    featureOn: (feature) => `${feature} an`,
    featureFailed: (feature) => `„${feature}“ wurde nicht umgeschaltet.`,
    announce: (state) => `Ihr Stand: ${state}.`,
  },

  colleagues: {
    title: 'Kolleginnen, Kollegen und Warteschlangen',
    states: { unknown: 'unbekannt', free: 'frei', ringing: 'klingelt', busy: 'belegt' },
    queueStates: {
      unknown: 'unbekannt',
      free: 'niemand wartet',
      ringing: 'es wartet jemand',
      busy: 'es wartet jemand',
    },
    pickup: 'Heranholen',
    pickupOf: (name) => `Heranholen: Anruf bei ${name}`,
    messages: (count) => (count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`),
  },

  callList: {
    title: 'Anrufliste',
    titleMissed: (count) => `Anrufliste (${count} verpasst)`,
    missed: (count) => (count === 1 ? '1 verpasster Anruf' : `${count} verpasste Anrufe`),
    markSeen: 'Alle gesehen',
    clear: 'Liste leeren',
    empty: 'Es gab noch keine Anrufe.',
    retention: (days) => {
      if (days === 0) return 'Die Liste wird nicht gespeichert und ist nach dem Beenden leer.';
      return days === 1
        ? 'Anrufe werden nach einem Tag gelöscht.'
        : `Anrufe werden nach ${days} Tagen gelöscht.`;
    },
    callBack: (caller) => `Anrufen: ${caller}`,
    outcomes: {
      incoming: {
        answered: 'angenommen',
        missed: 'verpasst',
        declined: 'abgewiesen',
        elsewhere: 'an anderem Platz angenommen',
        notReached: 'nicht erreicht',
      },
      outgoing: {
        answered: 'angerufen',
        missed: 'nicht erreicht',
        declined: 'nicht erreicht',
        elsewhere: 'nicht erreicht',
        notReached: 'angerufen, nicht erreicht',
      },
    },
  },

  dial: {
    title: 'Nummer wählen',
    number: 'Rufnummer',
    hint: 'Mit Vorwahl, in jeder Schreibweise; eine Nebenstelle; oder der Name einer Stelle aus dem Verzeichnis',
    call: 'Anrufen',
    numberInvalid: 'Das ist keine Rufnummer. Erlaubt sind Ziffern, +, *, # und Trennzeichen.',
    notRegistered: 'Sie sind nicht an der Anlage angemeldet; es kann gerade nicht gewählt werden.',
    callInProgress: 'Bitte beenden oder halten Sie zuerst das laufende Gespräch.',
    emergencyRefused: 'Von diesem Platz ist kein Notruf möglich; es wird niemand angerufen.',
    emergencyPractice: 'Übungsbetrieb: Es wird kein Notruf abgesetzt.',
    emergencyNotRegistered:
      'Dieser Platz ist gerade nicht mit der Anlage verbunden; es wird niemand angerufen.',
    emergencyAnyPhone:
      'Bitte nehmen Sie sofort ein anderes Telefon, zum Beispiel ein Mobiltelefon.',
    emergencyTitle: 'Notruf. Nennen Sie diesen Standort:',
    emergencyNoPlace:
      'Der Standort dieses Platzes ist nicht hinterlegt. Bitte nennen Sie Straße, Haus und Raum selbst.',
    emergencyOtherPhone: (phone) => `Nächstes Telefon: ${phone}`,
    directory: 'Verzeichnis',
    linkTitle: 'Ein Link möchte diese Nummer anrufen.',
    linkAdvice: 'Bitte prüfen Sie die Nummer. Gewählt wird erst, wenn Sie „Anrufen“ drücken.',
    nothingToRedial: 'Sie haben noch niemanden angerufen. Bitte geben Sie eine Nummer ein.',
  },
};
