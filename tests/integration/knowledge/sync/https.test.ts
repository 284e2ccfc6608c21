import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sha256 } from '../../../../main/knowledge/sync/format.ts';
import { httpsSource } from '../../../../main/knowledge/sync/https-source.ts';
import { root } from '../../../../tools/setup/paths.ts';
import { runCommand } from '../../../../tools/setup/run-command.ts';
import { startConnectProxy } from '../../../fakes/connect-proxy.ts';
import { makeCertificates, type Certificates } from '../../../pbx/certificates.ts';
import { Desk, Publisher, townPack } from './publisher.ts';

let publisher: Publisher;
let desk: Desk;
let folder: string;
let certificates: Certificates;
let ca: string;
let server: Server;
let address: string;
/** What was asked for, and with which status it was answered. */
const asked: string[] = [];
/** Takes the place of the server's answer for one file. */
let instead: ((url: string) => { status: number; body?: Uint8Array; cut?: boolean } | null) | null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-https-'));
  certificates = await makeCertificates(folder);
  ca = await readFile(certificates.caFile, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish(townPack());
  desk = await Desk.create(await publisher.anchor());
  asked.length = 0;
  instead = null;
  const tls = {
    key: await readFile(certificates.key),
    cert: await readFile(certificates.certificate),
  };
  server = createServer(tls, (request, response) => {
    const url = (request.url ?? '').replace('/wissen/', '');
    const answer = instead?.(url) ?? null;
    if (answer !== null) {
      response.writeHead(answer.status, { 'Content-Length': (answer.body?.byteLength ?? 0) * 2 });
      if (answer.body !== undefined) response.write(answer.body);
      if (answer.cut === true) response.destroy();
      else response.end();
      return;
    }
    readFile(join(publisher.repository, url)).then(
      (bytes) => {
        const etag = `"${sha256(bytes)}"`;
        const same = request.headers['if-none-match'] === etag;
        asked.push(`${url} ${same ? 304 : 200}`);
        response.writeHead(same ? 304 : 200, { ETag: etag }).end(same ? undefined : bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `https://localhost:${(server.address() as AddressInfo).port}/wissen`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await publisher.remove();
  await desk.remove();
});

async function syncOver(source: ReturnType<typeof httpsSource>) {
  const outcome = await desk.sync(source);
  source.close();
  return outcome;
}

it('synchronises from a server with a certificate of the county itself, and asks by ETag', async () => {
  expect(await syncOver(httpsSource(address, ca, null, {}))).toMatchObject({ result: 'updated' });
  asked.length = 0;
  const { result, bytes } = await syncOver(httpsSource(address, ca, null, {}));
  expect({ result, bytes, asked }).toEqual({
    result: 'unchanged',
    bytes: 0,
    asked: ['metadata/timestamp.json 304'],
  });
  await publisher.publish(townPack('zwei'));
  expect(await syncOver(httpsSource(address, ca, null, {}))).toMatchObject({ result: 'updated' });
  expect(await desk.says()).toMatchObject({ wohngeld: 'Land zwei' });
});

it('does not speak with a server whose certificate it does not know', async () => {
  const { result, sentence } = await syncOver(httpsSource(address, null, null, {}));
  expect(result).toBe('unreachable');
  expect(sentence).toBe(
    'Die Quelle ist nicht erreichbar: dem Zertifikat des Servers wird nicht vertraut (extraCaFile).',
  );
});

it.each<[string, NonNullable<typeof instead>, string, RegExp]>([
  ['an error page', () => ({ status: 503 }), 'unreachable', /antwortet mit 503/],
  ['a redirect', () => ({ status: 302 }), 'unreachable', /antwortet mit 302/],
  [
    'a connection that breaks off',
    (url) => (url.startsWith('blobs') ? { status: 200, body: new Uint8Array(9), cut: true } : null),
    'unreachable',
    /brach ab/,
  ],
  [
    'more bytes than were signed',
    (url) => (url.startsWith('blobs') ? { status: 200, body: new Uint8Array(5_000_000) } : null),
    'damaged',
    /unvollständig oder wurde verändert/,
  ],
  [
    'a file that is held back',
    (url) => (url.endsWith('.wedel.json') ? { status: 404 } : null),
    'missing',
    /„metadata\/1\.wedel\.json“ fehlt in der Quelle/,
  ],
])('refuses %s', async (_what, answer, kind, words) => {
  instead = answer;
  const { result, sentence } = await syncOver(httpsSource(address, ca, null, {}));
  expect({ result, says: await desk.says() }).toEqual({ result: kind, says: null });
  expect(sentence).toMatch(words);
});

it('goes through a proxy, and asks for the same keys there', async () => {
  const proxy = await startConnectProxy();
  const outcome = await syncOver(httpsSource(address, ca, proxy.url, {}));
  expect(outcome).toMatchObject({ result: 'updated' });
  expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(address).host]));
  const pins = { localhost: [`sha256/${'A'.repeat(43)}=`] };
  const { sentence } = await syncOver(httpsSource(address, ca, proxy.url, pins));
  expect(sentence).toMatch(/keinen der vorgegebenen Schlüssel/);
  proxy.close();
});

it('trusts the authorities that the house has put into the system', async () => {
  const script = [
    `import { httpsSource } from '${join(root, 'main/knowledge/sync/https-source.ts')}';`,
    `const source = httpsSource('${address}', null, null, {});`,
    "const read = await source.read('metadata/timestamp.json', 1_000_000, null);",
    'process.stdout.write(JSON.stringify(read));',
    'source.close();',
  ];
  const run = (env: object): ReturnType<typeof runCommand> =>
    runCommand(process.execPath, ['--input-type=module', '-e', script.join('\n')], {
      env: { PATH: process.env['PATH'], ...env },
    });
  expect((await run({ SSL_CERT_FILE: certificates.caFile })).output).toContain('"bytes"');
  expect((await run({ SSL_CERT_FILE: '/dev/null' })).output).toContain('nicht vertraut');
});

it('says that nobody answers', async () => {
  const { sentence } = await syncOver(httpsSource('https://localhost:1/wissen', ca, null, {}));
  expect(sentence).toBe('Die Quelle ist nicht erreichbar: die Verbindung wurde abgelehnt.');
});
