import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Registration } from '../../../shared/registration.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';

// What the window may say about the registration: only what an answer has proven.
let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

function standing(): Extract<Registration, { phase: 'registered' }> {
  const { registration } = desk;
  if (registration.phase !== 'registered') throw new Error(`registration is ${registration.phase}`);
  return registration;
}

it('every answer to OPTIONS is told, and counts neither as a REGISTER nor as a new registration', async () => {
  const stood = standing();
  await pass(60_000);
  const { answeredAt } = standing();
  expect(desk.registration).toEqual({ ...stood, answeredAt });
  expect(answeredAt - stood.answeredAt).toBeGreaterThan(50_000);
});

it('who has stood since when is told anew after a loss only', async () => {
  const { since } = standing();
  await pass(200_000);
  expect(standing().confirmedAt).toBeGreaterThan(since);
  expect(desk.registration).toMatchObject({ since });
  desk.wire.socket.drop();
  await desk.registrationIs('waiting');
  await desk.registrationIs('registered');
  expect(desk.registration).toMatchObject({ since: standing().confirmedAt });
});
