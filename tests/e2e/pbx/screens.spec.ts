// Screens that need more than one call, or a colleague: practice has neither.
import { afterAll, beforeAll, describe, test } from 'vitest';
import { callFromOutside, type OutsideCaller } from '../../pbx/sipp.ts';
import {
  answeredCaller,
  colleagueAnswers,
  colleagueNumber,
  hangUpAll,
  openCentre,
  passOn,
  type Centre,
} from '../support/agents.ts';
import { pressOnDesk, waitForPhase, waitForRinging } from '../support/desk.ts';
import { expectGoodScreen } from '../support/screens.ts';

const elmshorn = '+494066969540';
let centre: Centre;
let second: OutsideCaller;

beforeAll(async () => {
  centre = await openCentre({
    watch: {
      colleagues: [
        { name: 'Frau Petersen', extension: colleagueNumber },
        { name: 'Herr Ohnehint', extension: '998' },
      ],
      queues: [{ name: 'Krisentelefon', extension: '799' }],
      pickup: '*8',
      voicemail: '*97',
    },
  });
});
afterAll(() => centre.close());

/** Each screen, and how to get there from the one before. */
const screens: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'dial with colleagues',
    async () => {
      const { desk } = centre.agent;
      await pressOnDesk(desk, 'F3');
      await desk.getByRole('listitem').filter({ hasText: 'Frau Petersen' }).first().waitFor();
    },
  ],
  [
    'a call rings while a number is written',
    async () => {
      const { desk } = centre.agent;
      await desk.getByLabel('Rufnummer').fill('04103');
      await callFromOutside(centre.pbx, { number: elmshorn, talkSeconds: 120 });
      await desk.getByRole('dialog').getByRole('region', { name: 'Anrufkarte' }).waitFor();
    },
  ],
  [
    'second call rings',
    async () => {
      const { desk } = centre.agent;
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await hangUpAll(centre);
      await answeredCaller(centre);
      second = await callFromOutside(centre.pbx, { number: elmshorn, talkSeconds: 120 });
      await desk.locator('.desk-bar--other[data-phase=ringing]').waitFor();
    },
  ],
  [
    'two calls, one on hold',
    async () => {
      const { desk } = centre.agent;
      await pressOnDesk(desk, 'Enter');
      await desk
        .locator('.desk-bar--other [data-hold=held], .desk-bar--other[data-hold=held]')
        .waitFor();
      await waitForPhase(desk, 'connected', 'active');
    },
  ],
  [
    'consultation that rings',
    async () => {
      const { desk } = centre.agent;
      await pressOnDesk(desk, 'F10');
      await second.finished;
      await pressOnDesk(desk, 'F2');
      await waitForPhase(desk, 'connected', 'active');
      await passOn(centre, 'F5', colleagueNumber);
      await waitForRinging(centre.colleague.desk);
    },
  ],
  [
    'consultation',
    async () => {
      await colleagueAnswers(centre);
      await waitForPhase(centre.agent.desk, 'connected', 'active');
    },
  ],
  [
    'conference',
    async () => {
      const { desk } = centre.agent;
      await pressOnDesk(desk, 'F6');
      await desk.getByText('Konferenz: alle hören einander').first().waitFor();
    },
  ],
  [
    'transfer that rings',
    async () => {
      const { desk } = centre.agent;
      await hangUpAll(centre);
      await answeredCaller(centre);
      await passOn(centre, 'F4', colleagueNumber);
      await waitForRinging(centre.colleague.desk);
      await desk
        .getByText(/klingelt/)
        .first()
        .waitFor();
    },
  ],
  [
    'a call rings while a note is written',
    async () => {
      const { desk } = centre.agent;
      await hangUpAll(centre);
      await desk.getByLabel('Notiz').click();
      await desk.keyboard.type('will die Termine');
      await callFromOutside(centre.pbx, { number: elmshorn, talkSeconds: 120 });
      await waitForRinging(desk);
    },
  ],
];

describe('every screen with several calls', () => {
  for (const [name, open] of screens)
    test(`${name}: axe finds nothing in any theme, and nothing is cut off at 200 %`, async () => {
      await open();
      await expectGoodScreen(centre.agent.launched, name);
    });
});
