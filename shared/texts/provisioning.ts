import type { ProblemCode } from '../problem.ts';
import type { ProvisionLinkFault } from '../settings/provision-link.ts';

type ProvisioningProblems = Readonly<
  Record<
    Extract<ProblemCode, 'policyRefused' | 'policyNotFetched' | 'passwordFileLeft'>,
    { readonly title: string; readonly advice: string }
  >
>;

export const provisioningProblemsDe: ProvisioningProblems = {
  passwordFileLeft: {
    title: 'Eine Datei mit dem SIP-Passwort liegt noch auf diesem Rechner.',
    advice: 'Bitte geben Sie der IT die Einzelheiten.',
  },
  policyRefused: {
    title: 'Vorgaben der IT vom Server wurden abgelehnt.',
    advice: 'Es gelten die zuletzt geprüften. Bitte geben Sie der IT die Einzelheiten.',
  },
  policyNotFetched: {
    title: 'Die Vorgaben der IT konnten nicht abgerufen werden.',
    advice:
      'Amtsdraht läuft mit dem, was dieser Rechner vorgibt, und versucht es weiter. Bitte geben Sie der IT die Einzelheiten.',
  },
};

export const provisioningProblemsEn: ProvisioningProblems = {
  passwordFileLeft: {
    title: 'A file with the SIP password is still on this machine.',
    advice: 'Please give the details to IT.',
  },
  policyRefused: {
    title: 'Settings of IT from the server were refused.',
    advice: 'The last ones that were checked apply. Please give the details to IT.',
  },
  policyNotFetched: {
    title: 'The settings of IT could not be fetched.',
    advice:
      'Amtsdraht runs with what this machine sets, and keeps trying. Please give the details to IT.',
  },
};

/** Words of the boxes about a link that wants to set up this desk. */
export interface ProvisioningTexts {
  readonly question: (host: string) => string;
  readonly questionDetail: (url: string) => string;
  readonly agree: string;
  readonly cancel: string;
  readonly notSetUp: string;
  readonly notAllowed: string;
  readonly alreadySet: string;
  readonly noKeys: string;
  readonly inCall: string;
  readonly faults: Readonly<Record<ProvisionLinkFault, string>>;
  readonly done: (serial: number) => string;
  readonly doneDetail: string;
}

export const provisioningDe: ProvisioningTexts = {
  question: (host) => `Diesen Platz mit Vorgaben von ${host} einrichten?`,
  questionDetail: (url) =>
    `Ein Link verlangt das. Stimmen Sie nur zu, wenn Ihre IT Ihnen diesen Link gegeben hat.\n\n${url}`,
  agree: 'Einrichten',
  cancel: 'Abbrechen',
  notSetUp: 'Dieser Platz wurde nicht eingerichtet.',
  notAllowed:
    'Die Vorgaben dieses Rechners erlauben das Einrichten durch einen Link nicht (provisioningLinks).',
  alreadySet: 'Die Adresse der Vorgaben legt dieser Rechner schon selbst fest (policyUrl).',
  noKeys: 'Dieser Rechner nennt keinen Schlüssel, der Vorgaben unterschreiben darf (policyKeys).',
  inCall: 'Bitte beenden Sie zuerst das Gespräch und öffnen Sie den Link dann noch einmal.',
  faults: {
    unknown:
      'Der Link verlangt etwas, das Amtsdraht nicht kennt. Er muss mit amtsdraht://provision?url= beginnen.',
    noUrl: 'Im Link fehlt die Adresse der Vorgaben (url).',
    notHttps: 'Die Adresse im Link beginnt nicht mit https://.',
    credentials:
      'Die Adresse im Link enthält einen Benutzer oder ein Passwort; das ist nicht erlaubt.',
    tooLong: 'Der Link ist zu lang.',
  },
  done: (serial) => `Die Vorgaben (Nummer ${serial}) sind geprüft und gespeichert.`,
  doneDetail: 'Amtsdraht startet jetzt neu.',
};

export const provisioningEn: ProvisioningTexts = {
  question: (host) => `Set up this workplace with settings from ${host}?`,
  questionDetail: (url) =>
    `A link asks for it. Agree only if your IT has given you this link.\n\n${url}`,
  agree: 'Set up',
  cancel: 'Cancel',
  notSetUp: 'This workplace was not set up.',
  notAllowed: 'The settings of this machine do not allow setting up by a link (provisioningLinks).',
  alreadySet: 'This machine already sets the address of the settings itself (policyUrl).',
  noKeys: 'This machine names no key that may sign settings (policyKeys).',
  inCall: 'Please end the call first and then open the link again.',
  faults: {
    unknown:
      'The link asks for something that Amtsdraht does not know. It has to begin with amtsdraht://provision?url=.',
    noUrl: 'The address of the settings (url) is missing in the link.',
    notHttps: 'The address in the link does not begin with https://.',
    credentials: 'The address in the link has a user or a password in it; that is not allowed.',
    tooLong: 'The link is too long.',
  },
  done: (serial) => `The settings (number ${serial}) are checked and kept.`,
  doneDetail: 'Amtsdraht starts anew now.',
};
