import { mustRun } from '../../../../tools/setup/run-command.ts';
import { findProgram } from '../../../../tools/setup/system-packages.ts';

const scripts = new URL('.', import.meta.url).pathname;

/** Compiles one of the scripts of this folder with Debian's makensis; a warning is an error. */
export async function makensis(
  script: 'installer' | 'payload',
  defines: Readonly<Record<string, string>>,
): Promise<void> {
  const given = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);
  await mustRun(findProgram('makensis') ?? 'makensis', [
    ...['-V2', '-WX', '-INPUTCHARSET', 'UTF8'],
    ...given,
    `${scripts}${script}.nsi`,
  ]);
}
