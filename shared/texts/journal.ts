import type { GapKind, Outcome } from '../journal/outcome.ts';

/** Texts about what comes after the call: wrap-up, call-backs, gaps, figures. */
export interface JournalTexts {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly wrapUp: {
    readonly title: string;
    readonly hint: string;
    readonly hintAlt: string;
    readonly outcome: string;
    readonly noOutcome: string;
    readonly line: string;
    readonly municipality: string;
    readonly noMunicipality: string;
    readonly topics: string;
    readonly noTopics: string;
    readonly transferredTo: string;
    readonly duration: string;
    readonly note: string;
    readonly noteHint: string;
    readonly save: string;
    readonly chooseFirst: string;
    readonly waiting: (count: number) => string;
    readonly diskFull: string;
    readonly saved: string;
  };
  readonly callbacks: {
    readonly title: string;
    readonly titleDue: (due: number) => string;
    readonly number: string;
    readonly name: string;
    readonly subject: string;
    readonly due: string;
    readonly dueChoices: Readonly<Record<'hour' | 'today' | 'tomorrow' | 'nextWeek', string>>;
    readonly consent: string;
    readonly consentMissing: string;
    readonly practice: string;
    readonly numberMissing: string;
    readonly add: string;
    readonly empty: string;
    readonly lost: string;
    readonly overdue: string;
    readonly done: string;
    readonly doneOf: (who: string) => string;
    readonly reopen: string;
    readonly remove: string;
    readonly removeOf: (who: string) => string;
    readonly retention: (days: number) => string;
  };
  readonly gap: {
    readonly open: string;
    readonly title: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<GapKind, string>>;
    readonly article: string;
    readonly query: string;
    readonly municipality: string;
    readonly remark: string;
    readonly remarkHint: string;
    readonly send: string;
    readonly sent: string;
  };
  readonly shift: {
    readonly title: string;
    readonly calls: string;
    readonly firstContact: string;
    readonly meanTalk: string;
    readonly unsaid: string;
    readonly gaps: string;
    readonly byLine: string;
    readonly byTopic: string;
    readonly byOutcome: string;
    readonly none: string;
    readonly count: string;
    readonly elsewhere: string;
    readonly privacy: string;
    readonly leaves: string;
    readonly leavesNothing: string;
    readonly waiting: (count: number) => string;
    readonly allSent: string;
    readonly failed: (reason: string) => string;
    readonly sendNow: string;
    readonly saveCsv: string;
    readonly csvSaved: (file: string) => string;
    readonly csvFailed: string;
  };
}

