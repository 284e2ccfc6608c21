import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { musicHz } from '../../pbx/asterisk.ts';
import { serviceNumbers } from '../../pbx/dial-plan.ts';
import { calledHz, callerHz, callFromOutside, phoneOutside } from '../../pbx/sipp.ts';
import {
  agentHz,
  answeredCaller,
  colleagueAnswers,
  colleagueHz,
  colleagueNumber,
  hangUpAll,
  heardByCaller,
  openCentre,
  passOn,
  pitches,
  talk,
  type Centre,
} from '../support/agents.ts';
import {
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRinging,
} from '../support/desk.ts';
import { axeFindings } from '../support/axe.ts';
import { expectPitches } from '../support/ear.ts';

const elmshorn = '+494066969540';
let centre: Centre;

/** What both ways of blind transfer have in common. */
function reachesItsTarget(): void {
  test('to a colleague', async () => {
    const { agent, colleague } = centre;
    const caller = await answeredCaller(centre);
    await passOn(centre, 'F4', colleagueNumber);
    await waitForRinging(colleague.desk);
    await agent.desk.getByText('Weiterleiten an 102: es klingelt dort').waitFor();
    await talk();
    await colleagueAnswers(centre);
    await waitForIdle(agent.desk);
    await expectPitches(colleague.phone, pitches, [callerHz]);
    await talk();
    const tones = await heardByCaller(centre, caller);
    expect([tones[0], tones.at(-1)]).toEqual([agentHz, colleagueHz]);
  });

  test('to a number outside', async () => {
    const outside = await phoneOutside(centre.pbx, { ringSeconds: 1 });
    const caller = await answeredCaller(centre);
    await passOn(centre, 'F4', '040 66969001');
    await waitForIdle(centre.agent.desk);
    // It rings for a second first.
    await talk(2500);
    const tones = await heardByCaller(centre, caller);
    expect([tones[0], tones.at(-1)]).toEqual([agentHz, calledHz]);
    expect((await outside.finished).endedBy).toBe('pbx');
  });

  test('to a conference room, where somebody is already', async () => {
    const { pbx, agent } = centre;
    await pbx.originate(serviceNumbers.room, 'MusicOnHold');
    const caller = await answeredCaller(centre);
    await passOn(centre, 'F4', serviceNumbers.room);
    await waitForIdle(agent.desk);
    await expect.poll(() => pbx.rx('confbridge list')).toMatch(/room\s+2/);
    await talk(2500);
    const tones = await heardByCaller(centre, caller);
    expect([tones[0], tones.at(-1)]).toEqual([agentHz, musicHz]);
  });
}

