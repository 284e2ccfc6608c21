// npm run update -- keygen | sign | verify: what a county's update server needs (docs/betrieb/update-server.md).
import { keygen } from './knowledge/keygen.ts';
import type { Command } from './knowledge/command-line.ts';
import { finish } from './setup/finish.ts';
import { ToolError } from './setup/tool-error.ts';
import { sign } from './update/sign.ts';
import { verify } from './update/verify.ts';

const commands: ReadonlyMap<string, Command> = new Map(Object.entries({ keygen, sign, verify }));

await finish(async () => {
  const [name, ...args] = process.argv.slice(2);
  const command = commands.get(name ?? '');
  const usage = [...commands.values()]
    .flatMap((each) => each.usage.map((line) => `  npm run update -- ${line}`))
    .join('\n');
  if (command === undefined) {
    const reason = name === undefined ? 'Der Befehl fehlt.' : `Den Befehl „${name}“ gibt es nicht.`;
    throw new ToolError(`${reason}\nAufruf:\n${usage}`, 2);
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof ToolError) || error.exitCode !== 2) throw error;
    throw new ToolError(`${error.message}\nAufruf:\n${usage}`, 2);
  }
});
