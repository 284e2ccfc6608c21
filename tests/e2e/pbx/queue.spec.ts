import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentCodes, queueName } from '../../pbx/dial-plan.ts';
import { callFromOutside, type OutsideCaller } from '../../pbx/sipp.ts';
import { openCentre, type Centre } from '../support/agents.ts';
import { agentStateIs, chooseAgentState, pressOnDesk, waitForPhase } from '../support/desk.ts';

const wedel = '+494066969530';
const byCodes = { agentState: { by: 'codes', ...agentCodes } };

const patience = { timeout: 10_000, interval: 50 };

let centre: Centre;

beforeAll(async () => {
  centre = await openCentre(byCodes, byCodes);
  for (const { desk } of [centre.agent, centre.colleague]) {
    await chooseAgentState(desk, 'Bereit');
    await agentStateIs(desk, 'Bereit');
  }
});
afterAll(async () => {
  await centre.close();
});

/** Waits until the queue takes this many of the two agents for free: it rings nobody who is on the phone. */
async function waitForFree(count: number): Promise<void> {
  const free = async (): Promise<number> => {
    const lines = (await centre.pbx.rx(`queue show ${queueName}`)).split('\n');
    return lines.filter((line) => /PJSIP\/agent[12].*Not in use/.test(line)).length;
  };
  await expect.poll(free, patience).toBe(count);
}

/** Agents whom Asterisk has rung since then, in order. */
function rungSince(count: number): readonly string[] {
  return dials()
    .slice(count)
    .map((channel) => /^PJSIP\/(agent\d)-/.exec(channel)?.[1] ?? 'robot');
}

function dials(): readonly string[] {
  return centre.pbx.manager.events.flatMap(({ fields }) =>
    fields['Event'] === 'DialBegin' ? [fields['DestChannel'] ?? ''] : [],
  );
}

/** Somebody calls the queue; whoever sees it ring answers. */
async function nextCall(): Promise<{
  readonly rung: readonly string[];
  readonly desk: Page;
  readonly other: Page;
  readonly caller: OutsideCaller;
}> {
  const before = dials().length;
  const caller = await callFromOutside(centre.pbx, {
    number: wedel,
    told: 'queue',
    talkSeconds: 60,
  });
  const [one, two] = [centre.agent.desk, centre.colleague.desk];
  await expect.poll(async () => (await ringing(one)) + (await ringing(two)), patience).toBe(1);
  const [desk, other] = (await ringing(one)) === 1 ? [one, two] : [two, one];
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  return { rung: rungSince(before), desk, other, caller };
}

function ringing(desk: Page): Promise<number> {
  return desk.locator('.desk-call [data-phase=ringing]').count();
}

function userOf(desk: Page): string {
  return desk === centre.agent.desk ? 'agent1' : 'agent2';
}

async function hangUp(desk: Page, caller: OutsideCaller): Promise<void> {
  await pressOnDesk(desk, 'F10');
  await caller.finished;
  await waitForPhase(desk, 'ended');
}

test('the agent who has been idle longest rings, alone; who is away is passed over', async () => {
  await waitForFree(2);
  const long = await nextCall();
  expect(long.rung).toEqual([userOf(long.desk)]);
  expect(await ringing(long.other)).toBe(0);

  // The first still talks: the other one gets the second call, and is finished with it sooner.
  await waitForFree(1);
  const short = await nextCall();
  expect(short.rung).toEqual([userOf(long.other)]);
  await hangUp(short.desk, short.caller);
  // Asterisk counts idle time in whole seconds.
  await new Promise((wake) => setTimeout(wake, 1_100));
  await hangUp(long.desk, long.caller);

  // In turn it would be the first one's; idle for longer is the second.
  await waitForFree(2);
  const third = await nextCall();
  expect(third.rung).toEqual([userOf(short.desk)]);
  await hangUp(third.desk, third.caller);

  // Now the first is idle for longer, but on a break: the second rings again.
  await chooseAgentState(long.desk, 'Pause: Mittag');
  await agentStateIs(long.desk, 'Pause: Mittag');
  await waitForFree(2);
  const fourth = await nextCall();
  expect(fourth.rung).toEqual([userOf(short.desk)]);
  expect(await ringing(long.desk)).toBe(0);
  await hangUp(fourth.desk, fourth.caller);
});
