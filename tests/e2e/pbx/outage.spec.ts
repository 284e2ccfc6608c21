import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Pbx } from '../../pbx/asterisk.ts';
import { freeTcpPort } from '../../pbx/ports.ts';
import { pressOnDesk, waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/electron-app.ts';

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
