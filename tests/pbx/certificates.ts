import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../tools/setup/run-command.ts';

export interface Certificates {
  caFile: string;
  certificate: string;
  key: string;
}

/** Where a certificate comes from and until when it is valid. */
export interface CertificateWish {
  /** `foreign`: an authority that nobody has been told to trust. */
  authority: 'ours' | 'foreign';
  until: Date;
}

/** The usual key of both kinds. */
const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const;
const extensions =
  'subjectAltName=DNS:localhost,DNS:anlage.example,IP:127.0.0.1\nbasicConstraints=critical,CA:false\nextendedKeyUsage=serverAuth\n';

/**
 * A certification authority made for one run and a server certificate for localhost signed by it, so that
 * the app can be told to trust the authority (`extraCaFile`) as in a county with its own.
 */
export async function makeCertificates(folder: string): Promise<Certificates> {
  await mkdir(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  await makeAuthority(folder, 'ours');
  await mustRun('openssl', [
    ...['req', ...elliptic, '-subj', '/CN=localhost'],
    ...['-keyout', at('server.key'), '-out', at('server.csr')],
  ]);
  await changeCertificate(folder, {
    authority: 'ours',
    until: new Date(Date.now() + 30 * 86_400_000),
  });
  return { caFile: at('ours.pem'), certificate: at('server.pem'), key: at('server.key') };
}

/** Gives the server of `makeCertificates` another certificate for the same key and name. */
export async function changeCertificate(
  folder: string,
  { authority, until }: CertificateWish,
): Promise<void> {
  const at = (name: string): string => join(folder, name);
  if (!existsSync(at(`${authority}.pem`))) await makeAuthority(folder, authority);
  // Only `openssl ca` can end a certificate at a second of its own, also one that is over.
  await writeFile(at('server.ext'), extensions);
  await writeFile(at('issued.txt'), '');
  const settings = [
    ...[
      '[ca]',
      'default_ca=one',
      '[one]',
      `database=${at('issued.txt')}`,
      `serial=${at('serial')}`,
    ],
    ...[`new_certs_dir=${folder}`, 'default_md=sha256', 'policy=any', '[any]'],
    'commonName=supplied',
  ];
  await writeFile(at('ca.conf'), `${settings.join('\n')}\n`);
  await mustRun('openssl', [
    ...['ca', '-batch', '-notext', '-rand_serial', '-config', at('ca.conf')],
    ...['-cert', at(`${authority}.pem`), '-keyfile', at(`${authority}.key`)],
    ...['-startdate', asn1(new Date(until.getTime() - 60 * 86_400_000)), '-enddate', asn1(until)],
    ...['-extfile', at('server.ext'), '-in', at('server.csr'), '-out', at('server.pem')],
  ]);
}

async function makeAuthority(folder: string, name: CertificateWish['authority']): Promise<void> {
  await mustRun('openssl', [
    ...[
      'req',
      '-x509',
      ...elliptic,
      '-days',
      '30',
      '-subj',
      `/CN=Amtsdraht test authority ${name}`,
    ],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
    ...['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.pem`)],
  ]);
}

/** GeneralizedTime of X.509: YYYYMMDDHHMMSSZ. */
function asn1(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
}