export const journalDe: JournalTexts = {
  outcomes: {
    solved: 'Gelöst',
    forwarded: 'Weitergeleitet',
    callback: 'Rückruf',
    notOurs: 'Nicht zuständig',
    aborted: 'Abgebrochen',
  },
  wrapUp: {
    title: 'Nachbearbeitung',
    hint: 'Ziffer wählt das Ergebnis, Eingabe speichert.',
    hintAlt: 'Alt und Ziffer wählen das Ergebnis, Eingabe speichert.',
    outcome: 'Ergebnis',
    noOutcome: 'Noch kein Ergebnis',
    line: 'Leitung',
    municipality: 'Kommune',
    noMunicipality: 'ohne Kommune oder außerhalb',
    topics: 'Themen',
    noTopics: 'kein Artikel geöffnet',
    transferredTo: 'Weitergeleitet an',
    duration: 'Gesprächsdauer',
    note: 'Notiz',
    noteHint:
      'Bleibt auf diesem Rechner. Bitte keine Namen und keine Angaben zu Gesundheit oder Sozialleistungen.',
    save: 'Speichern',
    chooseFirst: 'Bitte wählen Sie zuerst ein Ergebnis.',
    waiting: (count) =>
      count === 1 ? 'Ein weiteres Gespräch wartet.' : `${count} weitere Gespräche warten.`,
    diskFull:
      'Der Eintrag konnte nicht geschrieben werden. Er bleibt hier stehen; bitte verständigen Sie die IT.',
    saved: 'Gespeichert.',
  },
  callbacks: {
    title: 'Rückrufe',
    titleDue: (due) => `Rückrufe (${due} fällig)`,
    number: 'Rufnummer',
    name: 'Name (wenn gewünscht)',
    subject: 'Worum es geht',
    due: 'Wann',
    dueChoices: {
      hour: 'In einer Stunde',
      today: 'Heute noch',
      tomorrow: 'Morgen früh',
      nextWeek: 'In einer Woche',
    },
    consent: 'Die Anruferin oder der Anrufer ist einverstanden, dass die Nummer gespeichert wird.',
    consentMissing: 'Ohne Einverständnis wird keine Nummer gespeichert.',
    practice: 'Übungsanruf: Der Rückruf wird nicht eingetragen.',
    numberMissing: 'Für den Rückruf fehlt die Rufnummer.',
    add: 'Rückruf eintragen',
    empty: 'Niemand wartet auf einen Rückruf.',
    lost: 'Verbindung war abgerissen',
    overdue: 'fällig',
    done: 'Erledigt',
    doneOf: (who) => `Erledigt: ${who}`,
    reopen: 'Wieder öffnen',
    remove: 'Löschen',
    removeOf: (who) => `Löschen: ${who}`,
    retention: (days) =>
      days === 1
        ? 'Erledigtes wird nach einem Tag gelöscht.'
        : `Erledigtes wird nach ${days} Tagen gelöscht.`,
  },
  gap: {
    open: 'Antwort fehlt oder ist falsch',
    title: 'Lücke melden',
    kind: 'Was stimmt nicht?',
    kinds: {
      missing: 'Die Antwort fehlt',
      wrong: 'Die Antwort ist falsch',
      outdated: 'Die Antwort ist veraltet',
    },
    article: 'Artikel',
    query: 'Gesucht wurde',
    municipality: 'Kommune',
    remark: 'Anmerkung für die Redaktion',
    remarkHint: 'Bitte nichts über die Anruferin oder den Anrufer.',
    send: 'Melden',
    sent: 'Danke, die Lücke ist eingetragen.',
  },
  shift: {
    title: 'Meine Schicht',
    calls: 'Gespräche',
    firstContact: 'Beim ersten Anruf gelöst',
    meanTalk: 'Gesprächsdauer im Mittel',
    unsaid: 'Ohne Ergebnis',
    gaps: 'Gemeldete Lücken',
    byLine: 'Nach Leitung',
    byTopic: 'Nach Thema',
    byOutcome: 'Nach Ergebnis',
    none: 'Heute ist noch nichts eingetragen.',
    count: 'Anzahl',
    elsewhere: 'ohne Leitung',
    privacy: 'Diese Zahlen sehen nur Sie, an diesem Rechner.',
    leaves: 'Was diesen Rechner verlässt',
    leavesNothing: 'Nichts: Die IT hat kein Ziel für die Auswertung eingetragen.',
    waiting: (count) =>
      count === 1
        ? 'Ein Eintrag wartet auf den Versand.'
        : `${count} Einträge warten auf den Versand.`,
    allSent: 'Alles ist versandt.',
    failed: (reason) =>
      `Der Versand ist gescheitert. ${reason} Es wird von selbst wieder versucht.`,
    sendNow: 'Jetzt versenden',
    saveCsv: 'Als CSV speichern',
    csvSaved: (file) => `Gespeichert: ${file}`,
    csvFailed: 'Die Datei konnte nicht geschrieben werden.',
  },
};

