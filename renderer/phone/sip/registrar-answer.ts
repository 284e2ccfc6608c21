import type { RegistrationFailure } from '../../../shared/registration.ts';

/** Registration asked for, in seconds; refreshed at half of what was granted. */
export const expiresSeconds = 300;
/** Nobody is kept waiting for longer than this by a Retry-After, in seconds. */
const longestRetryAfterSeconds = 600;

interface Headers {
  readonly getHeader: (name: string) => string | undefined;
  readonly getHeaders: (name: string) => readonly string[];
}

/**
 * Seconds granted by a 2xx to REGISTER: the Contact's own value before Expires (RFC 3261 10.2.4).
 * @param user of our Contact; the other contacts of the account are listed too
 */
export function grantedSeconds(message: Headers, user: string): number {
  const own = message.getHeaders('Contact').find((contact) => contact.includes(`:${user}@`)) ?? '';
  const granted = /;\s*expires\s*=\s*"?(\d+)/i.exec(own)?.[1];
  const seconds = Number(granted ?? message.getHeader('Expires') ?? expiresSeconds);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : expiresSeconds;
}

/** What a refused REGISTER means. @param authenticated our credentials were in it */
export function failureOfStatus(status: number, authenticated: boolean): RegistrationFailure {
  if (status === 401 || status === 407) return 'wrongPassword';
  if (status === 403) return authenticated ? 'wrongPassword' : 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'serverError' : 'forbidden';
}

/** How long the registrar wants to be left alone (RFC 3261 20.33), in milliseconds; 0: it says nothing. */
export function retryAfterMs(message: Pick<Headers, 'getHeader'>): number {
  const seconds = Number(/^\s*(\d{1,9})/.exec(message.getHeader('Retry-After') ?? '')?.[1] ?? 0);
  return Math.min(seconds, longestRetryAfterSeconds) * 1000;
}
