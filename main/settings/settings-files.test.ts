import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsInForce, settingsLayerSchema } from '../../shared/settings/settings.ts';
import { judgePolicy } from './judge-policy.ts';
import { readPolicy } from './policy.ts';
import { policyKey, readRegistry } from './registry.ts';
import { settingsOfRegistry, valuesOfRegistryFile } from './registry-file.ts';
import { putAsideIfBroken } from '../files/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-settings-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('putAsideIfBroken', () => {
  const now = new Date('2026-11-24T08:00:00Z');

  it.each([
    ['half a file', '{"language": "d'],
    ['another type', '{"language": 7}'],
    ['an unknown key', '{"lnguage": "de"}'],
    ['an empty file', ''],
  ])('keeps %s aside with its content', (_what, content) => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, content);
    expect(putAsideIfBroken(file, settingsLayerSchema, now)).toContain(
      'settings.defekt-2026-11-24T08-00-00.000Z.json',
    );
    const [aside = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(content);
  });

  it('leaves a good file and an absent one alone', () => {
    const file = join(folder, 'settings.json');
    expect(putAsideIfBroken(file, settingsLayerSchema, now)).toBeNull();
    writeFileSync(file, '{"language": "en"}');
    expect(putAsideIfBroken(file, settingsLayerSchema, now)).toBeNull();
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});

describe('readPolicy', () => {
  const policy = (content: unknown): string => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };

  it('reads managed settings and resolves paths from its own folder', () => {
    const file = policy({ packFolder: 'pack', extraCaFile: '/ca.pem' });
    expect(readPolicy(file)).toEqual({
      source: file,
      layer: { packFolder: join(folder, 'pack'), extraCaFile: '/ca.pem' },
      wrong: [],
    });
  });

  it.each([
    ['an unencrypted registrar', { account: { registrars: ['ws://pbx'], user: 'a' } }, 'wss://'],
    [
      'a password, without telling it',
      { account: { registrars: ['wss://pbx'], user: 'a', password: 'geheim7' } },
      'password',
    ],
    ['an unknown key', { colour: 'red' }, 'colour'],
    ['a wrong choice', { theme: 'pink' }, 'theme ist "pink"'],
    ['a list', [], 'Objekt'],
    ['half a file', '{"language": "d', 'JSON'],
  ])('refuses %s and says where', (_what, content, told) => {
    const { layer, wrong } = readPolicy(policy(content));
    expect(layer).toEqual({});
    expect(wrong.join()).toContain(told);
    expect(wrong.join()).not.toContain('geheim7');
  });

  it('lets a file name its JSON Schema', () => {
    expect(readPolicy(policy({ $schema: 'policy.schema.json', language: 'en' }))).toMatchObject({
      layer: { language: 'en' },
      wrong: [],
    });
  });

  it('keeps what is right beside what is wrong, and says what applies instead', () => {
    const { layer, wrong } = readPolicy(policy({ language: 'en', theme: 'pink' }));
    expect(layer).toEqual({ language: 'en' });
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain('Erwartet: eine von "system"|"light"|"dark"');
    expect(wrong[0]).toContain('sonst "system"');
  });

  it('lets the machine win over a file that somebody names at the start', () => {
    const managedFile = join(folder, 'managed.json');
    writeFileSync(managedFile, '{"theme":"dark","certificatePins":{},"dtmf":7}');
    const file = policy({ theme: 'light', provisioningLinks: true });
    const { source, layer, wrong } = readPolicy(file, 'linux', managedFile);
    expect(layer).toEqual({ theme: 'dark', certificatePins: {}, provisioningLinks: true });
    expect(source).toBe(`${managedFile}, ${file}`);
    expect(wrong).toEqual([expect.stringContaining(`${managedFile}: dtmf ist 7`)]);
    expect(readPolicy(undefined, 'linux', managedFile).layer).toEqual({
      theme: 'dark',
      certificatePins: {},
    });
    // Nothing is managed: then the file is all there is.
    expect(readPolicy(file, 'linux', join(folder, 'none.json')).source).toBe(file);
  });

  it('misses a named file', () => {
    expect(readPolicy(join(folder, 'none.json')).wrong).toEqual([
      `${join(folder, 'none.json')}: Die Datei gibt es nicht.`,
    ]);
  });

  it('says that a file is there and cannot be read, instead of going on without a word', () => {
    const { layer, wrong } = readPolicy(folder);
    expect(layer).toEqual({});
    expect(wrong).toEqual([`${folder}: nicht lesbar (EISDIR); es gelten keine Vorgaben daraus.`]);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as PowerShell writes it', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, the other way round', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('reads %s', (_what, encoded) => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, encoded('{"agentName":"Jörg Übung"}'));
    expect(readPolicy(file)).toMatchObject({ layer: { agentName: 'Jörg Übung' }, wrong: [] });
  });

  it.each<[string, object, readonly string[]]>([
    [
      'a colleague without a name',
      { watch: { colleagues: [{ name: '', extension: 703 }], queues: [] } },
      ['watch.colleagues.0.name ist ein Text mit 0 Zeichen', 'extension ist eine Zahl'],
    ],
    [
      'more than there is',
      { watch: { colleagues: [{ name: 'Frau Petersen', extension: '703' }], rooms: 1 } },
      ['watch ist ein Objekt'],
    ],
    ['a list', { watch: [{ name: 'Frau Petersen' }] }, ['watch ist eine Liste mit 1 Einträgen']],
    ['a long name', { agentName: 'Petersen'.repeat(9) }, ['agentName ist ein Text mit 72 Zeichen']],
    [
      'a key that holds a secret under another name',
      { account: { registrars: ['wss://pbx'], user: 'petersen', pass: 'geheim7' } },
      ['account ist ein Objekt', '"pass"'],
    ],
    [
      'a server with a password in its address',
      { account: { registrars: ['ws://petersen:geheim7@pbx'], user: 'a' } },
      ['account.registrars.0 ist "ws://…@pbx"'],
    ],
  ])('of what may name persons it tells the place and the kind: %s', (_what, content, told) => {
    const wrong = readPolicy(policy(content)).wrong.join();
    for (const part of told) expect(wrong).toContain(part);
    expect(wrong).not.toMatch(/petersen|geheim7/i);
  });
});

