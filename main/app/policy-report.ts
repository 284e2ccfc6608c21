import type { CertificateVerdicts } from '../windows/index.ts';
import type { Settings, SettingsLayer } from '../../shared/settings/settings.ts';

/** One check of what the settings name. */
export interface Finding {
  readonly what: string;
  /** German reason; null: all right. */
  readonly failure: string | null;
}

export interface PolicyReport {
  /** File or registry key of the policy. */
  readonly source: string;
  readonly policy: SettingsLayer;
  readonly user: SettingsLayer;
  readonly settings: Settings;
  /** Values of the policy that are wrong and not in force. */
  readonly wrong: readonly string[];
  readonly findings: readonly Finding[];
}

/** The report of `--check-policy` for a person: every setting in force with its source, then the checks. */
export function policyReport(report: PolicyReport): string {
  const { source, policy, user, settings, wrong, findings } = report;
  const origin = (key: string): string =>
    Object.hasOwn(policy, key) ? 'Richtlinie' : Object.hasOwn(user, key) ? 'Platz' : 'Vorgabe';
  const values = Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, value]) => `  ${key} = ${JSON.stringify(value)}  (${origin(key)})`);
  const checks = findings.map(({ what, failure }) =>
    failure === null ? `  in Ordnung  ${what}` : `  FEHLER      ${what}: ${failure}`,
  );
  const faults = wrong.length + findings.filter(({ failure }) => failure !== null).length;
  return [
    `Richtlinie: ${source}${Object.keys(policy).length === 0 ? ' (nichts vorgegeben)' : ''}`,
    ...wrong.map((sentence) => `  FEHLER      ${sentence}`),
    'Es gilt:',
    ...values,
    'Geprüft:',
    ...checks,
    faults === 0 ? 'Alles in Ordnung.' : `${faults} Fehler.`,
    '',
  ].join('\n');
}

/** Sentence for a host that has shown none of its pins; null: it has, or none is named. Chromium does not tell. */
export function wrongPin(
  url: string,
  verdicts: Pick<CertificateVerdicts, 'refused' | 'shown'>,
): string | null {
  const { hostname } = new URL(url);
  if (verdicts.refused(hostname) !== 'wrongPin') return null;
  const shown = verdicts.shown(hostname).join(', ');
  return `Der Server zeigt keinen der vorgegebenen Schlüssel (certificatePins), sondern ${shown}.`;
}

/** Sentence for what Chromium says of a connection that did not come about (`net::ERR_…`). */
export function connectionFailure(error: string): string {
  if (error.includes('ERR_NAME_NOT_RESOLVED')) return 'Der Rechnername ist nicht bekannt (DNS).';
  if (error.includes('ERR_CONNECTION_REFUSED')) return 'Der Rechner lehnt die Verbindung ab.';
  if (/TIMED_OUT|AbortError|aborted/.test(error)) return 'Keine Antwort in der vorgesehenen Zeit.';
  if (error.includes('ERR_CERT_AUTHORITY_INVALID'))
    return 'Die Zertifizierungsstelle ist nicht bekannt; extraCaFile kann sie nennen.';
  if (error.includes('ERR_CERT_COMMON_NAME_INVALID'))
    return 'Das Zertifikat gilt nicht für diesen Rechnernamen.';
  if (error.includes('ERR_CERT_DATE_INVALID'))
    return 'Das Zertifikat ist abgelaufen oder gilt noch nicht.';
  const code = /ERR_[A-Z_]+/.exec(error)?.[0];
  return `Keine Verbindung${code === undefined ? '' : ` (${code})`}.`;
}
