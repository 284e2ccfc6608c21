import type { Problem } from '../../shared/problem.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { importPasswordFile, passwordFilePath, type openSecrets } from '../settings/index.ts';
import type { Log } from './log.ts';

/** Takes the SIP password from the file of the settings, once. @returns what has to be told */
export function takePassword(
  setting: string | undefined,
  secrets: ReturnType<typeof openSecrets>,
  log: Log,
): readonly Problem[] {
  if (setting === undefined) return [];
  const result = importPasswordFile(passwordFilePath(setting), secrets);
  switch (result.outcome) {
    case 'none':
      return [];
    case 'imported':
      log.info('password', 'taken from the file into the key store, file deleted');
      return [];
    case 'failed':
      return [{ code: 'passwordFileLeft', detail: result.sentence }];
    default:
      return unreachable(result);
  }
}
