import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { musicHz } from '../../pbx/asterisk.ts';
import { toneShares } from '../../pbx/audio.ts';
import { serviceNumbers } from '../../pbx/dial-plan.ts';
import { callerHz, type OutsideCaller } from '../../pbx/sipp.ts';
import {
  agentHz,
  answeredCaller,
  colleagueAnswers,
  colleagueHz,
  colleagueNumber,
  hangUpAll,
  openCentre,
  passOn,
  pitches,
  talk,
  type Centre,
} from '../support/agents.ts';
import { pressOnDesk, waitForIdle, waitForPhase } from '../support/desk.ts';
import { expectPitches } from '../support/ear.ts';

let centre: Centre;

/** Caller, agent and colleague in one conversation, begun with a consultation. */
async function threeTalk(): Promise<OutsideCaller> {
  const caller = await answeredCaller(centre);
  await passOn(centre, 'F5', colleagueNumber);
  await colleagueAnswers(centre);
  await waitForPhase(centre.agent.desk, 'connected', 'active');
  await pressOnDesk(centre.agent.desk, 'F6');
  return caller;
}

/** Which voices the caller hears at the end of the recording, as shares of the whole. */
async function endOfCall(caller: OutsideCaller): Promise<Record<string, number>> {
  const { pbx } = centre;
  await pbx.rx('channel request hangup all');
  await caller.finished;
  await expect.poll(() => pbx.channelCount()).toBe(0);
  const voices = [agentHz, colleagueHz, callerHz, musicHz];
  const shares = await toneShares(await pbx.completeRecording(caller.callId), voices, {
    from: -1.2,
    length: 1,
  });
  const [agent = 0, colleague = 0, self = 0, music = 0] = shares;
  return { agent, colleague, self, music };
}

describe('conference mixed in the phone', () => {
  beforeAll(async () => {
    centre = await openCentre();
  });
  afterEach(() => hangUpAll(centre));
  afterAll(() => centre.close());

  test('each of three hears the two others', async () => {
    const { agent, colleague } = centre;
    const caller = await threeTalk();
    await agent.desk.getByText('Konferenz: alle hören einander').first().waitFor();
    await expectPitches(agent.phone, pitches, [callerHz, colleagueHz]);
    await expectPitches(colleague.phone, pitches, [callerHz, agentHz]);
    await talk(2000);
    const heard = await endOfCall(caller);
    expect(heard['agent']).toBeGreaterThan(0.2);
    expect(heard['colleague']).toBeGreaterThan(0.2);
    // Nobody hears himself, and no music plays any more.
    expect(heard['self']).toBeLessThan(0.02);
    expect(heard['music']).toBeLessThan(0.02);
  });

  test('an agent who is mute to the caller is heard by him no more, the colleague is', async () => {
    const { agent, colleague } = centre;
    const caller = await threeTalk();
    await expectPitches(colleague.phone, pitches, [callerHz, agentHz]);
    await pressOnDesk(agent.desk, 'F8');
    await agent.desk.getByText('Mikrofon stumm').first().waitFor();
    await talk(2500);
    const heard = await endOfCall(caller);
    // The rest is clicks of packets that came late on a loaded machine.
    expect(heard['colleague']).toBeGreaterThan(0.6);
    expect(heard['agent']).toBeLessThan(0.02);
  });

  test('taken apart, one waits with music; handed over, the two stay together', async () => {
    const { agent, colleague } = centre;
    const caller = await threeTalk();
    await expectPitches(agent.phone, pitches, [callerHz, colleagueHz]);
    await pressOnDesk(agent.desk, 'F6');
    await agent.desk.locator('[data-hold=held]').waitFor();
    await expectPitches(colleague.phone, pitches, [musicHz]);
    await pressOnDesk(agent.desk, 'F6');
    await expectPitches(colleague.phone, pitches, [callerHz, agentHz]);
    await pressOnDesk(agent.desk, 'F4');
    await waitForIdle(agent.desk);
    await expectPitches(colleague.phone, pitches, [callerHz]);
    await talk();
    expect((await endOfCall(caller))['colleague']).toBeGreaterThan(0.8);
  });
});

describe('conference in a room of the exchange', () => {
  beforeAll(async () => {
    centre = await openCentre({ conferenceRoom: serviceNumbers.room });
  });
  afterEach(() => hangUpAll(centre));
  afterAll(() => centre.close());

  test('all three meet there, and each hears the two others', async () => {
    const { pbx, agent, colleague } = centre;
    const caller = await threeTalk();
    await expect.poll(() => pbx.rx('confbridge list'), { timeout: 15_000 }).toMatch(/room\s+3/);
    await expectPitches(agent.phone, pitches, [callerHz, colleagueHz]);
    await expectPitches(colleague.phone, pitches, [callerHz, agentHz]);
    await talk(2000);
    const heard = await endOfCall(caller);
    expect(heard['agent']).toBeGreaterThan(0.2);
    expect(heard['colleague']).toBeGreaterThan(0.2);
    expect(heard['self']).toBeLessThan(0.05);
  });
});
