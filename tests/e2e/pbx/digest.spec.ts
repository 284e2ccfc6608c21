import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pbx, type AgentName } from '../../pbx/asterisk.ts';
import { pressOnDesk, waitForPhase, waitForRegistered } from '../support/desk.ts';
import { launchApp } from '../support/electron-app.ts';
import { serviceNumbers } from '../../pbx/dial-plan.ts';

let pbx: Pbx;
beforeAll(async () => {
  pbx = await Pbx.start();
});
afterAll(async () => {
  await pbx.stop();
});

test.each([
  ['agent3', 'SHA-256 only', 'practice-only-3'],
  ['agent4', 'MD5 and SHA-256', 'practice-only-4'],
] as const)(
  '%s: Asterisk with %s registers the phone and takes its call',
  async (user: AgentName, _digests, password) => {
    const launched = await launchApp({
      policy: { account: { registrars: [pbx.registrar], user }, extraCaFile: pbx.caFile },
      password,
    });
    try {
      const desk = await launched.desk();
      await waitForRegistered(desk);
      await pbx.waitForContact(user);
      await pressOnDesk(desk, 'F3');
      await desk.getByLabel('Rufnummer').fill(serviceNumbers.milliwatt);
      await desk.getByRole('button', { name: 'Anrufen' }).click();
      await waitForPhase(desk, 'connected');
      await pressOnDesk(desk, 'F10');
      await expect.poll(() => pbx.channelCount(), { timeout: 10_000 }).toBe(0);
    } finally {
      await launched.close();
    }
  },
);
