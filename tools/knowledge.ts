// npm run knowledge -- COMMAND …: one file per command in tools/knowledge/.
import { asked } from './knowledge/asked.ts';
import { build } from './knowledge/build.ts';
import { check } from './knowledge/check.ts';
import type { Command } from './knowledge/command-line.ts';
import { diff } from './knowledge/diff.ts';
import { formatDocument } from './knowledge/format.ts';
import { importPack } from './knowledge/import.ts';
import { inspect } from './knowledge/inspect.ts';
import { keygen } from './knowledge/keygen.ts';
import { publish } from './knowledge/publish.ts';
import { search } from './knowledge/search.ts';
import { sign } from './knowledge/sign.ts';
import { verify } from './knowledge/verify.ts';
import { finish } from './setup/finish.ts';
import { ToolError } from './setup/tool-error.ts';

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    search,
    check,
    import: importPack,
    keygen,
    build,
    sign,
    publish,
    verify,
    inspect,
    diff,
    format: formatDocument,
    asked,
  }),
);

function usageOf(chosen: readonly Command[]): string {
  const lines = chosen.flatMap(({ usage }) =>
    usage.map((line) => `  npm run knowledge -- ${line}`),
  );
  return ['Aufruf:', ...lines].join('\n');
}

await finish(async () => {
  const [name, ...args] = process.argv.slice(2);
  const command = commands.get(name ?? '');
  if (command === undefined) {
    const reason = name === undefined ? 'Der Befehl fehlt.' : `Den Befehl „${name}“ gibt es nicht.`;
    throw new ToolError(`${reason}\n${usageOf([...commands.values()])}`, 2);
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof ToolError) || error.exitCode !== 2) throw error;
    throw new ToolError(`${error.message}\n${usageOf([command])}`, 2);
  }
});
