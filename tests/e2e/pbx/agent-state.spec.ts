import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { agentCodes, lunchCode, queueName } from '../../pbx/dial-plan.ts';
import { callFromOutside, type OutsideCaller } from '../../pbx/sipp.ts';
import {
  agentStateIs,
  chooseAgentState,
  pressOnDesk,
  waitForPhase,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';

let pbx: Pbx;
let launched: LaunchedApp;
let desk: Page;

beforeAll(async () => {
  pbx = await Pbx.start();
});
afterAll(async () => {
  await pbx.stop();
});

async function launch(settings: object): Promise<void> {
  ({ launched, desk } = await openWorkplace(pbx, {
    settings,
  }));
}

/** agent1's line in `queue show`; undefined: no member. */
async function membership(): Promise<string | undefined> {
  const lines = (await pbx.rx(`queue show ${queueName}`)).split('\n');
  return lines.find((line) => line.includes('PJSIP/agent1'));
}

function robotCalls(): number {
  return pbx.manager.events.filter(({ fields }) => fields['UserEvent'] === 'Robot').length;
}

/** INVITEs that Asterisk has sent to the agent. */
function agentCalls(): number {
  return pbx.manager.events.filter(
    ({ fields }) =>
      fields['Event'] === 'DialBegin' && fields['DestChannel']?.startsWith('PJSIP/agent1-'),
  ).length;
}

function waitInQueue(): Promise<OutsideCaller> {
  return callFromOutside(pbx, { number: wedel, told: 'queue', talkSeconds: 20 });
}

async function endAll(caller: OutsideCaller): Promise<void> {
  await pbx.rx('channel request hangup all');
  await caller.finished;
  await expect.poll(() => pbx.channelCount()).toBe(0);
}

/** A caller in the queue gets the robot, and the agent's phone is left alone. */
async function expectRobot(): Promise<void> {
  const [robot, agent] = [robotCalls(), agentCalls()];
  const caller = await waitInQueue();
  await expect.poll(robotCalls, { timeout: 15_000 }).toBe(robot + 1);
  expect(agentCalls()).toBe(agent);
  expect(await desk.locator('[data-phase=ringing]').count()).toBe(0);
  await endAll(caller);
}

/** A caller in the queue gets the agent; the call is answered and ended. */
async function expectAgent(): Promise<void> {
  // The call that dialled the code lasts a moment longer, and a queue does not ring who is on the phone.
  await expect.poll(membership).toContain('Not in use');
  const robot = robotCalls();
  const caller = await waitInQueue();
  expect(await waitForRinging(desk)).toMatchObject({ municipality: 'Wedel' });
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  expect(robotCalls()).toBe(robot);
  await pressOnDesk(desk, 'F10');
  await caller.finished;
  await waitForPhase(desk, 'ended');
}

describe('by feature codes of the queue', () => {
  beforeAll(async () => {
    await launch({
      agentState: { by: 'codes', ...agentCodes },
      pauseReasons: [
        { name: 'Mittag', code: lunchCode },
        { name: 'Dienstreise', code: '*999' },
      ],
      wrapUp: { automatic: true, seconds: 3 },
    });
  });
  afterAll(async () => {
    await launched.close();
  });

  test('who has not logged in gets no call of the queue', async () => {
    await agentStateIs(desk, 'Stand offen');
    expect(await membership()).toBeUndefined();
    await expectRobot();
  });

  test('ready: member of the queue, and its calls ring here', async () => {
    await chooseAgentState(desk, 'Bereit');
    await agentStateIs(desk, 'Bereit');
    expect(await membership()).not.toContain('paused');
    await expectAgent();
  });

  test('the wrap-up after the call pauses and ends by itself', async () => {
    await agentStateIs(desk, 'Nachbearbeitung');
    expect(await membership()).toContain('paused');
    await agentStateIs(desk, 'Bereit');
    expect(await membership()).not.toContain('paused');
  });

  test('a pause: the queue knows the reason and sends nothing', async () => {
    await chooseAgentState(desk, 'Pause: Mittag');
    await agentStateIs(desk, 'Pause: Mittag');
    expect(await membership()).toContain('paused:Mittag');
    await expectRobot();
  });

  test('a state that the PBX refuses is not shown, and the reason is told', async () => {
    await chooseAgentState(desk, 'Pause: Dienstreise');
    await desk
      .getByText('„Pause: Dienstreise“ gilt nicht. Es gilt weiter: Pause: Mittag.')
      .waitFor();
    await desk.getByText('Die Anlage kennt den Code dafür nicht.').waitFor();
    await agentStateIs(desk, 'Pause: Mittag');
    expect(await membership()).toContain('paused:Mittag');
    await desk.getByRole('button', { name: 'Ausblenden' }).click();
  });

  test('after a restart the PBX has forgotten its members: the pause is asked for again', async () => {
    await pbx.restart();
    await pbx.waitForContact('agent1', 60_000);
    await expect.poll(membership, { timeout: 20_000 }).toContain('paused:Mittag');
    await agentStateIs(desk, 'Pause: Mittag');
  });

  test('logged off: no longer a member', async () => {
    await chooseAgentState(desk, 'Abgemeldet');
    await agentStateIs(desk, 'Abgemeldet');
    expect(await membership()).toBeUndefined();
    await desk.getByRole('heading', { name: 'Abgemeldet' }).waitFor();
    await expectRobot();
  });

  test('nothing of it is in the log but the names of the states', () => {
    expect(launched.output()).toContain('agent pause');
    expect(launched.output()).not.toContain('Mittag');
  });
});

describe('by 486', () => {
  beforeAll(async () => {
    await launch({ agentState: { by: 'busy' } });
  });
  afterAll(async () => {
    await launched.close();
  });

  test('on a break callers hear busy, ready again it rings', async () => {
    await agentStateIs(desk, 'Bereit');
    await chooseAgentState(desk, 'Pause: Mittag');
    await agentStateIs(desk, 'Pause: Mittag');
    const refused = await (await callFromOutside(pbx, { number: wedel })).finished;
    expect(refused.finalCode).toBe(486);
    expect(refused.codes).not.toContain(180);
    await chooseAgentState(desk, 'Bereit');
    await agentStateIs(desk, 'Bereit');
    const caller = await callFromOutside(pbx, { number: wedel, cancelAfterMs: 500 });
    await waitForRinging(desk);
    await caller.finished;
  });
});

describe('by un-REGISTER', () => {
  beforeAll(async () => {
    await launch({ agentState: { by: 'unregister' } });
  });
  afterAll(async () => {
    await launched.close();
  });

  test('logged off means no contact at the PBX', async () => {
    await agentStateIs(desk, 'Bereit');
    await chooseAgentState(desk, 'Abgemeldet');
    await agentStateIs(desk, 'Abgemeldet');
    expect(await pbx.rx('pjsip show contacts')).not.toContain('agent1/sip:');
    await chooseAgentState(desk, 'Bereit');
    await agentStateIs(desk, 'Bereit');
    expect(await pbx.rx('pjsip show contacts')).toContain('agent1/sip:');
  });
});
