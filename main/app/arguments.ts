import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line selects. Paths are absolute. */
export interface LaunchArguments {
  /** Profile folder; undefined: the one of the operating system. */
  readonly userData: string | undefined;
  /** Policy file; undefined: the managed place of the operating system. */
  readonly policy: string | undefined;
  /** Folder for the pictures of the guided tour; undefined: no tour. */
  readonly tour: string | undefined;
  /** No window: print and try the settings in force. */
  readonly checkPolicy: boolean;
  /** No window: say that the program starts on this machine, and end; asked of a new version (decision 0065). */
  readonly checkStart: boolean;
  /** No window: write a diagnosis package there; undefined: do not. */
  readonly diagnostics: string | undefined;
  /** What is left, where a link to dial may be. */
  readonly links: readonly string[];
}

/**
 * Reads our own options and lets Chromium's switches pass.
 * @param argv everything after the executable
 * @param folder working directory for relative paths
 */
export function readArguments(argv: readonly string[], folder: string): LaunchArguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      'user-data': { type: 'string' },
      policy: { type: 'string' },
      'check-policy': { type: 'boolean' },
      'check-start': { type: 'boolean' },
      tour: { type: 'string' },
      diagnostics: { type: 'string' },
    },
  });
  const path = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' && value !== '' ? resolve(folder, value) : undefined;
  const checkPolicy = values['check-policy'] === true;
  return {
    userData: path(values['user-data']),
    // The file may follow the switch: `--check-policy FILE` is short for both options.
    policy:
      path(values.policy) ??
      (checkPolicy ? path(positionals.findLast((name) => name.endsWith('.json'))) : undefined),
    checkPolicy,
    checkStart: values['check-start'] === true,
    tour: path(values.tour),
    diagnostics: path(values['diagnostics']),
    links: positionals,
  };
}
