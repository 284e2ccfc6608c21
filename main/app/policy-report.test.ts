import { describe, expect, it } from 'vitest';
import { settingsInForce } from '../../shared/settings/settings.ts';
import { connectionFailure, policyReport } from './policy-report.ts';

const policy = { language: 'en' } as const;
const user = { theme: 'dark', language: 'de' } as const;
const report = { source: '/p.json', policy, user, settings: settingsInForce(user, policy) };

describe('policyReport', () => {
  it('names the source of every value', () => {
    const text = policyReport({ ...report, wrong: [], findings: [] });
    expect(text).toContain('language = "en"  (Richtlinie)');
    expect(text).toContain('theme = "dark"  (Platz)');
    expect(text).toContain('dtmf = "rfc4733"  (Vorgabe)');
    expect(text).toContain('Alles in Ordnung.');
  });

  it('counts what is wrong in the file and what did not answer', () => {
    const findings = [
      { what: 'Anlage', failure: 'tot' },
      { what: 'Paket', failure: null },
    ];
    const text = policyReport({ ...report, wrong: ['Satz'], findings });
    expect(text).toContain('FEHLER      Satz');
    expect(text).toContain('FEHLER      Anlage: tot');
    expect(text).toContain('in Ordnung  Paket');
    expect(text).toContain('2 Fehler.');
  });
});

it.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'DNS'],
  ['net::ERR_CONNECTION_REFUSED', 'lehnt'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'extraCaFile'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'Rechnernamen'],
  ['net::ERR_CERT_DATE_INVALID', 'abgelaufen'],
  ['AbortError: This operation was aborted', 'vorgesehenen Zeit'],
  ['net::ERR_SOMETHING_NEW', 'ERR_SOMETHING_NEW'],
])('%s is told as a German reason', (error, told) => {
  expect(connectionFailure(error)).toContain(told);
});
