import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { waitForRegistered } from '../support/desk.ts';
import { launchApp } from '../support/electron-app.ts';

const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-password-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

// What becomes of a good file in a key store: main/settings/password-file.test.ts.
test('without a key store the file with the password stays, is told, and its content is nowhere', async () => {
  const file = join(folder, 'kennwort.txt');
  await writeFile(file, 'geheim-4711\n');
  // The test's own display has no session bus, so the program finds no key store.
  const launched = await launchApp({ policy: { passwordFile: file } });
  try {
    const desk = await launched.desk();
    await waitForRegistered(desk);
    await desk
      .getByText('Eine Datei mit dem SIP-Passwort liegt noch auf diesem Rechner.')
      .waitFor();
    expect(existsSync(file)).toBe(true);
    expect(await desk.locator('body').textContent()).toMatch(/keinen Schlüsselspeicher/);
    const log = await readFile(join(launched.userData, 'logs', 'amtsdraht.log'), 'utf8');
    expect(`${log}${launched.output()}`).not.toContain('geheim-4711');
  } finally {
    await launched.close();
  }
});
