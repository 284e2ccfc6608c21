import { connectionDe, connectionProblemsDe } from './connection.ts';
import { healthDe } from './health/de.ts';
import { sound, soundProblems } from './sound/de.ts';
import { knowledgeTextsDe } from './knowledge-de.ts';
import { articleTextsDe } from './article.ts';
import { hitsDe } from './hits.ts';
import { journalDe, journalProblemsDe } from './journal.ts';
import { keysDe } from './keys.ts';
import { setupDe } from './setup.ts';
import type { Texts } from './texts.ts';
import { transferDe } from './transfer.ts';
import { provisioningDe, provisioningProblemsDe } from './provisioning.ts';
import { updateProblemsDe, updatesDe } from './updates.ts';
import { windowDe, windowProblemsDe } from './window-de.ts';
import { workplaceDe } from './workplace-de.ts';

export const de: Texts = {
  ...workplaceDe,
  ...windowDe,
  locale: 'de-DE',
  product: 'Amtsdraht',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  copy: 'Kopieren',
  copied: 'Kopiert',

  journal: journalDe,
  mode: { practice: 'Übungsbetrieb', demonstration: 'Beispielinhalte' },
  menu: {
    dial: 'Wählen',
    settings: 'Einstellungen',
    keys: 'Tasten',
    title: 'Menü',
    open: (waiting) => (waiting === 0 ? 'Menü' : `Menü (${waiting})`),
  },

  registration: connectionDe,

  problems: {
    noAccount: {
      title: 'Es ist kein Konto an der Telefonanlage eingetragen.',
      advice:
        'Sie arbeiten im Übungsbetrieb. Tragen Sie Ihr Konto in den Einstellungen ein, um echte Anrufe zu erhalten.',
    },
    passwordMissing: {
      title: 'Das Passwort für die Telefonanlage fehlt.',
      advice: 'Bitte geben Sie es in den Einstellungen ein.',
    },
    keyStoreMissing: {
      title: 'Auf diesem Rechner gibt es keinen Schlüsselspeicher für das Passwort.',
      advice:
        'Geben Sie das Passwort in den Einstellungen ein (es gilt bis zum Beenden) oder lassen Sie die IT die Umgebungsvariable AMTSDRAHT_SIP_PASSWORD setzen.',
    },
    ...connectionProblemsDe,
    microphoneMissing: {
      title: 'Es ist kein Mikrofon angeschlossen.',
      advice:
        'Bitte schließen Sie Ihr Headset an. Anrufe werden angezeigt, aber man hört Sie nicht.',
    },
    microphoneDenied: {
      title: 'Das Mikrofon darf nicht benutzt werden.',
      advice:
        'Bitte erlauben Sie Desktop-Apps in den Datenschutzeinstellungen des Betriebssystems den Zugriff auf das Mikrofon.',
    },
    microphoneUnplugged: {
      title: 'Das Mikrofon wurde abgezogen.',
      advice: 'Bitte schließen Sie Ihr Headset wieder an; das Gespräch bleibt bestehen.',
    },
    ...soundProblems,
    ...journalProblemsDe,
    ...windowProblemsDe,
    ...updateProblemsDe,
    ...provisioningProblemsDe,
    ...knowledgeTextsDe.problems,
    settingsBroken: {
      title: 'Die Einstellungsdatei war unlesbar und wurde beiseitegelegt.',
      advice:
        'Amtsdraht arbeitet mit den Vorgaben. Die alte Datei ist nicht verloren; bitte prüfen Sie die Einstellungen.',
    },
    policyBroken: {
      title: 'Vorgaben der IT sind fehlerhaft. Was falsch ist, gilt nicht.',
      advice: 'Bitte geben Sie der IT die Einzelheiten.',
    },
    callListBroken: {
      title: 'Die Anrufliste war unlesbar und wurde beiseitegelegt.',
      advice: 'Amtsdraht beginnt eine neue. Die alte Datei ist nicht verloren.',
    },
    knowledgeStopped: {
      title: 'Die Wissenssuche ist ausgefallen.',
      advice: 'Amtsdraht startet sie neu. Telefonieren geht weiter.',
    },
    phoneRestarted: {
      title: 'Das Telefon ist ausgefallen und wurde neu gestartet.',
      advice: 'Ein laufendes Gespräch wurde dabei getrennt. Neue Anrufe kommen wieder an.',
    },
    remoteSession: {
      title: 'Amtsdraht läuft in einer Fernsitzung; der Ton geht durch sie hindurch.',
      advice:
        'Er kann stocken oder verzögert sein. Stört es, sagen Sie es der IT: Besser läuft Amtsdraht auf dem Rechner, an dem Sie sitzen.',
    },
  },
  problem: {
    region: 'Störungen',
    dismiss: 'Ausblenden',
    openSettings: 'Einstellungen öffnen',
    detail: 'Einzelheiten',
  },

  call: {
    region: 'Gespräche',
    incoming: 'Anruf',
    outgoing: 'Ausgehender Anruf',
    callers: 'Anrufende Nummer',
    withheld: 'Nummer unterdrückt',
    answer: 'Annehmen',
    decline: 'Abweisen',
    cancel: 'Abbrechen',
    hangUp: 'Auflegen',
    hold: 'Halten',
    resume: 'Zurückholen',
    mute: 'Stumm',
    unmute: 'Stumm aus',
    keypad: 'Tastenfeld',
    keypadHint: 'Ziffern, * und # werden als Töne gesendet.',
    sent: 'Gesendet',
    show: 'Karte zeigen',
    dismiss: 'Schließen',
    ringing: 'Es klingelt',
    answering: 'Wird angenommen …',
    dialling: 'Wählt …',
    alerting: 'Klingelt dort …',
    connected: 'Im Gespräch',
    ending: 'Wird beendet …',
    ended: 'Beendet',
    muted: 'Mikrofon stumm',
    holdStates: {
      active: 'Im Gespräch',
      holding: 'Wird gehalten …',
      held: 'Gehalten',
      resuming: 'Wird zurückgeholt …',
    },
    heldByRemote: 'Die Gegenseite hält das Gespräch',
    holdRefused: 'Die Anlage hat das Halten oder Zurückholen abgelehnt.',
    signallingLost: 'Verbindung zur Anlage unterbrochen – das Gespräch läuft weiter',
    mediaLost: 'Es kommt kein Ton an – ein neuer Weg wird gesucht',
    duration: 'Dauer',
    endReasons: {
      hungUpHere: 'Aufgelegt',
      hungUpThere: 'Gegenseite hat aufgelegt',
      declinedHere: 'Abgewiesen',
      cancelledHere: 'Abgebrochen',
      callerCancelled: 'Anrufer hat aufgegeben',
      answeredElsewhere: 'An anderem Platz angenommen',
      busy: 'Besetzt',
      declinedThere: 'Gegenseite hat abgelehnt',
      noAnswer: 'Niemand hat abgenommen',
      notFound: 'Nummer nicht vergeben',
      forbidden: 'Von der Anlage nicht erlaubt',
      unavailable: 'Nicht erreichbar',
      mediaFailed: 'Keine Sprachverbindung möglich',
      microphoneFailed: 'Mikrofon nicht verfügbar',
      connectionLost: 'Verbindung verloren',
      transferred: 'Weitergegeben',
      failed: 'Fehlgeschlagen',
    },
    tone: (tone) => `Ton ${tone}`,
    others: 'Weitere Gespräche',
    swap: 'Makeln',
  },

  transfer: transferDe,

  card: {
    region: 'Anrufkarte',
    line: 'Leitung',
    unknownLine: 'Leitung unbekannt',
    unknownLineAdvice:
      'Die Anlage nennt keine bekannte Rufnummer. Bitte fragen Sie nach und wählen Sie die Leitung.',
    uncertainLine: 'Leitung unsicher',
    uncertainLineAdvice: (source) => `Nur erkannt an: ${source}. Bitte fragen Sie nach.`,
    administeredBy: (amt) => `zuständig: ${amt}`,
    outside: 'außerhalb des Kreises',
    correctLine: 'Leitung berichtigen',
    areaCodeTraps: {
      hamburg:
        'Vorwahl 040: Hamburg, aber auch Schenefeld oder Bönningstedt. Bitte nach dem Wohnort fragen.',
      mobile: 'Mobilnummer: Der Ort ist nicht erkennbar. Bitte nach dem Wohnort fragen.',
    },
    say: 'Sagen Sie',
    version: 'Fassung',
    chooseLine: 'Leitung wählen',
    sources: {
      'X-Dialed-Number': 'gewählte Nummer',
      To: 'To',
      'P-Called-Party-ID': 'P-Called-Party-ID',
      'History-Info': 'Rufumleitung (History-Info)',
      Diversion: 'Rufumleitung (Diversion)',
      'Request-URI': 'Request-URI',
      'Display-Name': 'Namenszusatz der Anlage',
      agent: 'Ihre Auswahl',
    },
    noMunicipality: 'Kommune noch offen',
    chooseMunicipality: 'Kommune',
    municipalityPlaceholder: 'Zwei Buchstaben genügen',
    noSuchMunicipality: 'Keine Kommune mit diesem Namen',
    suggestion: (areaCode, name) => `Vorwahl ${areaCode}: vermutlich ${name}`,
    takeSuggestion: (name) => `${name} übernehmen`,
    greeting: 'Begrüßung',
    opening: 'Öffnungszeiten',
    open: (until) => `geöffnet bis ${until} Uhr`,
    opensToday: (from) => `geschlossen, öffnet heute um ${from} Uhr`,
    opens: (day, from) => `geschlossen, öffnet ${day} um ${from} Uhr`,
    closed: 'geschlossen',
    openingUnknown: 'Öffnungszeiten nicht hinterlegt',
    notices: 'Hinweise',
    severities: { info: 'Hinweis', warning: 'Achtung', crisis: 'Krise' },
    noCard: 'Ohne Wissenspaket gibt es keine Anrufkarte.',
    menuChoice: 'Anrufer wählte im Sprachmenü:',
    menuChoiceUnknown: (value) => `„${value}“ (dazu gibt es hier kein Thema)`,
    hours: {
      summary: (now, all, hours) =>
        `Anrufe hier: ${now} in dieser Stunde, ${all} in ${hours} Stunden`,
      chart: 'Anrufe auf dieser Leitung je Stunde, Zahlen in der Tabelle darunter',
      hour: 'Stunde',
      here: 'an diesem Platz',
      centre: 'im ganzen Haus',
      from: (hour) => `${hour} bis ${(hour + 1) % 24} Uhr`,
    },
  },

  knowledge: {
    region: 'Wissen',
    search: 'Suche',
    placeholder: 'Einfach lostippen, z. B. „perso verloren“',
    searchIn: (area) => `für ${area}`,
    everywhere: 'alle Kommunen',
    clear: 'Suche leeren',
    topics: 'Themen',
    reasons: {
      notice: (title) => `wegen: ${title}`,
      menu: 'im Sprachmenü gewählt',
      recent: (count) => `zuletzt ${count}-mal gefragt`,
      season: (until) => `Jahreszeit, bis ${until}`,
    },
    topicsHint: 'Ziffer drücken',
    topicsHintAlt: 'Alt und Ziffer drücken',
    noTopics: 'Für diese Leitung sind keine Themen hinterlegt.',
    idleTitle: 'Wissen',
    idleHint: 'Tippen Sie los, um nach Leistungen zu suchen. Die Suche braucht kein Netzwerk.',
    hits: (count) => (count === 1 ? '1 Treffer' : `${count} Treffer`),
    noHits: 'Kein Treffer',
    noHitsAdvice: 'Bitte versuchen Sie ein anderes Wort, zum Beispiel den Namen der Leistung.',
    failed: 'Die Suche hat nicht geantwortet. Bitte versuchen Sie es erneut.',
    back: 'Zurück',
    levels: {
      federation: 'Bund',
      state: 'Land',
      county: 'Kreis',
      amt: 'Amt',
      municipality: 'Kommune',
    },
    modules: {
      say: 'Sagen',
      agentHint: 'Hinweis für Agenten',
      documents: 'Unterlagen',
      fee: 'Gebühr',
      deadline: 'Frist',
      duration: 'Dauer',
      whereAndWhen: 'Wo und wann',
      requirements: 'Voraussetzungen',
      procedure: 'Ablauf',
      fullText: 'Einzelheiten',
      notes: 'Besonderheiten',
      legalBasis: 'Rechtsgrundlage',
      responsible: 'Zuständige Stelle laut Quelle',
      teaser: 'Teaser',
      summary: 'Kurztext',
      forms: 'Formulare',
      furtherInformation: 'Weiterführende Informationen',
      appeal: 'Rechtsbehelf',
      author: 'Urheber',
    },
    offices: 'Zuständige Stelle',
    onlineService: 'Online-Dienst',
    links: 'Links',
    copyLink: 'Link kopieren',
    source: 'Quelle',
    updated: 'Stand',
    leika: 'LeiKa',
    validIn: (area) => `Gilt für: ${area}`,
    demonstration: 'Beispielinhalt zur Vorführung, keine Rechtsauskunft.',
    articleMissing: 'Dieser Artikel ist nicht mehr im Wissenspaket.',
    loading: 'Wird geladen …',
    hit: hitsDe,
    page: articleTextsDe,
  },

  knowledgeStatus: knowledgeTextsDe.status,

  idle: {
    region: 'Arbeitsplatz',
    ready: 'Bereit für Anrufe',
    readyHint: 'Beim nächsten Anruf erscheint hier die Anrufkarte.',
    notReady: 'Noch nicht erreichbar',
    practice: 'Übungsanrufe',
    practiceHint: 'Ein gesprochener Anruf wie im Alltag, ohne Telefonanlage und ohne Netzwerk.',
    practiceWaiting: 'Der Übungsbetrieb startet …',
    practiceBusy: 'Es läuft schon ein Übungsanruf.',
    startScenario: (title) => `Üben: ${title}`,
    lastCall: 'Letztes Gespräch',
  },

  settings: {
    title: 'Einstellungen',
    account: 'Konto an der Telefonanlage',
    accountHint: 'Ohne Konto arbeitet Amtsdraht im Übungsbetrieb.',
    registrars: 'Adresse der Anlage',
    registrarsHint: 'Zum Beispiel wss://telefon.kreis.example:8089/ws, mehrere mit Leerzeichen',
    registrarsInvalid: 'Bitte eine Adresse der Form wss://server:port/pfad eingeben.',
    user: 'Benutzer (Nebenstelle)',
    userInvalid: 'Bitte den Benutzer ohne Leerzeichen und ohne @ eingeben.',
    authorizationUser: 'Anmeldename',
    domain: 'SIP-Domäne',
    optional: 'nur wenn abweichend',
    password: 'Passwort',
    passwordHint:
      'Wird im Schlüsselspeicher des Betriebssystems abgelegt. Leer lassen, um es nicht zu ändern.',
    storedInKeyStore: 'Das Passwort liegt im Schlüsselspeicher.',
    storedForSession: 'Der Schlüsselspeicher nimmt nichts auf: Das Passwort gilt bis zum Beenden.',
    removeAccount: 'Konto entfernen und üben',
    managed: 'von der IT vorgegeben',
    appearance: 'Darstellung und Töne',
    language: 'Sprache',
    languages: { de: 'Deutsch', en: 'English' },
    theme: 'Farben',
    themes: { system: 'wie das System', light: 'hell', dark: 'dunkel', contrast: 'hoher Kontrast' },
    dtmf: 'Ziffern im Gespräch senden',
    dtmfWays: { rfc4733: 'im Sprachkanal (RFC 4733)', info: 'als SIP INFO' },
    blindTransfer: 'Weiterleiten',
    blindTransferWays: {
      supervised: 'überwacht: Anrufer kommt zurück, wenn das Ziel nicht abnimmt',
      refer: 'sofort abgeben: die Anlage verbindet allein (REFER)',
    },
    saved: 'Gespeichert.',
    notSaved: 'Die Einstellungen konnten nicht gespeichert werden.',
  },

  health: healthDe,
  setup: setupDe,
  updates: updatesDe,
  provisioning: provisioningDe,
  sound,

  keys: keysDe,

  announce: {
    ringing: (line, municipality, caller) =>
      `Anruf auf Leitung ${line}, ${municipality}, von ${caller}. Eingabe nimmt an, Escape weist ab.`,
    ringingUnknown: (caller) =>
      `Anruf, Leitung unbekannt, von ${caller}. Eingabe nimmt an, Escape weist ab.`,
    connected: 'Verbunden.',
    held: 'Gespräch gehalten.',
    resumed: 'Gespräch zurückgeholt.',
    muted: 'Mikrofon stumm.',
    unmuted: 'Mikrofon an.',
    ended: (reason) => `Gespräch beendet: ${reason}.`,
    conference: 'Konferenz: alle hören einander.',
    separated: 'Konferenz aufgelöst.',
    transferRings: (target) => `Es klingelt bei ${target}.`,
    transferFailed: (reason) => `Weiterleiten fehlgeschlagen: ${reason}.`,
  },

  crash: {
    title: 'In der Anzeige ist ein Fehler aufgetreten.',
    advice: 'Ein laufendes Gespräch geht weiter. Bitte laden Sie die Anzeige neu.',
    reload: 'Anzeige neu laden',
  },
};
