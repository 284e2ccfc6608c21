import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Call } from '../../shared/call/call.ts';
import type { DeskState } from '../../shared/contract.ts';
import type { DeskActions } from './desk-handlers.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { Log } from './log.ts';

/**
 * Before `app.ready`: the tour has to run on machines without a microphone, so Chromium's simulated
 * one is used, and it never touches the profile of the person who plays it.
 */
export function prepareTour(): void {
  app.commandLine.appendSwitch('use-fake-device-for-media-stream');
  app.setPath('userData', join(app.getPath('temp'), `amtsdraht-rundgang-${String(process.pid)}`));
}

/** How long a step may take before the tour gives up, in milliseconds. */
const stepLimitMs = 20_000;
/** Time for transitions and fonts before a picture is taken. */
const settleMs = 700;

/**
 * Plays one practice call by itself, through the same keys that an agent presses, writes a PNG of each
 * step to the folder and quits. Exit code 1 when a step did not come about.
 */
export async function playTour(options: {
  readonly folder: string;
  readonly window: BrowserWindow;
  readonly state: DeskStateHolder;
  readonly log: Log;
  readonly actions: DeskActions;
}): Promise<void> {
  const { folder, window, state, log } = options;
  await mkdir(folder, { recursive: true });
  let step = 0;

  const until = async (what: string, holds: (seen: DeskState) => boolean): Promise<void> => {
    const deadline = Date.now() + stepLimitMs;
    while (!holds(state.current)) {
      if (Date.now() > deadline) throw new Error(`tour: ${what} did not happen`);
      await pause(50);
    }
    await pause(settleMs);
  };
  const picture = async (name: string): Promise<void> => {
    step += 1;
    const file = join(folder, `${String(step).padStart(2, '0')}-${name}.png`);
    const image = await Promise.race([window.webContents.capturePage(), pause(stepLimitMs)]);
    if (image === undefined) throw new Error(`tour: the window gave no picture of ${name}`);
    await writeFile(file, image.toPNG());
    process.stdout.write(`Rundgang: ${file}\n`);
  };
  const press = (key: string): void => {
    for (const type of ['keyDown', 'char', 'keyUp'] as const)
      if (type !== 'char' || key.length === 1)
        window.webContents.sendInputEvent({ type, keyCode: key });
  };
  const type = async (text: string): Promise<void> => {
    for (const letter of text) {
      press(letter);
      await pause(30);
    }
    await pause(settleMs);
  };
  const phaseIs =
    (...phases: readonly Call['phase'][]) =>
    (seen: DeskState): boolean =>
      seen.calls.some(({ phase }) => phases.includes(phase));

  try {
    await until('registration', (seen) => seen.registration.phase === 'registered');
    await until('practice', (seen) => seen.scenarios.length > 0);
    window.focus();
    window.webContents.focus();
    await picture('bereit');
    if (!options.actions.startScenario(tourScenario(state.current)))
      throw new Error('tour: the practice call did not start');
    await until('ringing', phaseIs('ringing'));
    await picture('anrufkarte');
    press('Enter');
    await until('answer', phaseIs('connected'));
    await picture('gespraech');
    press('1');
    await pause(2 * settleMs);
    await picture('thema');
    press('Escape');
    await pause(settleMs);
    await type('perso verloren');
    await picture('suche');
    press('Enter');
    await pause(settleMs);
    await picture('artikel');
    press('F9');
    await until('hold', (seen) => seen.calls.some(({ hold }) => hold === 'held'));
    await picture('gehalten');
    press('F9');
    await until('resume', (seen) => seen.calls.some(({ hold }) => hold === 'active'));
    press('F10');
    await until('hang-up', (seen) => !phaseIs('connected')(seen));
    await picture('aufgelegt');
    app.exit(0);
  } catch (error) {
    log.error('tour', error instanceof Error ? error.message : String(error));
    await picture('abgebrochen').catch(() => undefined);
    app.exit(1);
  }
}

/** The scenario of Wedel shows a town, notices and variants; any other is better than none. */
function tourScenario({ scenarios }: DeskState): string {
  const wedel = scenarios.find(({ id }) => id.includes('wedel'));
  return (wedel ?? scenarios[0])?.id ?? '';
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
