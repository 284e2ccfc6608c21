import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { freeTcpPort } from '../../pbx/ports.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import {
  pressOnDesk,
  readCard,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/electron-app.ts';

const wedel = '+494066969530';
const password = 'practice-only-1';

let pbx: Pbx;
let launched: LaunchedApp | null = null;

beforeAll(async () => {
  pbx = await Pbx.start();
});
afterEach(async () => {
  await launched?.close();
  launched = null;
});
afterAll(async () => {
  await pbx.stop();
});

async function launch(options: LaunchOptions): Promise<LaunchedApp> {
  launched = await launchApp(options);
  return launched;
}

const account = (registrar: string): object => ({ registrars: [registrar], user: 'agent1' });

test('Asterisk dies while it rings: the card closes, the phone registers again and rings again', async () => {
  const app = await launch({
    policy: { account: account(pbx.registrar), extraCaFile: pbx.caFile },
    password,
  });
  const desk = await app.desk();
  await waitForRegistered(desk);
  const lost = await callFromOutside(pbx, { number: wedel });
  await waitForRinging(desk);
  await pbx.killHard();
  lost.kill();
  await waitForPhase(desk, 'ended');
  expect((await readCard(desk)).state).toBe('Verbindung verloren');
  await desk.getByText('Die Verbindung zur Telefonanlage ist abgebrochen.').waitFor();

  // The knowledge does not need the PBX.
  await pressOnDesk(desk, 'p');
  await desk.keyboard.type('ersonalausweis');
  await desk.locator('.desk-hit').first().waitFor();

  await pbx.restart();
  await pbx.waitForContact('agent1', 40_000);
  await waitForRegistered(desk);
  await desk.getByText('Die Verbindung zur Telefonanlage ist abgebrochen.').waitFor({
    state: 'detached',
  });
  const again = await callFromOutside(pbx, { number: wedel, talkSeconds: 1 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  expect((await again.finished).endedBy).toBe('sipp');
  await waitForIdle(desk);
});

interface Trouble {
  readonly what: string;
  readonly options: () => Promise<LaunchOptions>;
  readonly says: string;
}

const troubles: readonly Trouble[] = [
  {
    what: 'a wrong password',
    options: () =>
      Promise.resolve({
        policy: { account: account(pbx.registrar), extraCaFile: pbx.caFile },
        password: 'wrong',
      }),
    says: 'Die Telefonanlage hat Benutzer oder Passwort abgelehnt.',
  },
  {
    what: 'a server that is not there',
    options: async () => ({
      policy: { account: account(`wss://localhost:${String(await freeTcpPort())}/ws`) },
      password,
    }),
    says: 'Die Telefonanlage ist nicht erreichbar.',
  },
  {
    what: 'a certificate of an unknown authority',
    options: () => Promise.resolve({ policy: { account: account(pbx.registrar) }, password }),
    says: 'Das Zertifikat der Telefonanlage ist nicht vertrauenswürdig.',
  },
  {
    what: 'a CA file that is not there',
    options: () =>
      Promise.resolve({
        policy: { account: account(pbx.registrar), extraCaFile: '/nowhere/ca.pem' },
        password,
      }),
    says: 'Das Zertifikat der Telefonanlage ist nicht vertrauenswürdig.',
  },
  {
    what: 'a missing password',
    options: () =>
      Promise.resolve({
        policy: { account: account(pbx.registrar), extraCaFile: pbx.caFile },
      }),
    says: 'Auf diesem Rechner gibt es keinen Schlüsselspeicher für das Passwort.',
  },
];

test.each(troubles)('$what: says what and why, in the window and the log', async (trouble) => {
  const app = await launch(await trouble.options());
  const desk = await app.desk();
  await desk.getByText(trouble.says).waitFor({ timeout: 20_000 });
  expect(await desk.getByText('Angemeldet', { exact: true }).count()).toBe(0);
  const log = await readFile(join(app.userData, 'logs', 'amtsdraht.log'), 'utf8');
  expect(log).toContain(trouble.says);
  expect(log).not.toContain('agent1');
  // The application stays usable.
  await pressOnDesk(desk, 'w');
  await desk.keyboard.type('ohngeld');
  await desk.locator('.desk-hit').first().waitFor();
});

test('a wrong password can be put right in the window, without a restart', async () => {
  const app = await launch({
    policy: { account: account(pbx.registrar), extraCaFile: pbx.caFile },
    password: 'wrong',
  });
  const desk = await app.desk();
  await desk.getByText('Die Telefonanlage hat Benutzer oder Passwort abgelehnt.').waitFor();
  await desk.getByRole('button', { name: 'Einstellungen öffnen' }).click();
  await desk.getByRole('textbox', { name: 'Passwort' }).fill(password);
  await desk.getByRole('button', { name: 'Speichern', exact: true }).click();
  await waitForRegistered(desk);
});
