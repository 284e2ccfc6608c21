import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Pbx, musicHz } from '../../pbx/asterisk.ts';
import { writeToneFile } from '../../pbx/audio.ts';
import { listenToCallers, type CallerEar } from '../../pbx/caller-ear.ts';
import { calledHz, callerHz, callFromOutside, type OutsideCaller } from '../../pbx/sipp.ts';
import { pressOnDesk, waitForIdle, waitForPhase, waitForRinging } from './desk.ts';
import { expectPitches, putEarTo } from './ear.ts';
import type { LaunchedApp } from './electron-app.ts';
import { openWorkplace } from './workplace.ts';

/** Each voice has its pitch, so that every ear can tell who speaks. */
export const agentHz = 1000;
export const colleagueHz = 1600;
/** Everything that can be heard in these tests. */
export const pitches = [callerHz, musicHz, agentHz, calledHz, colleagueHz] as const;
/** Extension of the second agent. */
export const colleagueNumber = '102';
const wedel = '+494066969530';

interface Place {
  readonly launched: LaunchedApp;
  readonly desk: Page;
  readonly phone: Page;
  readonly close: () => Promise<void>;
}

/** A centre with two agents in two applications at one Asterisk. */
export interface Centre {
  readonly pbx: Pbx;
  readonly agent: Place;
  readonly colleague: Place;
  readonly ear: CallerEar;
  readonly close: () => Promise<void>;
}

/**
 * @param policy settings of the agent beside the account
 * @param colleaguePolicy the same for the colleague
 */
export async function openCentre(
  policy: object = {},
  colleaguePolicy: object = {},
): Promise<Centre> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-voices-'));
  const pbx = await Pbx.start();
  const ear = await listenToCallers(pbx.ports);
  const agent = await open(pbx, folder, 'agent1', agentHz, policy);
  const colleague = await open(pbx, folder, 'agent2', colleagueHz, colleaguePolicy);
  return {
    pbx,
    agent,
    colleague,
    ear,
    close: async () => {
      await agent.close();
      await colleague.close();
      ear.stop();
      await pbx.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function open(
  pbx: Pbx,
  folder: string,
  user: 'agent1' | 'agent2',
  hz: number,
  policy: object,
): Promise<Place> {
  const voice = join(folder, `${user}.wav`);
  await writeToneFile(voice, hz);
  const { launched, desk, phone } = await openWorkplace(pbx, {
    agent: user,
    settings: policy,
    fakeMicrophone: voice,
  });
  await putEarTo(phone);
  return { launched, desk, phone, close: launched.close };
}

/** After a test: nobody talks any more. */
export async function hangUpAll({ pbx, agent, colleague }: Centre): Promise<void> {
  await pbx.rx('channel request hangup all');
  await waitForIdle(agent.desk);
  await waitForIdle(colleague.desk);
}

/** Long enough for every ear to hear it. */
export async function talk(ms = 1500): Promise<void> {
  await new Promise((wake) => setTimeout(wake, ms));
}

/** Somebody outside has called the line of Wedel and speaks with the agent. */
export async function answeredCaller({ pbx, agent }: Centre): Promise<OutsideCaller> {
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 60 });
  await waitForRinging(agent.desk);
  await pressOnDesk(agent.desk, 'Enter');
  await waitForPhase(agent.desk, 'connected', 'active');
  await expectPitches(agent.phone, pitches, [callerHz]);
  await talk();
  return caller;
}

/** F4 or F5, a number, Enter: as an agent does it without a mouse. */
export async function passOn({ agent }: Centre, key: 'F4' | 'F5', number: string): Promise<void> {
  await pressOnDesk(agent.desk, key);
  await agent.desk.getByLabel('Rufnummer oder Stelle').waitFor();
  await agent.desk.keyboard.type(number);
  await agent.desk.keyboard.press('Enter');
  await agent.desk.getByRole('dialog').waitFor({ state: 'detached' });
}

export async function colleagueAnswers({ colleague }: Centre): Promise<void> {
  await waitForRinging(colleague.desk);
  await pressOnDesk(colleague.desk, 'Enter');
  await waitForPhase(colleague.desk, 'connected');
}

/** Ends everything. @returns what the caller has heard, in order */
export async function heardByCaller(
  { pbx, ear }: Centre,
  caller: OutsideCaller,
): Promise<number[]> {
  await pbx.rx('channel request hangup all');
  await caller.finished;
  await expect.poll(() => pbx.channelCount()).toBe(0);
  return ear.heardAt(caller.mediaPort, pitches);
}