describe('the registry of Windows', () => {
  const key = String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Amtsdraht`;
  const text = [
    'Windows Registry Editor Version 5.00',
    '',
    `[${key}]`,
    '"language"="en"',
    String.raw`"packFolder"="\\\\server\\wissen"`,
    '"callListDays"=dword:00000003',
    '"echoCancellation"=dword:00000000',
    String.raw`"account"="{\"registrars\":[\"wss://pbx\"],\"user\":\"platz1\"}"`,
    '"theme"=hex:01,02',
    `[${key}\\Other]`,
    '"theme"="dark"',
  ].join('\r\n');

  it('is read as the policy file is: numbers, yes and no, JSON', () => {
    const settings = settingsOfRegistry(valuesOfRegistryFile(text, key.toUpperCase()));
    expect(judgePolicy(settings, key)).toEqual({
      layer: {
        language: 'en',
        packFolder: String.raw`\\server\wissen`,
        callListDays: 3,
        echoCancellation: false,
        account: { registrars: ['wss://pbx'], user: 'platz1' },
      },
      wrong: [expect.stringContaining('theme ist {"kind":"hex"}')],
    });
  });

  it('takes lists, and JSON over several lines', () => {
    const bytes = (lines: readonly string[]): string =>
      [...Buffer.from(`${lines.join('\0')}\0\0`, 'utf16le')]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(',')
        .replace(/(.{70},)/g, '$1\\\r\n  ');
    const lists = [
      `[${key}]`,
      `"knowledgeSources"=hex(7):${bytes(['https://a.example/wissen', 'Z:\\Übung'])}`,
      `"pauseReasons"=hex(7):${bytes(['[', '  { "name": "Mittag 🍽" }', ']'])}`,
    ].join('\r\n');
    expect(judgePolicy(settingsOfRegistry(valuesOfRegistryFile(lists, key)), key)).toEqual({
      layer: {
        knowledgeSources: ['https://a.example/wissen', 'Z:\\Übung'],
        pauseReasons: [{ name: 'Mittag 🍽' }],
      },
      wrong: [],
    });
  });

  it('takes names of the environment in REG_EXPAND_SZ', () => {
    const bytes = [...Buffer.from('%ProgramData%\\ca.pem\0', 'utf16le')]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(',');
    const values = valuesOfRegistryFile(`[${key}]\r\n"extraCaFile"=hex(2):${bytes}`, key, {
      ProgramData: 'C:\\ProgramData',
    });
    expect(values.get('extraCaFile')).toBe(String.raw`C:\ProgramData\ca.pem`);
  });

  it('keeps a wrong value for the message', () => {
    const settings = settingsOfRegistry(new Map([['theme', 'pink']]));
    expect(judgePolicy(settings, key).wrong[0]).toContain('theme ist "pink"');
  });
});

describe('reg.exe', () => {
  /** What stands in for reg.exe; `$1` is what it is to do, `$3` the file. */
  const read = (script: string): ReturnType<typeof readRegistry> => {
    mkdirSync(join(folder, 'System32'));
    writeFileSync(join(folder, 'System32', 'reg.exe'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return readRegistry({ SystemRoot: folder, PATH: process.env['PATH'] });
  };

  it('hands over what is there', () => {
    const head = '\uFEFFWindows Registry Editor Version 5.00\r\n\r\n';
    const text = `${head}[${policyKey}]\r\n"language"="en"\r\n`;
    writeFileSync(join(folder, 'policy.reg'), text, 'utf16le');
    expect(read(`[ "$1" = export ] && cp '${folder}/policy.reg' "$3"`)).toEqual({
      values: { language: 'en' },
      failure: null,
    });
  });

  it('is no failure where there is no policy', () => {
    expect(read('[ "$1" = query ]')).toEqual({ values: {}, failure: null });
  });

  it.each([
    ['may not run', 'exit 1', 'verweigert'],
    ['is not there', null, 'ENOENT'],
  ])('is told when it %s: the policy would be lost without a word', (_what, script, reason) => {
    const { values, failure } =
      script === null ? readRegistry({ SystemRoot: folder }) : read(script);
    expect(values).toEqual({});
    expect(failure).toContain(`reg.exe kann die Registrierung nicht lesen (${reason})`);
  });
});

describe('settingsInForce', () => {
  it('lets the policy win over the user and the user over the default, key by key', () => {
    const settings = settingsInForce({ language: 'en', theme: 'dark' }, { theme: 'light' });
    expect(settings).toMatchObject({ language: 'en', theme: 'light', dtmf: 'rfc4733' });
  });
});
