import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the agent sees of the calls, read from the window as a person would. */
export interface SeenCall {
  readonly line: string;
  readonly municipality: string;
  readonly caller: string;
  readonly state: string;
}

interface Statistics {
  readonly packetsSent: number;
  readonly packetsReceived: number;
  readonly levelReceived: number;
  /** Sum of squared levels over time of what was sent. */
  readonly energySent: number | null;
  /** Codec that is received, as in SDP. */
  readonly codec: string | null;
}

const limit = { timeout: 20_000 };

/** Waits until the badge says that the registration stands. */
export async function waitForRegistered(desk: Page): Promise<void> {
  await desk.getByText('Angemeldet', { exact: true }).waitFor(limit);
}

/** Waits for the card of a ringing call and reads it. */
export async function waitForRinging(desk: Page): Promise<SeenCall> {
  await desk.locator('.desk-call [data-phase=ringing]').waitFor(limit);
  return readCard(desk);
}

export async function readCard(desk: Page): Promise<SeenCall> {
  const read = async (selector: string): Promise<string> => {
    const found = desk.locator(`.desk-call ${selector}`);
    // Outgoing calls have no line.
    return (await found.count()) === 0 ? '' : (await found.first().innerText()).trim();
  };
  return {
    line: await read('.desk-card__line'),
    municipality: await read('.desk-card__municipality'),
    caller: await read('.desk-bar__number'),
    state: await read('[data-testid=call-state]'),
  };
}

/** Waits until the call in view is in this phase (data-phase) and hold state. */
export async function waitForPhase(desk: Page, phase: string, hold?: string): Promise<void> {
  const holding = hold === undefined ? '' : `[data-hold=${hold}]`;
  await desk.locator(`.desk-call [data-phase=${phase}]${holding}`).waitFor(limit);
}

/** Waits until no call stands on the desk; one that has ended is put away, as an agent in a hurry does. */
export async function waitForIdle(desk: Page): Promise<void> {
  const idle = desk.getByRole('heading', { name: 'Bereit für Anrufe' });
  const putAway = desk.locator('.desk-call').getByRole('button', { name: 'Schließen' });
  await idle.or(putAway).first().waitFor(limit);
  while (!(await idle.isVisible())) {
    // It may go by itself in this very moment, or leave another one.
    await putAway
      .first()
      .click({ timeout: 500 })
      .catch(() => undefined);
    await idle.or(putAway).first().waitFor(limit);
  }
}

/** Waits until the call that has ended goes from the desk by itself. */
export async function waitUntilPutAway(desk: Page): Promise<void> {
  await desk.getByRole('heading', { name: 'Bereit für Anrufe' }).waitFor(limit);
}

/** Presses a key with nothing focused, as an agent who has just put on the headset. */
export async function pressOnDesk(desk: Page, key: string): Promise<void> {
  await desk.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await desk.keyboard.press(key);
}

/** Packets and levels of the calls, as the phone process measures them. */
export async function phoneStatistics(phone: Page): Promise<readonly Statistics[]> {
  return phone.evaluate(async () => {
    const page = globalThis as {
      phoneProbe?: { statistics: () => Promise<readonly Statistics[]> };
    };
    return (await page.phoneProbe?.statistics()) ?? [];
  });
}

/** Waits until the agent hears something of at least this level (0 to 1). */
export async function expectToHear(phone: Page, level: number): Promise<void> {
  await expect
    .poll(async () => (await phoneStatistics(phone))[0]?.levelReceived ?? 0, { timeout: 10_000 })
    .toBeGreaterThan(level);
}

/** Chooses a state of the agent by keys alone: F12, the first letters, Enter. */
export async function chooseAgentState(desk: Page, name: string): Promise<void> {
  await pressOnDesk(desk, 'F12');
  const item = desk.getByRole('menuitem', { name });
  await item.waitFor(limit);
  await desk.keyboard.type(name);
  await desk.keyboard.press('Enter');
  await item.waitFor({ state: 'detached' });
}

/** Waits until the button in the top bar shows this state, and nothing still to be confirmed. */
export async function agentStateIs(desk: Page, name: string): Promise<void> {
  await desk
    .getByRole('button', { name: `Ihr Stand: ${name}. Ändern`, exact: true })
    .waitFor(limit);
}
