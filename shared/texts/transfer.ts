import type { TransferStage } from '../call/call.ts';
import type { TransferTarget } from '../card.ts';

/** Words of passing calls on and of speaking with more than one. */
export interface TransferTexts {
  readonly transfer: string;
  readonly consult: string;
  readonly complete: string;
  readonly back: string;
  readonly consultationFor: string;
  readonly stages: Readonly<Record<TransferStage, (target: string) => string>>;
  /** `back`: the caller hears the agent again; otherwise he is still on hold. */
  readonly failed: (reason: string, back: boolean) => string;
  readonly consulting: string;
  readonly titles: Readonly<Record<'transfer' | 'consult', string>>;
  readonly number: string;
  readonly hint: string;
  readonly targets: string;
  readonly reasons: Readonly<Record<TransferTarget['reason'], string>>;
  readonly noTarget: string;
  readonly callGone: string;
  readonly confer: string;
  readonly separate: string;
  readonly inConference: string;
  readonly referral: (target: string) => string;
  readonly follow: string;
  readonly refuse: string;
}

export const transferDe: TransferTexts = {
  transfer: 'Weiterleiten',
  consult: 'Rückfrage',
  complete: 'Übergeben',
  back: 'Zurück zum Anrufer',
  consultationFor: 'Rückfrage zu',
  stages: {
    requested: (target) => `Weiterleiten an ${target} …`,
    accepted: (target) => `Weiterleiten an ${target}: von der Anlage angenommen`,
    ringing: (target) => `Weiterleiten an ${target}: es klingelt dort`,
  },
  failed: (reason, back) =>
    `Weiterleiten fehlgeschlagen: ${reason}. ${back ? 'Der Anrufer ist wieder bei Ihnen.' : 'Der Anrufer wartet.'}`,
  consulting: 'Wartet, während Sie rückfragen',
  titles: { transfer: 'Weiterleiten', consult: 'Rückfrage halten' },
  number: 'Rufnummer oder Stelle',
  hint: 'Nummer oder Name eintippen; Eingabe nimmt die erste Stelle der Liste, Pfeil nach unten wählt',
  targets: 'Stellen',
  reasons: {
    article: 'zuständig laut Artikel',
    card: 'Stelle dieser Leitung',
    municipality: 'Stelle der Kommune',
    name: 'Name passt',
  },
  noTarget: 'Bitte geben Sie eine Nummer oder den Namen einer Stelle ein.',
  callGone: 'Das Gespräch ist beendet; es kann nicht mehr weitergegeben werden.',
  confer: 'Konferenz',
  separate: 'Konferenz auflösen',
  inConference: 'Konferenz: alle hören einander',
  referral: (target) => `Die Gegenseite möchte Sie mit ${target} verbinden.`,
  follow: 'Dort anrufen',
  refuse: 'Ablehnen',
};

export const transferEn: TransferTexts = {
  transfer: 'Transfer',
  consult: 'Consult',
  complete: 'Hand over',
  back: 'Back to the caller',
  consultationFor: 'Consultation for',
  stages: {
    requested: (target) => `Transferring to ${target} …`,
    accepted: (target) => `Transferring to ${target}: taken on by the PBX`,
    ringing: (target) => `Transferring to ${target}: it rings there`,
  },
  failed: (reason, back) =>
    `Transfer failed: ${reason}. ${back ? 'The caller is with you again.' : 'The caller is waiting.'}`,
  consulting: 'Waits while you consult',
  titles: { transfer: 'Transfer', consult: 'Consult' },
  number: 'Number or office',
  hint: 'Type a number or a name; Enter takes the first office of the list, arrow down chooses',
  targets: 'Offices',
  reasons: {
    article: 'responsible by the article',
    card: 'office of this line',
    municipality: 'office of the municipality',
    name: 'name fits',
  },
  noTarget: 'Please enter a number or the name of an office.',
  callGone: 'The call has ended; it can no longer be passed on.',
  confer: 'Conference',
  separate: 'End conference',
  inConference: 'Conference: everybody hears everybody',
  referral: (target) => `The other side wants to connect you to ${target}.`,
  follow: 'Call there',
  refuse: 'Refuse',
};
