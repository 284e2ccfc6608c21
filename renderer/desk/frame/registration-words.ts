import type { Registration } from '../../../shared/registration.ts';
import type { Texts } from '../../../shared/texts/index.ts';

/** When the exchange said so last; what is not proven has no title. */
export function registrationProof(registration: Registration, texts: Texts): string | undefined {
  if (registration.phase !== 'registered') return undefined;
  const time = new Date(registration.confirmedAt).toLocaleTimeString('de-DE', {
    hour: '2-digit',
    minute: '2-digit',
  });
  return texts.registration.confirmedAt(time);
}

/** The state of the registration in words; of one that failed the reason. */
export function registrationWords(registration: Registration, texts: Texts): string {
  if (registration.phase === 'waiting') return texts.registration.failures[registration.failure];
  return texts.registration[registration.phase];
}
