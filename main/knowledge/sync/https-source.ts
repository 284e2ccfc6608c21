import { get, Agent, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { SecureContext } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { CertificatePins } from '../../../shared/security/certificate-pins.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { pinCheckedIdentity, pinError, trustContext } from '../../tls/index.ts';
import type { KnowledgeSource, ReadFailure, SourceAnswer } from './source.ts';

/** No byte for so long: the source is gone. Milliseconds. */
const idleLimit = 20_000;

/**
 * A web server. Redirects are not followed: the address in the settings is the one that IT allowed.
 * @param extraCa PEM text with authorities beside those that Node and the system know; null: none
 * @param pins keys that hosts have to show
 * @param proxy `http://host:port` that tunnels to the server (RFC 9110 9.3.6); null: direct
 */
export function httpsSource(
  address: string,
  extraCa: string | null,
  proxy: string | null,
  pins: CertificatePins,
): KnowledgeSource {
  const base = address.endsWith('/') ? address : `${address}/`;
  // Hundreds of certificates: read once, not for each connection.
  let context: SecureContext | null = null;
  const checkServerIdentity = pinCheckedIdentity(pins);
  const keep = { keepAlive: true, maxSockets: 8 };
  const agent = proxy === null ? new Agent(keep) : new HttpsProxyAgent(proxy, keep);
  return {
    name: address,
    read: (file, limit, etag) => {
      const headers = etag === null ? {} : { 'If-None-Match': etag };
      context ??= trustContext(extraCa);
      const trust = { checkServerIdentity, secureContext: context };
      const options = { agent, headers, timeout: idleLimit, ...trust };
      return fetchFile(new URL(file, base), limit, options);
    },
    close: () => {
      agent.destroy();
    },
  };
}

function fetchFile(
  url: URL,
  limit: number,
  options: RequestOptions,
): Promise<Result<SourceAnswer, ReadFailure>> {
  return new Promise((resolve) => {
    const unreachable = (reason: string): void => {
      resolve(failure({ kind: 'unreachable', reason }));
    };
    const request = get(url, options, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode === 200) {
        collect(response, limit, resolve, unreachable);
        return;
      }
      response.resume();
      if (statusCode === 304) resolve(success({ kind: 'unchanged' }));
      else if ([403, 404, 410].includes(statusCode)) resolve(failure({ kind: 'missing' }));
      else unreachable(`der Server antwortet mit ${statusCode}`);
    });
    request.on('timeout', () => request.destroy(new Error('keine Antwort')));
    request.on('error', (error) => {
      unreachable(networkReason(error));
    });
  });
}

function collect(
  response: IncomingMessage,
  limit: number,
  resolve: (result: Result<SourceAnswer, ReadFailure>) => void,
  unreachable: (reason: string) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    length += chunk.byteLength;
    chunks.push(chunk);
    if (length <= limit) return;
    resolve(failure({ kind: 'tooLarge' }));
    response.destroy();
  });
  response.on('end', () => {
    if (!response.complete) unreachable('die Verbindung brach ab');
    const etag = response.headers.etag ?? null;
    resolve(success({ kind: 'bytes', bytes: Buffer.concat(chunks), etag }));
  });
  response.on('error', (error) => {
    unreachable(networkReason(error));
  });
}

const networkReasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'der Rechnername ist unbekannt',
  EAI_AGAIN: 'der Rechnername lässt sich gerade nicht auflösen',
  ECONNREFUSED: 'die Verbindung wurde abgelehnt',
  ECONNRESET: 'die Verbindung brach ab',
  ETIMEDOUT: 'keine Antwort',
  ENETUNREACH: 'kein Netz',
  EHOSTUNREACH: 'kein Weg zum Rechner',
  CERT_HAS_EXPIRED: 'das Zertifikat des Servers ist abgelaufen',
  [pinError]: 'der Server zeigt keinen der vorgegebenen Schlüssel (certificatePins)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'das Zertifikat gilt für einen anderen Rechner',
};
const untrusted = /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/;

/** German words for an error of the network; the system's own code where we have none. */
export function networkReason(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (untrusted.test(code)) return 'dem Zertifikat des Servers wird nicht vertraut (extraCaFile)';
  return networkReasons[code] ?? (code === '' ? error.message : code);
}
