import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { certificatesOf, faultOfChain } from '../../../main/windows/chain.ts';
import { changeCertificate, makeCertificates, type Certificates } from '../../pbx/certificates.ts';

// Real certificates of openssl: what an additional authority makes of them.
const now = new Date();
const tomorrow = new Date(now.getTime() + 86_400_000);
let folder: string;
let certificates: Certificates;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-certificates-'));
  certificates = await makeCertificates(folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function judge(host: string, at = now, trusted = [certificates.caFile]) {
  const read = async (file: string) => certificatesOf(await readFile(file, 'utf8'));
  const authorities = (await Promise.all(trusted.map(read))).flat();
  return faultOfChain(await read(certificates.certificate), authorities, host, at);
}

it('one of ours is good for its names, and only for them', async () => {
  expect(await judge('localhost')).toBeNull();
  expect(await judge('127.0.0.1')).toBeNull();
  expect(await judge('pbx.example')).toBe('wrongName');
});

it('is not trusted where nobody was told to', async () => {
  expect(await judge('localhost', now, [])).toBe('untrusted');
});

it('before its time and after it is told from one that nobody trusts', async () => {
  await changeCertificate(folder, { authority: 'ours', until: tomorrow });
  expect(await judge('localhost', new Date(tomorrow.getTime() - 1_000))).toBeNull();
  expect(await judge('localhost', new Date(tomorrow.getTime() + 1_000))).toBe('outOfDate');
  expect(await judge('localhost', new Date(now.getTime() - 90 * 86_400_000))).toBe('outOfDate');
});

it('of another authority stays untrusted, whatever its dates and name say', async () => {
  await changeCertificate(folder, { authority: 'foreign', until: tomorrow });
  expect(await judge('localhost')).toBe('untrusted');
  await changeCertificate(folder, { authority: 'ours', until: tomorrow });
});
