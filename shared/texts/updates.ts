import type { ProblemCode } from '../problem.ts';
import type { UpdateFailure, UpdateOffReason } from '../updates/update-state.ts';

/** Words of updates by the program itself. Times come as the reader writes them. */
export interface UpdateTexts {
  readonly off: Readonly<Record<UpdateOffReason, string>>;
  readonly notYetChecked: string;
  readonly upToDate: (time: string) => string;
  /** A newer version is not for this desk yet. */
  readonly later: (version: string) => string;
  readonly checking: string;
  readonly loading: (version: string, percent: number) => string;
  readonly trying: (version: string) => string;
  readonly readyAt: (version: string, time: string) => string;
  readonly readyAfter: Readonly<Record<'call' | 'wrapUp' | 'quiet', (version: string) => string>>;
  readonly installing: (version: string) => string;
  readonly failures: Readonly<Record<UpdateFailure, string>>;
  readonly retryAt: (time: string) => string;
  readonly check: string;
  readonly note: string;
}

export const updatesDe: UpdateTexts = {
  off: {
    noServer: 'aus: Kein Update-Server vorgegeben',
    noKeys: 'aus: Zum Update-Server fehlt der Schlüssel (updateKeys)',
    managed: 'durch die IT: Dieses Programm ist für den ganzen Rechner installiert',
    portable: 'aus: Eine tragbare Fassung ersetzt, wer sie verteilt',
    notInstalled: 'aus: Das Programm ist nicht installiert',
  },
  notYetChecked: 'noch nicht nachgesehen',
  upToDate: (time) => `aktuell, nachgesehen um ${time} Uhr`,
  later: (version) => `Fassung ${version} kommt später auch an diesen Platz`,
  checking: 'Es wird nachgesehen …',
  loading: (version, percent) => `Update wird geladen: Fassung ${version}, ${percent} %`,
  trying: (version) => `Update wird geprüft: Fassung ${version}`,
  readyAt: (version, time) => `Update bereit: Fassung ${version} wird um ${time} Uhr eingespielt.`,
  readyAfter: {
    call: (version) => `Update bereit: Fassung ${version} wird nach dem Gespräch eingespielt.`,
    wrapUp: (version) =>
      `Update bereit: Fassung ${version} wird nach der Nachbearbeitung eingespielt.`,
    quiet: (version) => `Update bereit: Fassung ${version} wird gleich eingespielt.`,
  },
  installing: (version) => `Update wird eingespielt: Fassung ${version}`,
  failures: {
    unreachable: 'Der Update-Server ist nicht erreichbar.',
    unsigned: 'Das Update ist nicht gültig unterschrieben und wurde abgelehnt.',
    unreadable: 'Die Angaben des Update-Servers sind nicht lesbar.',
    older: 'Der Update-Server bietet eine ältere Fassung an; sie wurde abgelehnt.',
    damaged: 'Das Update kam beschädigt an und wurde verworfen.',
    doesNotStart: 'Die neue Fassung startet auf diesem Rechner nicht.',
    notStored: 'Das Update ließ sich auf diesem Rechner nicht speichern.',
    notReplaced: 'Die neue Fassung konnte nicht an die Stelle der alten gelegt werden.',
  },
  retryAt: (time) => `Nächster Versuch um ${time} Uhr.`,
  check: 'Nach Updates sehen',
  note: 'Der Neustart dauert wenige Sekunden; in dieser Zeit erreichen Sie keine Anrufe. Ein Gespräch wird nie unterbrochen.',
};

export const updatesEn: UpdateTexts = {
  off: {
    noServer: 'off: no update server is set',
    noKeys: 'off: the key of the update server (updateKeys) is missing',
    managed: 'by IT: this program is installed for the whole machine',
    portable: 'off: a portable copy is replaced by whoever hands it out',
    notInstalled: 'off: the program is not installed',
  },
  notYetChecked: 'not looked for yet',
  upToDate: (time) => `up to date, looked for at ${time}`,
  later: (version) => `version ${version} comes to this workplace later`,
  checking: 'Looking …',
  loading: (version, percent) => `Update is being loaded: version ${version}, ${percent} %`,
  trying: (version) => `Update is being checked: version ${version}`,
  readyAt: (version, time) => `Update ready: version ${version} is put in at ${time}.`,
  readyAfter: {
    call: (version) => `Update ready: version ${version} is put in after the call.`,
    wrapUp: (version) => `Update ready: version ${version} is put in after the wrap-up.`,
    quiet: (version) => `Update ready: version ${version} is put in shortly.`,
  },
  installing: (version) => `Update is being put in: version ${version}`,
  failures: {
    unreachable: 'The update server cannot be reached.',
    unsigned: 'The update is not validly signed and was refused.',
    unreadable: 'What the update server says cannot be read.',
    older: 'The update server offers an older version; it was refused.',
    damaged: 'The update arrived damaged and was thrown away.',
    doesNotStart: 'The new version does not start on this machine.',
    notStored: 'The update could not be stored on this machine.',
    notReplaced: 'The new version could not be put in the place of the old one.',
  },
  retryAt: (time) => `Next attempt at ${time}.`,
  check: 'Look for updates',
  note: 'The restart takes a few seconds; no calls reach you meanwhile. A call is never interrupted.',
};

type UpdateProblems = Readonly<
  Record<
    Extract<ProblemCode, `update${string}`>,
    { readonly title: string; readonly advice: string }
  >
>;

export const updateProblemsDe: UpdateProblems = {
  updateRefused: {
    title: 'Ein Update wurde abgelehnt.',
    advice:
      'Sie arbeiten mit der bisherigen Fassung weiter. Bitte geben Sie der IT die Einzelheiten.',
  },
  updateFailed: {
    title: 'Ein Update konnte nicht eingespielt werden.',
    advice:
      'Sie arbeiten mit der bisherigen Fassung weiter; Amtsdraht versucht es erneut. Bitte geben Sie der IT die Einzelheiten.',
  },
  updateServerAway: {
    title: 'Der Update-Server ist seit Längerem nicht erreichbar.',
    advice:
      'Telefonieren geht weiter; Amtsdraht versucht es erneut. Bitte verständigen Sie die IT.',
  },
};

export const updateProblemsEn: UpdateProblems = {
  updateRefused: {
    title: 'An update was refused.',
    advice: 'You go on with the present version. Please give the details to IT.',
  },
  updateFailed: {
    title: 'An update could not be put in.',
    advice:
      'You go on with the present version; Amtsdraht tries again. Please give the details to IT.',
  },
  updateServerAway: {
    title: 'The update server has been out of reach for a while.',
    advice: 'Calls go on; Amtsdraht tries again. Please tell IT.',
  },
};
