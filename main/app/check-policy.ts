import { existsSync, readFileSync } from 'node:fs';
import { app, net } from 'electron';
import { settingsInForce, type Settings } from '../../shared/settings/settings.ts';
import { describeFailure, loadPack } from '../knowledge/index.ts';
import { readPolicy, readUserSettings } from '../settings/index.ts';
import { certificatesIn, lockDown, serveApp, trustCertificates } from '../windows/index.ts';
import { handshakeFailure } from './check-handshake.ts';
import { microphoneFinding } from './check-microphone.ts';
import type { Log } from './log.ts';
import { connectionFailure, policyReport, type Finding } from './policy-report.ts';

const limitMs = 8_000;
/** The report goes to stdout; nothing else is to be written anywhere. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * `--check-policy`: prints the settings in force with their sources, tries what they name, and opens no
 * window. Runs after `app.ready`, with the certificates that the telephone would accept.
 * @returns exit code: 0 all right, 1 something is wrong
 */
export async function checkPolicy(policyFile: string | undefined): Promise<0 | 1> {
  const { source, layer, wrong } = readPolicy(policyFile);
  const user = readUserSettings(app.getPath('userData'));
  const settings = settingsInForce(user, layer);
  trustCertificates(settings.extraCaFile, silent);
  lockDown(silent);
  serveApp({ app: app.getAppPath(), practice: null });
  const findings = [
    ...authorities(settings),
    ...(await Promise.all((settings.account?.registrars ?? []).map(registrar))),
    ...(await pack(settings)),
    ...(await Promise.all((settings.knowledgeSources ?? []).map(knowledgeSource))),
    ...rootFile(settings),
    await microphoneFinding(settings),
  ];
  const report = { source, policy: layer, user, settings, wrong, findings };
  process.stdout.write(policyReport(report));
  return wrong.length === 0 && findings.every(({ failure }) => failure === null) ? 0 : 1;
}

function authorities({ extraCaFile }: Settings): Finding[] {
  if (extraCaFile === undefined) return [];
  const what = `Zertifizierungsstellen in ${extraCaFile}`;
  try {
    const count = certificatesIn(readFileSync(extraCaFile, 'utf8')).length;
    return [{ what, failure: count > 0 ? null : 'Die Datei enthält kein Zertifikat.' }];
  } catch {
    return [{ what, failure: 'Die Datei ist nicht lesbar oder kein PEM.' }];
  }
}

/** Any answer will do: a WebSocket server refuses a plain GET, but only after the TLS handshake. */
async function reach(url: string): Promise<string | null> {
  try {
    await net.fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(limitMs) });
    return null;
  } catch (error) {
    // A redirect is an answer too; Electron reports it as an error in this mode.
    return /redirect/i.test(String(error)) ? null : connectionFailure(String(error));
  }
}

async function registrar(address: string): Promise<Finding> {
  const url = address.replace(/^wss:/, 'https:');
  const what = `Anlage ${address} (Verbindung, Zertifikat, WebSocket für SIP)`;
  return { what, failure: (await reach(url)) ?? (await handshakeFailure(address, limitMs)) };
}

async function pack({ packFolder, knowledgeSources }: Settings): Promise<Finding[]> {
  if (packFolder === undefined || knowledgeSources !== undefined) return [];
  const loaded = await loadPack(packFolder);
  const failure = loaded.ok ? null : loaded.failure.map(describeFailure).join('; ');
  return [{ what: `Wissenspaket ${packFolder}`, failure }];
}

async function knowledgeSource(place: string): Promise<Finding> {
  const what = `Wissensquelle ${place}`;
  if (place.startsWith('https://')) return { what, failure: await reach(place) };
  return { what, failure: existsSync(place) ? null : 'Den Ordner gibt es nicht.' };
}

function rootFile({ knowledgeRootFile }: Settings): Finding[] {
  if (knowledgeRootFile === undefined) return [];
  const failure = existsSync(knowledgeRootFile) ? null : 'Die Datei gibt es nicht.';
  return [{ what: `Vertrauensdatei ${knowledgeRootFile}`, failure }];
}
