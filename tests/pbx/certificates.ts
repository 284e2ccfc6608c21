import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../tools/setup/run-command.ts';

export interface Certificates {
  caFile: string;
  certificate: string;
  key: string;
}

/**
 * A certification authority made for one run and a server certificate for localhost signed by it, so that
 * the app can be told to trust the authority (`extraCaFile`) as in a county with its own.
 */
export async function makeCertificates(folder: string): Promise<Certificates> {
  await mkdir(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await mustRun('openssl', [
    ...['req', '-x509', ...elliptic, '-days', '30', '-subj', '/CN=Amtsdraht test authority'],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
    ...['-keyout', at('ca.key'), '-out', at('ca.pem')],
  ]);
  await mustRun('openssl', [
    ...['req', ...elliptic, '-subj', '/CN=localhost'],
    ...['-keyout', at('server.key'), '-out', at('server.csr')],
  ]);
  await writeFile(
    at('server.ext'),
    'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=critical,CA:false\nextendedKeyUsage=serverAuth\n',
  );
  await mustRun('openssl', [
    ...['x509', '-req', '-in', at('server.csr'), '-CA', at('ca.pem'), '-CAkey', at('ca.key')],
    ...['-CAcreateserial', '-days', '30', '-extfile', at('server.ext'), '-out', at('server.pem')],
  ]);
  return { caFile: at('ca.pem'), certificate: at('server.pem'), key: at('server.key') };
}
