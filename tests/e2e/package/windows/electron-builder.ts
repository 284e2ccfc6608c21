import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../../tools/setup/paths.ts';
import { runCommand, type CommandResult } from '../../../../tools/setup/run-command.ts';
import { findProgram } from '../../../../tools/setup/system-packages.ts';
import { makensis } from './makensis.ts';
import { standInPlugin } from './stand-in-plugin.ts';

/** Plug-ins that electron-builder's script calls, with the calls; no Debian package has them. */
const plugins = {
  UAC: ['_'],
  SpiderBanner: ['Show'],
  Nsis7z: ['Extract'],
  WinShell: ['SetLnkAUMI', 'UninstAppUserModelId', 'UninstShortcut'],
  nsProcess: ['_FindProcess', '_KillProcess', '_CloseProcess', '_Unload'],
  StdUtils: [
    'ExecShellAsUser',
    'GetParameter',
    'TestParameter',
    'GetParentPath',
    'GetAllParameters',
  ],
} as const;

/** Electron looks for its fuses behind this (electron docs, "Electron Fuses"): version 1, eight of them, all on. */
const fuses = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0811111111', 'latin1');

const pluginFolder = 'resources/plugins/x86-unicode';

/** NSIS of Debian, laid out as electron-builder looks for it, and a folder that stands in for Electron for Windows. */
export class WindowsToolbox {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async layOut(folder: string): Promise<WindowsToolbox> {
    const at = (...names: string[]): string => join(folder, ...names);
    for (const name of ['nsis/linux', pluginFolder, 'electron/locales', 'bin'])
      await mkdir(at(name), { recursive: true });
    await symlink(findProgram('makensis') ?? '/usr/bin/makensis', at('nsis/linux/makensis'));
    for (const part of ['Contrib', 'Include', 'Plugins', 'Stubs', 'Bin'])
      await symlink(join('/usr/share/nsis', part), at('nsis', part));
    for (const [name, calls] of Object.entries(plugins))
      await writeFile(at(pluginFolder, `${name}.dll`), standInPlugin(name, calls));
    const payload = at('payload.exe');
    await makensis('payload', { OUT: payload });
    await copyFile(payload, at('nsis/elevate.exe'));
    await writeFile(at('electron/electron.exe'), Buffer.concat([await readFile(payload), fuses]));
    // Empty folders are not copied.
    for (const language of ['de', 'en-US', 'fr'])
      await writeFile(at(`electron/locales/${language}.pak`), language);
    // Instead of running the 32-bit program that writes the uninstaller, keep it as the uninstaller.
    await writeFile(at('bin/wine'), '#!/bin/sh\ncp "$1" "${1%exe}__uninstaller.exe"\n', {
      mode: 0o755,
    });
    return new WindowsToolbox(folder);
  }

  /** Builds Windows packages with our configuration; compiled with the real script of electron-builder. */
  async build(
    target: string,
    output: string,
    settings: readonly string[] = [],
    more: NodeJS.ProcessEnv = {},
  ): Promise<CommandResult> {
    const { args, env } = this.#call(target, output, settings);
    const all = { ...env, ...more };
    return runCommand(process.execPath, args, { cwd: root, limit: 120_000, env: all });
  }

  /** The WiX project of the MSI, as far as it gets without WiX: electron-builder is ended once it is there. */
  async msiProject(output: string): Promise<string> {
    const { args, env } = this.#call('msi', output, []);
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
    const gone = once(child, 'exit');
    const file = join(output, '__msi-x64', 'project.wxs');
    let project = '';
    // It is written, then our hook writes it again.
    while (child.exitCode === null && !project.includes('AUTOSTART')) {
      await new Promise((wake) => setTimeout(wake, 100));
      if (existsSync(file)) project = await readFile(file, 'utf8');
    }
    child.kill('SIGKILL');
    await gone;
    return project;
  }

  #call(target: string, output: string, settings: readonly string[]) {
    const at = (name: string): string => join(this.#folder, name);
    const options = [
      `directories.output=${output}`,
      `electronDist=${at('electron')}`,
      'compression=store',
      ...settings,
    ];
    return {
      args: [
        join(root, 'node_modules/electron-builder/cli.js'),
        ...['--win', target, '--x64', '--publish', 'never'],
        ...options.map((option) => `-c.${option}`),
      ],
      env: {
        ...process.env,
        PATH: `${at('bin')}:${process.env['PATH'] ?? ''}`,
        ELECTRON_BUILDER_NSIS_DIR: at('nsis'),
        ELECTRON_BUILDER_NSIS_RESOURCES_DIR: at('resources'),
        ELECTRON_BUILDER_7ZIP_PATH: findProgram('7za'),
        ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
      },
    };
  }
}
