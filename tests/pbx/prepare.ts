import { installAsterisk } from '../../tools/setup/asterisk-install.ts';

/** Vitest's global set-up of the suite against Asterisk; each spec file starts an Asterisk of its own. */
export async function setup(): Promise<void> {
  await installAsterisk();
}