describe('transfer with a net (supervised)', () => {
  beforeAll(async () => {
    centre = await openCentre();
  });
  afterEach(() => hangUpAll(centre));
  afterAll(() => centre.close());

  reachesItsTarget();

  test('to somebody who is busy: the caller hears music and then the agent again', async () => {
    const { pbx, agent } = centre;
    const outside = await phoneOutside(pbx, { ringSeconds: 2, refuse: 486 });
    const caller = await answeredCaller(centre);
    await passOn(centre, 'F4', 'standesamt');
    await agent.desk.getByText('Weiterleiten an Standesamt Wedel: es klingelt dort').waitFor();
    await agent.desk.getByText('Weiterleiten fehlgeschlagen: Besetzt.').first().waitFor();
    await waitForPhase(agent.desk, 'connected', 'active');
    await expectPitches(agent.phone, pitches, [callerHz]);
    await talk();
    await outside.finished;
    expect(await heardByCaller(centre, caller)).toEqual([agentHz, musicHz, agentHz]);
  });

  test('two callers: a line for each, Makeln with one key, and never two who hear the agent', async () => {
    const { pbx, agent } = centre;
    const secondHz = 600;
    const ear = [...pitches, secondHz];
    const first = await answeredCaller(centre);
    const second = await callFromOutside(pbx, { number: elmshorn, talkSeconds: 60, hz: secondHz });
    const waiting = agent.desk.locator('.desk-bar--other[data-phase=ringing]');
    await waiting.waitFor();
    expect(await waiting.innerText()).toContain('Stadt Elmshorn');
    await pressOnDesk(agent.desk, 'Enter');
    await expectPitches(agent.phone, ear, [secondHz]);
    expect((await readCard(agent.desk)).municipality).toBe('Elmshorn');
    await talk();
    await pressOnDesk(agent.desk, 'F2');
    await expectPitches(agent.phone, ear, [callerHz]);
    expect((await readCard(agent.desk)).municipality).toBe('Wedel');
    await talk();
    await pressOnDesk(agent.desk, 'F10');
    expect((await first.finished).endedBy).toBe('pbx');
    await pressOnDesk(agent.desk, 'F2');
    await expectPitches(agent.phone, ear, [secondHz]);
    await talk();
    for (const caller of [first, second])
      expect(await heardByCaller(centre, caller)).toEqual([agentHz, musicHz, agentHz]);
  });

  test('consultation, then handing over: nobody hears what is not for him', async () => {
    const { agent, colleague } = centre;
    const caller = await answeredCaller(centre);
    await passOn(centre, 'F5', colleagueNumber);
    await colleagueAnswers(centre);
    await expectPitches(agent.phone, pitches, [colleagueHz]);
    await expectPitches(colleague.phone, pitches, [agentHz]);
    expect(await axeFindings(agent.desk)).toEqual([]);
    // The card of the caller stays in view while the agent asks.
    expect((await readCard(agent.desk)).municipality).toBe('Wedel');
    expect(await agent.desk.locator('.desk-topic').count()).toBe(9);
    await talk();
    await pressOnDesk(agent.desk, 'F4');
    await waitForIdle(agent.desk);
    await expectPitches(colleague.phone, pitches, [callerHz]);
    await talk();
    expect(await heardByCaller(centre, caller)).toEqual([agentHz, musicHz, colleagueHz]);
  });

  test('consultation, Makeln, and back to the caller', async () => {
    const { agent, colleague } = centre;
    const caller = await answeredCaller(centre);
    await passOn(centre, 'F5', colleagueNumber);
    await colleagueAnswers(centre);
    await expectPitches(agent.phone, pitches, [colleagueHz]);
    await talk();
    await pressOnDesk(agent.desk, 'F2');
    await expectPitches(agent.phone, pitches, [callerHz]);
    await expectPitches(colleague.phone, pitches, [musicHz]);
    await talk();
    await pressOnDesk(agent.desk, 'F2');
    await expectPitches(agent.phone, pitches, [colleagueHz]);
    await talk();
    await pressOnDesk(agent.desk, 'F5');
    await expectPitches(agent.phone, pitches, [callerHz]);
    await waitForIdle(colleague.desk);
    await talk();
    expect(await heardByCaller(centre, caller)).toEqual([
      ...[agentHz, musicHz],
      ...[agentHz, musicHz],
      agentHz,
    ]);
  });
});

describe('transfer by the exchange alone (refer)', () => {
  beforeAll(async () => {
    centre = await openCentre({ blindTransfer: 'refer' });
  });
  afterEach(() => hangUpAll(centre));
  afterAll(() => centre.close());

  reachesItsTarget();

  test('to somebody who is busy: the exchange brings the caller back, with his card', async () => {
    const { pbx, agent } = centre;
    const outside = await phoneOutside(pbx, { ringSeconds: 1, refuse: 486 });
    const caller = await answeredCaller(centre);
    await passOn(centre, 'F4', '040 66969001');
    const card = await waitForRinging(agent.desk);
    expect(card.municipality).toBe('Wedel');
    await pressOnDesk(agent.desk, 'Enter');
    await expectPitches(agent.phone, pitches, [callerHz]);
    await talk();
    await outside.finished;
    const tones = await heardByCaller(centre, caller);
    expect([tones[0], tones.at(-1)]).toEqual([agentHz, agentHz]);
  });
});
