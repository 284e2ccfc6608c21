import type { RegistrationFailure } from '../../../shared/registration.ts';

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** A wrong password is not tried over and over: many PBXs lock the account. */
const passwordPauseMs = 60_000;
/** Desks that were all sent away for the same time come back spread over so long. */
const returnSpreadMs = 5_000;
/** Nobody is kept waiting for longer by an exchange that starts and swallows what it is told. */
const firstAnswerMs = 4_000;
/** So many attempts in a row may meet an exchange in its start; after them it is one that is slow. */
const hastyAttempts = 3;
/** A socket or a REGISTER without an answer for this long is given up, in milliseconds. */
export const longestAnswerMs = 10_000;
/** Somebody is talking: longer than this nobody waits for a network that may be back. */
const longestRevivalMs = 5_000;
const firstReturnMs = 60_000;
const longestReturnMs = 600_000;

/**
 * Pause before the next attempt: doubling from 1 s to 30 s, each between half and one and a half of
 * that, so that 25 desks do not come back in the same moment; after a refusal one minute and a bit.
 * @param attempt 0 for the first
 * @param random 0 (inclusive) to 1 (exclusive)
 */
export function retryPauseMs(
  attempt: number,
  failure: RegistrationFailure,
  random: number,
): number {
  if (failure === 'wrongPassword' || failure === 'forbidden')
    return Math.round(passwordPauseMs * (1 + random / 4));
  return doubling(firstPauseMs, longestPauseMs, attempt, random);
}

/**
 * How long opening a socket, and the first REGISTER on it, may each stay without an answer: 4 s for the
 * first attempts, then up to 10 s, so that a slow exchange is reached as well.
 * @param attempt 0 for the first
 */
export function answerLimitMs(attempt: number): number {
  return Math.min(
    longestAnswerMs,
    firstAnswerMs * 2 ** Math.min(Math.max(0, attempt + 1 - hastyAttempts), 10),
  );
}

/**
 * When a registrar that wants to be left alone may be asked: never sooner, and not by all at once.
 * @param askedMs Retry-After in milliseconds
 */
export function obeyedPauseMs(askedMs: number, random: number): number {
  return askedMs + Math.round(returnSpreadMs * random);
}

/** Pause before a conversation gets another try for a new socket: doubling from 1 to 5 s, spread likewise. */
export function revivalPauseMs(attempt: number, random: number): number {
  return doubling(firstPauseMs, longestRevivalMs, attempt, random);
}

/** Pause before a better registrar is looked for again: doubling from 1 to 10 minutes, spread likewise. */
export function returnPauseMs(attempt: number, random: number): number {
  return doubling(firstReturnMs, longestReturnMs, attempt, random);
}

function doubling(first: number, longest: number, attempt: number, random: number): number {
  return Math.round(Math.min(longest, first * 2 ** Math.min(attempt, 10)) * (0.5 + random));
}
