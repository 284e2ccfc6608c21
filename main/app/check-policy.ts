import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { settingsInForce, type Settings } from '../../shared/settings/settings.ts';
import { describeFailure, loadPack } from '../knowledge/index.ts';
import { textsFor } from '../../shared/texts/index.ts';
import { readOffer, rolloutPlace, thisMachine } from '../updates/index.ts';
import {
  openSecrets,
  passwordFilePath,
  policyAddress,
  readManaged,
  readPolicy,
  readUserSettings,
  type PolicyReading,
} from '../settings/index.ts';
import {
  certificatesIn,
  lockDown,
  serveApp,
  trustCertificates,
  type CertificateVerdicts,
} from '../windows/index.ts';
import { handshakeFailure } from './check-handshake.ts';
import { microphoneFinding } from './check-microphone.ts';
import { fetchPolicy, textFetcher } from './provisioning.ts';
import { httpRequest } from './http.ts';
import { proxyOfRule } from './knowledge-sync.ts';
import type { Log } from './log.ts';
import { connectionFailure, wrongPin, policyReport, type Finding } from './policy-report.ts';

const limitMs = 8_000;
/** The report goes to stdout; nothing else is to be written anywhere. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * `--check-policy`: prints the settings in force with their sources, tries what they name, and opens no
 * window. Runs after `app.ready`, with the certificates that the telephone would accept.
 * @returns exit code: 0 all right, 1 something is wrong
 */
