import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import { root } from '../../../tools/setup/paths.ts';

const eslint = new ESLint({ cwd: root });

/** Messages about docs/security.md for a text in the place of a file that opens windows. */
async function refusals(text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, 'main/windows/windows.ts') });
  expect(result?.messages.filter(({ fatal }) => fatal === true)).toEqual([]);
  return (result?.messages ?? []).flatMap(({ ruleId, message }) =>
    ruleId === 'no-restricted-syntax' ? [message] : [],
  );
}

it.each([
  ['allowRunningInsecureContent: true'],
  ['experimentalFeatures: true'],
  ["enableBlinkFeatures: 'CSSVariables'"],
  ['webviewTag: true'],
  ["'webviewTag': true"],
  ['nodeIntegration: true'],
  ['contextIsolation: false'],
  ['sandbox: false'],
  ['webSecurity: process.argv.length < 3'],
])('a switch that opens the sandbox is refused: %s', async (property) => {
  expect(await refusals(`export const preferences = { ${property} };\n`)).toEqual([
    'docs/security.md says that this is never set so.',
  ]);
});

it('opening something outside the application is refused', async () => {
  const text = "import { shell } from 'electron';\nexport const open = shell.openExternal;\n";
  expect(await refusals(text)).toEqual([
    'Nothing is opened outside the application (docs/security.md, 15).',
  ]);
});
