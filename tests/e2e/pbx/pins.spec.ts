import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pinsOf } from '../../../main/tls/index.ts';
import { certificatesOf } from '../../../main/windows/chain.ts';
import { sandboxArguments } from '../../../tools/setup/electron-arguments.ts';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { root } from '../../../tools/setup/paths.ts';
import { runCommand } from '../../../tools/setup/run-command.ts';
import { startConnectProxy } from '../../fakes/connect-proxy.ts';
import { Pbx } from '../../pbx/asterisk.ts';
import { waitForRegistered } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';

const other = `sha256/${'A'.repeat(43)}=`;
const wrongKey = 'Die Telefonanlage zeigt einen anderen Schlüssel als vorgegeben.';
let pbx: Pbx;
let own: string;
let authority: string;
let folder: string;
let launched: LaunchedApp | null = null;

beforeAll(async () => {
  pbx = await Pbx.start();
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-pins-'));
  const files = [pbx.certificates.certificate, pbx.caFile];
  const pem = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('');
  [own = '', authority = ''] = pinsOf(certificatesOf(pem));
});
const end = async (): Promise<void> => {
  await launched?.close();
  launched = null;
};
afterEach(end);
afterAll(async () => {
  await pbx.stop();
  await rm(folder, { recursive: true, force: true });
});

const policy = (pins: readonly string[]): object => ({
  account: { registrars: [pbx.registrar], user: 'agent1' },
  extraCaFile: pbx.caFile,
  certificatePins: { [new URL(pbx.registrar).hostname]: pins },
});

async function launch(pins: readonly string[], args: readonly string[] = []): Promise<LaunchedApp> {
  launched = await launchApp({ policy: policy(pins), password: 'practice-only-1', args });
  return launched;
}

async function check(
  pins: readonly string[],
  ...more: readonly string[]
): ReturnType<typeof runCommand> {
  const file = join(folder, 'policy.json');
  await writeFile(file, JSON.stringify(policy(pins)));
  const { executable } = await electronRuntime();
  const profile = ['--user-data', join(folder, 'profile')];
  const args = [...sandboxArguments(), '--use-fake-device-for-media-stream', ...more, root];
  return runCommand(executable, [...args, '--check-policy', file, ...profile], { limit: 30_000 });
}

test.each<[string, () => string[]]>([
  ['its own key, the next one beside it', () => [other, own]],
  ['the key of its authority', () => [authority]],
])('Asterisk is let through by %s', async (_what, pins) => {
  await waitForRegistered(await (await launch(pins())).desk());
});

test('a valid certificate with another key is refused and told, by the window and --check-policy', async () => {
  const desk = await (await launch([other])).desk();
  await desk.getByText(wrongKey).waitFor();
  expect(await desk.getByText('Angemeldet', { exact: true }).count()).toBe(0);

  const bad = await check([other]);
  expect(bad.output).toContain(
    `keinen der vorgegebenen Schlüssel (certificatePins), sondern ${own}`,
  );
  expect(bad.code).toBe(1);
  expect((await check([own])).output).toMatch(/in Ordnung {2}Anlage/);
});

test('through a proxy it asks for the same authority and the same keys, and --check-policy goes there too', async () => {
  const proxy = await startConnectProxy();
  // Chromium goes to its own machine past every proxy, unless it is told not to.
  const through = [`--proxy-server=${proxy.url}`, '--proxy-bypass-list=<-loopback>'];
  const { host } = new URL(pbx.registrar);
  await waitForRegistered(await (await launch([own], through)).desk());
  expect(proxy.tunnels).toContain(host);
  await end();

  await (await (await launch([other], through)).desk()).getByText(wrongKey).waitFor();
  await end();

  proxy.tunnels.length = 0;
  const good = await check([own], ...through);
  expect(good.output).toMatch(/in Ordnung {2}Anlage .*WebSocket für SIP, durch den Proxy 127/);
  // The certificate by Chromium, the WebSocket by Node.
  expect(proxy.tunnels.filter((target) => target === host)).toHaveLength(2);
  proxy.close();
});
