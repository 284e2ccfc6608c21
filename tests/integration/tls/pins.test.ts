import type { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { httpsSource } from '../../../main/knowledge/sync/https-source.ts';
import { pinsFor, pinsOf, showsPin } from '../../../main/tls/index.ts';
import { certificatesOf } from '../../../main/windows/chain.ts';
import { mustRun } from '../../../tools/setup/run-command.ts';
import { changeCertificate, makeCertificates, type Certificates } from '../../pbx/certificates.ts';

// Real certificates of openssl and real TLS: what a pin lets through.
const other = `sha256/${'A'.repeat(43)}=`;
const tomorrow = new Date(Date.now() + 86_400_000);
let folder: string;
let certificates: Certificates;
let own: string;
let authority: string;
let server: Server | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-pins-'));
  certificates = await makeCertificates(folder);
  [own = '', authority = ''] = pinsOf(await chain());
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});
afterAll(() => rm(folder, { recursive: true }));

async function chain(): Promise<readonly X509Certificate[]> {
  const files = [certificates.certificate, certificates.caFile];
  return certificatesOf((await Promise.all(files.map((file) => readFile(file, 'utf8')))).join(''));
}

/** What the knowledge process makes of a server with these certificates. */
async function ask(pins: readonly string[], sentAlong = ''): Promise<string> {
  const cert = (await readFile(certificates.certificate, 'utf8')) + sentAlong;
  const key = await readFile(certificates.key, 'utf8');
  const started = createServer({ cert, key }, (_request, response) => response.end('ja'));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = `https://localhost:${String((started.address() as AddressInfo).port)}/`;
  const ca = await readFile(certificates.caFile, 'utf8');
  const source = httpsSource(address, ca, null, { localhost: [...pins] });
  const answer = await source.read('datei', 100, null);
  source.close();
  if (answer.ok) return 'read';
  return answer.failure.kind === 'unreachable' ? answer.failure.reason : answer.failure.kind;
}

it('is what openssl computes from the key (docs/betrieb/netz.md)', async () => {
  const script = `openssl x509 -in '${certificates.certificate}' -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64`;
  expect(own).toBe(`sha256/${(await mustRun('sh', ['-c', script])).trim()}`);
});

it.each<[string, () => string[]]>([
  ['its own key', () => [own]],
  ['the key of its authority', () => [authority]],
  ['one of two', () => [other, own]],
])('lets a server through by %s', async (_what, pins) => {
  expect(await ask(pins())).toBe('read');
});

it('refuses a server whose certificate is good but whose key is another', async () => {
  expect(await ask([other])).toBe(
    'der Server zeigt keinen der vorgegebenen Schlüssel (certificatePins)',
  );
});

it('a certificate that is only sent along vouches for nothing', async () => {
  await changeCertificate(folder, { authority: 'foreign', until: tomorrow });
  await changeCertificate(folder, { authority: 'ours', until: tomorrow });
  const foreign = await readFile(join(folder, 'foreign.pem'), 'utf8');
  const [pin = ''] = pinsOf(certificatesOf(foreign));
  expect(await ask([pin], foreign)).toContain('certificatePins');
  expect(
    showsPin({ localhost: [pin] }, 'localhost', [
      ...(await chain()).slice(0, 1),
      ...certificatesOf(foreign),
    ]),
  ).toBe(false);
});

it('stays when the certificate is renewed for the same key', async () => {
  await changeCertificate(folder, { authority: 'ours', until: new Date(Date.now() + 5_000_000) });
  expect(await ask([own])).toBe('read');
});

it('is looked up by the name alone, whatever its case and brackets', () => {
  const pins = { localhost: [own], '::1': [other] };
  expect(pinsFor(pins, 'LOCALHOST')).toEqual([own]);
  expect(pinsFor(pins, '[::1]')).toEqual([other]);
  expect(pinsFor(pins, 'toString')).toBeNull();
});
