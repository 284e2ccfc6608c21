// npm start -- [--user-data DIR] [--policy FILE] [--tour DIR]: builds what changed and starts the app.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { buildApp } from './setup/build-app.ts';
import { sandboxArguments } from './setup/electron-arguments.ts';
import { electronRuntime } from './setup/electron-runtime.ts';
import { finish } from './setup/finish.ts';
import { root } from './setup/paths.ts';
import { ensureSystemPackages } from './setup/system-packages.ts';
import { hasDisplay, startVirtualDisplay } from './setup/virtual-display.ts';

function runElectron(executable: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}

async function start(): Promise<number> {
  const args = process.argv.slice(2);
  const tour = args.some((argument) => argument === '--tour' || argument.startsWith('--tour='));
  const needsDisplay = !hasDisplay();
  if (needsDisplay && !tour) {
    console.error(
      'Kein Bildschirm gefunden (DISPLAY und WAYLAND_DISPLAY sind leer): Bitte in einer grafischen Sitzung starten oder „npm start -- --tour ORDNER“ verwenden, das ohne Bildschirm auskommt.',
    );
    return 1;
  }
  const missing = await ensureSystemPackages(
    'window',
    ...(needsDisplay ? ['display' as const] : []),
  );
  if (missing.length > 0)
    console.error(`Es fehlen Systempakete (Debian-Namen): ${missing.join(', ')}`);
  await buildApp();
  const { executable } = await electronRuntime();

  const sandbox = sandboxArguments();
  if (sandbox.length > 0)
    console.error(
      'Started as root: Chromium’s sandbox is off (--no-sandbox). Do not work like this.',
    );
  const display = needsDisplay ? await startVirtualDisplay() : undefined;
  // The variable is set by some editors' terminals; it would turn Electron into a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const env = { ...inherited, ...(display === undefined ? {} : { DISPLAY: display.name }) };
  try {
    return await runElectron(executable, [...sandbox, root, ...args], env);
  } finally {
    await display?.stop();
  }
}

await finish(start);
