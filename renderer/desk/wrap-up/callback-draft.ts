import type { CallbackOrder } from '../../../shared/journal/callback.ts';

/** When somebody is to be called back, as agents say it. */
export const dueChoices = ['hour', 'today', 'tomorrow', 'nextWeek'] as const;
export type DueChoice = (typeof dueChoices)[number];

/** A call-back that is being entered. */
export interface CallbackDraft {
  readonly number: string;
  readonly name: string;
  readonly subject: string;
  readonly due: DueChoice;
  /** The caller agrees that the number is stored. */
  readonly consent: boolean;
}

export const emptyCallback: CallbackDraft = {
  number: '',
  name: '',
  subject: '',
  due: 'today',
  consent: false,
};

export type CallbackFault = 'consentMissing' | 'numberMissing';

/** The order of a draft, or what is missing. @param now epoch milliseconds */
export function orderOf(
  draft: CallbackDraft,
  now: number,
): { readonly order: CallbackOrder } | { readonly fault: CallbackFault } {
  const number = draft.number.trim();
  if (number === '') return { fault: 'numberMissing' };
  if (!draft.consent) return { fault: 'consentMissing' };
  return {
    order: {
      number: number.slice(0, 128),
      name: draft.name.trim() === '' ? null : draft.name.trim().slice(0, 128),
      subject: draft.subject.trim() === '' ? null : draft.subject.trim().slice(0, 500),
      dueAt: dueAt(draft.due, now),
    },
  };
}

/** Moment of a choice in the clock of this machine, in epoch milliseconds. */
export function dueAt(choice: DueChoice, now: number): number {
  const date = new Date(now);
  switch (choice) {
    case 'hour':
      return now + 60 * 60_000;
    case 'today':
      // Before the centre closes; who asks later gets an hour.
      return Math.max(date.setHours(17, 0, 0, 0), now + 60 * 60_000);
    case 'tomorrow':
      date.setDate(date.getDate() + 1);
      return date.setHours(9, 0, 0, 0);
    case 'nextWeek':
      date.setDate(date.getDate() + 7);
      return date.setHours(9, 0, 0, 0);
  }
}