export const journalEn: JournalTexts = {
  outcomes: {
    solved: 'Solved',
    forwarded: 'Forwarded',
    callback: 'Call-back',
    notOurs: 'Not ours',
    aborted: 'Aborted',
  },
  wrapUp: {
    title: 'Wrap-up',
    hint: 'A digit chooses the outcome, Enter saves.',
    hintAlt: 'Alt and a digit choose the outcome, Enter saves.',
    outcome: 'Outcome',
    noOutcome: 'No outcome yet',
    line: 'Line',
    municipality: 'Municipality',
    noMunicipality: 'none, or elsewhere',
    topics: 'Topics',
    noTopics: 'no article opened',
    transferredTo: 'Forwarded to',
    duration: 'Time talked',
    note: 'Note',
    noteHint: 'Stays on this computer. No names, please, and nothing about health or benefits.',
    save: 'Save',
    chooseFirst: 'Please choose an outcome first.',
    waiting: (count) =>
      count === 1 ? 'One more call is waiting.' : `${count} more calls are waiting.`,
    diskFull: 'The entry could not be written. It stays here; please tell your IT.',
    saved: 'Saved.',
  },
  callbacks: {
    title: 'Call-backs',
    titleDue: (due) => `Call-backs (${due} due)`,
    number: 'Number',
    name: 'Name (if wanted)',
    subject: 'What it is about',
    due: 'When',
    dueChoices: {
      hour: 'In an hour',
      today: 'Later today',
      tomorrow: 'Tomorrow morning',
      nextWeek: 'In a week',
    },
    consent: 'The caller agrees that the number is stored.',
    consentMissing: 'No number is stored without consent.',
    practice: 'Practice call: the call-back is not entered.',
    numberMissing: 'The number for the call-back is missing.',
    add: 'Add call-back',
    empty: 'Nobody waits for a call-back.',
    lost: 'connection had broken',
    overdue: 'due',
    done: 'Done',
    doneOf: (who) => `Done: ${who}`,
    reopen: 'Open again',
    remove: 'Delete',
    removeOf: (who) => `Delete: ${who}`,
    retention: (days) =>
      days === 1
        ? 'What is done is deleted after a day.'
        : `What is done is deleted after ${days} days.`,
  },
  gap: {
    open: 'Answer missing or wrong',
    title: 'Report a gap',
    kind: 'What is wrong?',
    kinds: {
      missing: 'The answer is missing',
      wrong: 'The answer is wrong',
      outdated: 'The answer is out of date',
    },
    article: 'Article',
    query: 'Searched for',
    municipality: 'Municipality',
    remark: 'Remark for the editors',
    remarkHint: 'Nothing about the caller, please.',
    send: 'Report',
    sent: 'Thank you, the gap has been entered.',
  },
  shift: {
    title: 'My shift',
    calls: 'Calls',
    firstContact: 'Solved in the first call',
    meanTalk: 'Mean time talked',
    unsaid: 'Without an outcome',
    gaps: 'Gaps reported',
    byLine: 'By line',
    byTopic: 'By topic',
    byOutcome: 'By outcome',
    none: 'Nothing has been entered today.',
    count: 'Count',
    elsewhere: 'without a line',
    privacy: 'Only you see these figures, on this computer.',
    leaves: 'What leaves this computer',
    leavesNothing: 'Nothing: your IT has set no destination for figures.',
    waiting: (count) =>
      count === 1 ? 'One entry waits to be sent.' : `${count} entries wait to be sent.`,
    allSent: 'Everything has been sent.',
    failed: (reason) => `Sending has failed. ${reason} It is tried again by itself.`,
    sendNow: 'Send now',
    saveCsv: 'Save as CSV',
    csvSaved: (file) => `Saved: ${file}`,
    csvFailed: 'The file could not be written.',
  },
};

/** Problems of the journal in the window. */
export const journalProblemsDe = {
  journalBroken: {
    title: 'Aufzeichnungen über Gespräche waren zum Teil unlesbar.',
    advice:
      'Lesbares bleibt in Gebrauch, Unlesbares wurde nicht gelöscht. Bitte verständigen Sie die IT.',
  },
  journalDiskFull: {
    title: 'Ein Eintrag konnte nicht geschrieben werden.',
    advice:
      'Er bleibt stehen, bis wieder Platz auf dem Datenträger ist. Bitte verständigen Sie die IT.',
  },
  wrapUpsOverdue: {
    title:
      'Mehr als 20 Gespräche warteten auf ihr Ergebnis. Die ältesten wurden ohne Ergebnis eingetragen.',
    advice: 'In Ihrer Schicht stehen sie als offen. Bitte schließen Sie die übrigen ab.',
  },
} as const;

export const journalProblemsEn = {
  journalBroken: {
    title: 'Some of the records about calls were unreadable.',
    advice: 'What is readable stays in use, nothing was deleted. Please tell your IT.',
  },
  journalDiskFull: {
    title: 'An entry could not be written.',
    advice: 'It stays until there is room on the disk. Please tell your IT.',
  },
  wrapUpsOverdue: {
    title: 'More than 20 calls waited for their outcome. The oldest were entered without one.',
    advice: 'In your shift they are shown as open. Please complete the others.',
  },
} as const;
