import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { dndCodes } from '../../pbx/dial-plan.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import {
  agentStateIs,
  chooseAgentState,
  expectToHear,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';
const place = 'Kurt-Wagener-Straße 11, 25337 Elmshorn, 2. OG, Raum 2.14';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;

async function launch(settings: object): Promise<void> {
  ({ launched, desk } = await openWorkplace(pbx, {
    settings,
  }));
  await agentStateIs(desk, 'Bereit');
}

async function dial(number: string): Promise<void> {
  await pressOnDesk(desk, 'F3');
  await desk.getByLabel('Rufnummer').fill(number);
  await desk.keyboard.press('Enter');
}

const emergencies = (): string[] =>
  pbx.manager.events
    .filter(({ fields }) => fields['UserEvent'] === 'Emergency')
    .map(({ fields }) => fields['Number'] ?? '');

beforeAll(async () => {
  pbx = await Pbx.start();
});
afterAll(async () => {
  await pbx.stop();
});

describe('a desk where emergency calls and automatic answers are allowed', () => {
  beforeAll(async () => {
    await launch({
      autoAnswer: { mode: 'byHeader', afterSeconds: 1 },
      emergency: { allowed: true, place, otherPhone: null },
      pbxFeatures: [
        { name: 'Nicht stören', ...dndCodes },
        { name: 'Umleitung bei besetzt', on: '*90', off: '*91' },
      ],
    });
  });
  afterEach(async () => {
    await pbx.rx('channel request hangup all');
    await waitForIdle(desk);
  });
  afterAll(async () => {
    await launched.close();
  });

  test('a call that asks for it is answered by itself', async () => {
    const caller = await callFromOutside(pbx, { number: wedel, told: 'itself', talkSeconds: 4 });
    await waitForPhase(desk, 'connected');
    await expectToHear(await launched.phone(), 0.1);
    expect((await caller.finished).finalCode).toBe(200);
  });

  test('not without being asked, and not while the agent is away', async () => {
    const plain = await callFromOutside(pbx, { number: wedel, cancelAfterMs: 1500 });
    await waitForRinging(desk);
    expect((await plain.finished).finalCode).toBe(487);
    await waitForIdle(desk);
    await chooseAgentState(desk, 'Pause: Mittag');
    await agentStateIs(desk, 'Pause: Mittag');
    const away = await callFromOutside(pbx, { number: wedel, told: 'itself' });
    expect((await away.finished).finalCode).not.toBe(200);
    await chooseAgentState(desk, 'Bereit');
    await agentStateIs(desk, 'Bereit');
  });

  test('not beside another call: the second one rings and waits', async () => {
    const first = await callFromOutside(pbx, { number: wedel, told: 'itself', talkSeconds: 20 });
    await waitForPhase(desk, 'connected');
    const second = await callFromOutside(pbx, {
      number: wedel,
      told: 'itself',
      cancelAfterMs: 1500,
    });
    await desk.locator('[data-phase=ringing]').waitFor();
    expect((await second.finished).finalCode).toBe(487);
    await pressOnDesk(desk, 'F10');
    await first.finished;
  });

  test.each(['112', '0110'])(
    'emergency call %s: at once, with the place to read out',
    async (typed) => {
      await dial(typed);
      await desk.getByText('Notruf. Nennen Sie diesen Standort:').waitFor();
      await desk.getByText(place).waitFor();
      await waitForPhase(desk, 'connected');
      await expect.poll(() => emergencies().at(-1)).toBe(typed.slice(-3));
      await pressOnDesk(desk, 'F10');
      await waitForIdle(desk);
    },
  );

  test('do not disturb is shown when the PBX has confirmed it, and holds', async () => {
    await pressOnDesk(desk, 'F12');
    await desk.getByRole('menuitem', { name: 'Nicht stören einschalten' }).click();
    await desk.getByText('Nicht stören an', { exact: true }).waitFor();
    const refused = await (await callFromOutside(pbx, { number: wedel })).finished;
    expect(refused.finalCode).toBe(486);
    await pressOnDesk(desk, 'F12');
    await desk.getByRole('menuitem', { name: 'Nicht stören ausschalten' }).click();
    await desk.getByText('Nicht stören an', { exact: true }).waitFor({ state: 'detached' });
    const caller = await callFromOutside(pbx, { number: wedel, cancelAfterMs: 2500 });
    await waitForRinging(desk);
    await caller.finished;
  });

  test('a feature that the PBX does not know is told', async () => {
    await pressOnDesk(desk, 'F12');
    await desk.getByRole('menuitem', { name: 'Umleitung bei besetzt einschalten' }).click();
    await desk.getByText('„Umleitung bei besetzt“ wurde nicht umgeschaltet.').waitFor();
    await desk.getByText('Die Anlage kennt den Code dafür nicht.').waitFor();
    await desk.getByRole('button', { name: 'Ausblenden' }).click();
  });
});

test('a desk without emergency calls names the nearest telephone and calls nobody', async () => {
  const before = emergencies().length;
  await launch({
    emergency: { allowed: false, place, otherPhone: 'Flur 2. OG, neben dem Kopierer' },
  });
  try {
    await dial('112');
    await desk
      .getByText(
        'Von diesem Platz ist kein Notruf möglich; es wird niemand angerufen. Nächstes Telefon: Flur 2. OG, neben dem Kopierer',
      )
      .waitFor();
    expect(await desk.locator('[data-call]').count()).toBe(0);
    expect(emergencies()).toHaveLength(before);
  } finally {
    await launched.close();
  }
});
