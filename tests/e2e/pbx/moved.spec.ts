// The name of the exchange leads to another address while the app runs: a new machine, another site.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TcpProxy } from '../../fakes/tcp-proxy.ts';
import { Pbx } from '../../pbx/asterisk.ts';
import { callFromOutside } from '../../pbx/sipp.ts';
import {
  expectToHear,
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import type { LaunchedApp } from '../support/electron-app.ts';
import { openWorkplace } from '../support/workplace.ts';

const wedel = '+494066969530';
const name = 'anlage.example';
const [before, after] = ['127.0.0.2', '127.0.0.3'];

let folder: string;
let pbx: Pbx;
let old: TcpProxy;
let launched: LaunchedApp;
let desk: Page;

async function resolveTo(address: string): Promise<void> {
  await writeFile(join(folder, 'hosts'), `127.0.0.1 localhost\n${address} ${name}\n`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-hosts-'));
  await resolveTo(before);
  pbx = await Pbx.start();
  old = await TcpProxy.open(pbx.ports.wss, { address: before, port: 0 });
  ({ launched, desk } = await openWorkplace(pbx, {
    registrar: `wss://${name}:${String(old.port)}/ws`,
    // Chromium's own resolver watches the folder of the real file, which this one is not in.
    args: ['--disable-features=AsyncDns'],
    hostsFile: join(folder, 'hosts'),
  }));
});

afterAll(async () => {
  await launched.close();
  await old.close();
  await pbx.stop();
  await rm(folder, { recursive: true });
});

test('the phone registers at the new address, and the call that runs is taken up there', async () => {
  expect(old.connections).toBeGreaterThan(0);
  const caller = await callFromOutside(pbx, { number: wedel, talkSeconds: 90 });
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected', 'active');

  const moved = await TcpProxy.open(pbx.ports.wss, { address: after, port: old.port });
  await resolveTo(after);
  await old.close();
  const lost = desk.locator('.desk-bar__remarks', {
    hasText: 'Verbindung zur Anlage unterbrochen',
  });
  await lost.waitFor({ timeout: 10_000 });
  await waitForRegistered(desk);
  await lost.waitFor({ state: 'detached', timeout: 20_000 });
  expect(moved.connections).toBeGreaterThan(0);
  await expectToHear(await launched.phone(), 0.1);

  await pbx.rx('channel request hangup all');
  expect((await caller.finished).endedBy).toBe('pbx');
  await waitForIdle(desk);
  await moved.close();
});
