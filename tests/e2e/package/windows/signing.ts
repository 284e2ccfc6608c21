import { join } from 'node:path';
import { mustRun, runCommand, type CommandResult } from '../../../../tools/setup/run-command.ts';
import { findProgram } from '../../../../tools/setup/system-packages.ts';

/** A certificate to sign programs with, made for one run and trusted by nobody. */
export interface CodeCertificate {
  /** What a person sets to sign (docs/betrieb/installation.md); Debian's osslsigncode does it. */
  readonly env: NodeJS.ProcessEnv;
  /** What Windows would say of a program, if it trusted the certificate; with `stranger` as it is. */
  readonly verify: (file: string, stranger?: boolean) => Promise<CommandResult>;
}

export async function makeCodeCertificate(folder: string): Promise<CodeCertificate> {
  const at = (name: string): string => join(folder, name);
  await mustRun('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Kreis Test'],
    ...['-addext', 'extendedKeyUsage=codeSigning', '-addext', 'keyUsage=digitalSignature'],
    ...['-keyout', at('code.key'), '-out', at('code.pem')],
  ]);
  await mustRun('openssl', [
    ...['pkcs12', '-export', '-passout', 'pass:probe', '-out', at('code.pfx')],
    ...['-inkey', at('code.key'), '-in', at('code.pem')],
  ]);
  return {
    env: {
      CSC_LINK: at('code.pfx'),
      CSC_KEY_PASSWORD: 'probe',
      USE_SYSTEM_OSSLSIGNCODE: 'true',
      // No time stamp: that is the word of a server on the net.
      ELECTRON_BUILDER_OFFLINE: 'true',
    },
    verify: (file, stranger = false) =>
      runCommand(findProgram('osslsigncode') ?? 'osslsigncode', [
        'verify',
        ...(stranger ? [] : ['-CAfile', at('code.pem')]),
        ...['-in', file],
      ]),
  };
}
