import { afterAll, beforeAll, expect, test } from 'vitest';
import { startConnectProxy, type ConnectProxy } from '../../fakes/connect-proxy.ts';
import {
  pressOnDesk,
  waitForIdle,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

let proxy: ConnectProxy;
let launched: LaunchedApp;

beforeAll(async () => {
  proxy = await startConnectProxy();
  launched = await launchApp({
    // The own machine too: then a proxy that sees nothing else proves something.
    args: [`--proxy-server=${proxy.url}`, '--proxy-bypass-list=<-loopback>'],
  });
});
afterAll(async () => {
  await launched.close();
  proxy.close();
});

test('it speaks with nobody but the switchboard: no dictionary, no update, no figures to anyone', async () => {
  const desk = await launched.desk();
  await waitForRegistered(desk);
  await desk.getByRole('button', { name: /Stadt Wedel: Personalausweis/ }).click();
  await waitForRinging(desk);
  await pressOnDesk(desk, 'Enter');
  await waitForPhase(desk, 'connected');
  // Chromium's spelling begins where somebody writes.
  await desk.getByRole('searchbox', { name: /Suche/ }).pressSequentially('persoo verlohren');
  await desk.locator('.desk-hit').first().waitFor();
  await pressOnDesk(desk, 'F10');
  await waitForIdle(desk);

  const foreign = proxy.tunnels.filter((target) => !/^127\.0\.0\.1:\d+$/.test(target));
  expect(proxy.tunnels.length).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
});
