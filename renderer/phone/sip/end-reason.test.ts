import { expect, it } from 'vitest';
import { endReasonOfCancel, endReasonOfStatus } from './end-reason.ts';
import { failureOfStatus } from './registrar-answer.ts';

it.each([
  [400, 'failed'],
  [401, 'forbidden'],
  [404, 'notFound'],
  [408, 'noAnswer'],
  [480, 'unavailable'],
  [484, 'notFound'],
  [486, 'busy'],
  [487, 'cancelledHere'],
  [488, 'mediaFailed'],
  [500, 'failed'],
  [600, 'busy'],
  [603, 'declinedThere'],
  [604, 'notFound'],
  [0, 'failed'],
])('a call refused with %i ends as %s', (status, reason) => {
  expect(endReasonOfStatus(status)).toBe(reason);
});

it.each([
  ['SIP;cause=200;text="Call completed elsewhere"', 'answeredElsewhere'],
  ['SIP ; cause = 200', 'answeredElsewhere'],
  ['Q.850;cause=26,SIP;cause=200', 'answeredElsewhere'],
  ['SIP;text="a, b; cause=1";cause=200', 'answeredElsewhere'],
  ['SIP;cause=2000', 'callerCancelled'],
  ['SIP;cause=487, Q.850;cause=200', 'callerCancelled'],
  ['XSIP;cause=200', 'callerCancelled'],
  ['SIP;text=";cause=200"', 'callerCancelled'],
  ['', 'callerCancelled'],
])('CANCEL with Reason: %s is %s', (header, reason) => {
  expect(endReasonOfCancel([header])).toBe(reason);
  expect(endReasonOfCancel(['Q.850;cause=16', header])).toBe(reason);
});

it.each([
  [401, true, 'wrongPassword'],
  [403, true, 'wrongPassword'],
  [403, false, 'forbidden'],
  [404, true, 'notFound'],
  [408, false, 'timeout'],
  [503, true, 'serverError'],
  [606, true, 'serverError'],
  [400, true, 'forbidden'],
])('a REGISTER refused with %i (credentials sent: %s) is %s', (status, sent, failure) => {
  expect(failureOfStatus(status, sent)).toBe(failure);
});
