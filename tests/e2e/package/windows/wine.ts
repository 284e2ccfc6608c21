import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../../../tools/setup/run-command.ts';
import { findProgram } from '../../../../tools/setup/system-packages.ts';

// Debian keeps the 64-bit one beside the path unless the package wine is there as well.
const program = findProgram('wine64') ?? '/usr/lib/wine/wine64';
const server = findProgram('wineserver64') ?? '/usr/lib/wine/wineserver64';

const batch = 'C:\\run.bat';

/** Where installers write for the whole machine. */
const places = [
  String.raw`Software\Amtsdraht`,
  String.raw`Software\Classes\amtsdraht`,
  String.raw`Software\Classes\Amtsdraht.Rufnummer`,
  String.raw`Software\RegisteredApplications`,
  String.raw`Software\Microsoft\Windows\CurrentVersion\Run`,
];

/** A Windows of its own in a folder: no screen, no menu of the desktop, no download of helpers. */
export class Wine {
  readonly #prefix: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string) {
    this.#prefix = join(folder, 'windows');
    this.#env = {
      PATH: process.env['PATH'],
      HOME: folder,
      WINEPREFIX: this.#prefix,
      WINEDEBUG: '-all',
      WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
    };
  }

  /** Takes some five seconds. */
  static async create(folder: string): Promise<Wine> {
    const wine = new Wine(folder);
    await wine.#spawn('wineboot', '-i');
    return wine;
  }

  /** A path of Windows as one of this machine. */
  path(windows: string): string {
    return join(this.#prefix, 'drive_c', ...windows.replace(/^C:\\/i, '').split('\\'));
  }

  /** Runs a program of this machine to its end. @returns its exit code as Windows sees it (not cut to 8 bits) */
  async run(file: string, ...args: readonly string[]): Promise<number> {
    return this.command(`Z:${file.replaceAll('/', '\\')}`, ...args);
  }

  /** The same with a name that Windows knows. */
  async command(name: string, ...args: readonly string[]): Promise<number> {
    // A batch file: on the line itself cmd takes the quotes of a name with spaces for its own. Its word comes in a
    // file: a pipe stays open as long as the services that the first program brings up.
    const lines = [
      '@echo off',
      [name, ...args].join(' '),
      String.raw`echo code=%errorlevel% > C:\code.txt`,
    ];
    await writeFile(this.path(batch), `${lines.join('\r\n')}\r\n`);
    await this.#spawn('cmd', '/c', batch);
    const told = this.path('C:\\code.txt');
    // Wine can end the program that was started before the one that it started for it.
    const until = Date.now() + 10_000;
    let code: string | undefined;
    while (code === undefined && Date.now() < until) {
      const word = existsSync(told) ? await readFile(told, 'utf8') : '';
      code = /code=(-?\d+)\s/.exec(word)?.[1];
      if (code === undefined) await new Promise((wake) => setTimeout(wake, 50));
    }
    if (code === undefined) throw new Error(`no exit code of ${name}`);
    await rm(told);
    return Number(code);
  }

  async #spawn(...args: readonly string[]): Promise<void> {
    const child = spawn(program, args, { env: this.#env, stdio: 'ignore' });
    await once(child, 'exit', { signal: AbortSignal.timeout(80_000) });
  }

  /** Starts a program that goes on running. */
  async start(windows: string): Promise<Running> {
    const child = spawn(program, [this.path(windows)], { env: this.#env, stdio: 'ignore' });
    await once(child, 'spawn');
    // Windows holds the file from the moment the program is mapped; wine has no word for that moment.
    await new Promise((wake) => setTimeout(wake, 1_500));
    return new Running(child);
  }

  /**
   * What the registry says of Amtsdraht: `KEY|name` → value.
   * @param everywhere look through all of the machine's half too, which takes two seconds
   */
  async registry(everywhere = false): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    const machine = everywhere ? ['HKLM\\Software'] : places.map((place) => `HKLM\\${place}`);
    for (const part of ['HKCU\\Software', ...machine]) {
      const file = 'C:\\registry.reg';
      // 1: there is no such key.
      if ((await this.#export(part, file)) !== 0) continue;
      let key = '';
      for (const line of (await readFile(this.path(file), 'utf16le')).split(/\r?\n/)) {
        if (line.startsWith('[')) key = line.slice(1, -1);
        const [, name, value] = /^("(?:[^"\\]|\\.)*"|@)="((?:[^"\\]|\\.)*)"$/.exec(line) ?? [];
        if (name === undefined || value === undefined) continue;
        const entry = `${key}|${name.replaceAll('"', '')}`;
        if (/amtsdraht/i.test(entry + value)) found[entry] = value.replace(/\\(.)/g, '$1');
      }
    }
    return found;
  }

  /** On a loaded machine the first try can end without a word; it changes nothing, so it is tried again. */
  async #export(part: string, file: string): Promise<number> {
    const exported = (): Promise<number> => this.command('reg', 'export', part, file, '/y');
    return exported().catch(exported);
  }

  async stop(): Promise<void> {
    await runCommand(server, ['-k'], { env: this.#env, limit: 20_000 });
  }
}

/** A program that runs in {@link Wine}. */
export class Running {
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    this.#child = child;
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async end(): Promise<void> {
    if (!this.alive) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
