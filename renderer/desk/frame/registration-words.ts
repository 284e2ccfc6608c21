import type { Registration } from '../../../shared/registration.ts';
import type { Texts } from '../../../shared/texts/index.ts';

/** The state of the registration in words; of one that failed the reason. */
export function registrationWords(registration: Registration, texts: Texts): string {
  if (registration.phase === 'waiting') return texts.registration.failures[registration.failure];
  return texts.registration[registration.phase];
}