export async function checkPolicy(policyFile: string | undefined): Promise<0 | 1> {
  const profile = app.getPath('userData');
  const machine = readPolicy(policyFile);
  const fetched = await policyServer(machine, profile);
  const { source, layer, wrong } = readManaged(machine, profile);
  const user = readUserSettings(profile);
  const settings = settingsInForce(user, layer);
  const verdicts = trustCertificates(settings, silent);
  lockDown(silent);
  serveApp({ app: app.getAppPath(), practice: null });
  const findings = [
    ...fetched,
    ...passwordFinding(settings, profile),
    ...authorities(settings),
    ...(await Promise.all(
      (settings.account?.registrars ?? []).map((address) => registrar(address, verdicts)),
    )),
    ...(await pack(settings)),
    ...(await Promise.all(
      (settings.knowledgeSources ?? []).map((place) => knowledgeSource(place, verdicts)),
    )),
    ...(settings.exportUrl === undefined
      ? []
      : [await exportEndpoint(settings.exportUrl, verdicts)]),
    ...rootFile(settings),
    ...practice(settings),
    ...(await updateServer(settings, verdicts)),
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
async function reach(url: string, verdicts: CertificateVerdicts): Promise<string | null> {
  try {
    await httpRequest({ url, limitMs });
    return null;
  } catch (error) {
    // A redirect is an answer too; Electron reports it as an error in this mode.
    return /redirect/i.test(String(error))
      ? null
      : (wrongPin(url, verdicts) ?? connectionFailure(String(error)));
  }
}

async function registrar(address: string, verdicts: CertificateVerdicts): Promise<Finding> {
  const url = address.replace(/^wss:/, 'https:');
  const proxy = proxyOfRule(await session.defaultSession.resolveProxy(address));
  const way = proxy === null ? '' : `, durch den Proxy ${new URL(proxy).host}`;
  const what = `Anlage ${address} (Verbindung, Zertifikat, WebSocket für SIP${way})`;
  return {
    what,
    failure: (await reach(url, verdicts)) ?? (await handshakeFailure(address, limitMs, proxy)),
  };
}

async function pack({ packFolder, knowledgeSources }: Settings): Promise<Finding[]> {
  if (packFolder === undefined || knowledgeSources !== undefined) return [];
  const loaded = await loadPack(packFolder);
  const failure = loaded.ok ? null : loaded.failure.map(describeFailure).join('; ');
  return [{ what: `Wissenspaket ${packFolder}`, failure }];
}

/** Fetches as the start of the application does, and keeps what is good: the rest of the report is about that. */
async function policyServer({ layer }: PolicyReading, profile: string): Promise<Finding[]> {
  const { policyKeys = [] } = layer;
  const policyUrl = policyAddress(layer, profile);
  if (policyUrl === undefined) return [];
  const verdicts = trustCertificates(settingsInForce({}, layer), silent);
  const fetcher = textFetcher(() => verdicts);
  const result = await fetchPolicy(profile, policyUrl, policyKeys, fetcher);
  const number = result.ok ? `, Nummer ${String(result.value.serial)}, unterschrieben` : '';
  const failure = result.ok ? null : result.failure.sentence;
  return [{ what: `Vorgaben vom Server ${policyUrl}${number}`, failure }];
}

/** Only looks: the password is taken at the start of the application. */
function passwordFinding({ passwordFile, account }: Settings, profile: string): Finding[] {
  if (passwordFile === undefined) return [];
  const file = passwordFilePath(passwordFile);
  const { keyStore, stored } = openSecrets(profile, undefined);
  if (!existsSync(file)) {
    const known = stored() !== null || account === undefined;
    const failure = known
      ? null
      : 'Es gibt weder die Datei noch ein Passwort im Schlüsselspeicher.';
    return [{ what: `Passwortdatei ${file} (schon übernommen)`, failure }];
  }
  const failure = keyStore ? null : 'Dieser Rechner hat keinen Schlüsselspeicher.';
  return [{ what: `Passwortdatei ${file} (wird beim nächsten Start übernommen)`, failure }];
}

/** Nothing is sent: an endpoint for events need not answer a GET kindly. */
async function exportEndpoint(url: string, verdicts: CertificateVerdicts): Promise<Finding> {
  return { what: `Auswertung ${url}`, failure: await reach(url, verdicts) };
}

async function knowledgeSource(place: string, verdicts: CertificateVerdicts): Promise<Finding> {
  const what = `Wissensquelle ${place}`;
  if (place.startsWith('https://')) return { what, failure: await reach(place, verdicts) };
  return { what, failure: existsSync(place) ? null : 'Den Ordner gibt es nicht.' };
}

/** Address, signature and what of it is for this machine; a missing key is a fault of the settings. */
async function updateServer(
  { updateUrl, updateKeys }: Settings,
  verdicts: CertificateVerdicts,
): Promise<Finding[]> {
  if (updateUrl === undefined) return [];
  const name = process.platform === 'win32' ? 'latest.yml' : 'latest-linux.yml';
  const base = updateUrl.endsWith('/') ? updateUrl : `${updateUrl}/`;
  const what = `Update-Server ${base}${name}`;
  if (updateKeys.length === 0) return [{ what, failure: 'updateKeys nennt keinen Schlüssel.' }];
  const [content, signature] = [
    await read(`${base}${name}`, verdicts),
    await read(`${base}${name}.sig`, verdicts),
  ];
  if (typeof content !== 'string') return [{ what, failure: content.failure }];
  if (typeof signature !== 'string')
    return [{ what: `Unterschrift ${base}${name}.sig`, failure: signature.failure }];
  const offer = readOffer(name, content, signature, updateKeys);
  const words = textsFor('de').updates;
  if (!offer.ok) return [{ what, failure: words.failures[offer.failure] }];
  const { version, stagingPercentage = 100 } = offer.value;
  const place = rolloutPlace(thisMachine());
  const turn = `Verteilung ${String(stagingPercentage)} %, dieser Platz ab ${String(place + 1)} %`;
  return [{ what: `${what}: Fassung ${version}, unterschrieben, ${turn}`, failure: null }];
}

async function read(
  url: string,
  verdicts: CertificateVerdicts,
): Promise<string | { readonly failure: string }> {
  try {
    const { status, text } = await httpRequest({ url, redirect: 'follow', limitMs });
    return status === 200 ? text : { failure: `Der Server antwortet mit ${String(status)}.` };
  } catch (error) {
    return { failure: wrongPin(url, verdicts) ?? connectionFailure(String(error)) };
  }
}

function practice({ practiceFolder }: Settings): Finding[] {
  if (practiceFolder === undefined) return [];
  const file = join(practiceFolder, 'scenarios.yaml');
  return [
    { what: `Übungsanrufe ${file}`, failure: existsSync(file) ? null : 'Die Datei gibt es nicht.' },
  ];
}

function rootFile({ knowledgeRootFile }: Settings): Finding[] {
  if (knowledgeRootFile === undefined) return [];
  const failure = existsSync(knowledgeRootFile) ? null : 'Die Datei gibt es nicht.';
  return [{ what: `Vertrauensdatei ${knowledgeRootFile}`, failure }];
}
