import { settingsLayerSchema } from '../../shared/settings/settings.ts';

/** A value of a kind that no setting has, kept for the message. */
interface OtherKind {
  readonly kind: string;
}
type RegistryValue = string | number | readonly string[] | OtherKind;

/**
 * Values of one key from the text that `reg export` writes (Windows Registry Editor 5.00): `REG_SZ`,
 * `REG_EXPAND_SZ`, `REG_DWORD` and `REG_MULTI_SZ`; other kinds stay as such, other keys are left out.
 * @param key full name, as in `HKEY_LOCAL_MACHINE\Software\Policies\Amtsdraht`
 * @param env for `%NAMES%` in `REG_EXPAND_SZ`
 */
export function valuesOfRegistryFile(
  text: string,
  key: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Map<string, RegistryValue> {
  const found = new Map<string, RegistryValue>();
  let inKey = false;
  // Bytes go on in the next line after a backslash.
  for (const line of text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    if (line.startsWith('[')) inKey = line.toLowerCase() === `[${key.toLowerCase()}]`;
    if (!inKey) continue;
    const [, name, string, number, kind = '', bytes] =
      /^"((?:[^"\\]|\\.)+)"=(?:"((?:[^"\\]|\\.)*)"|dword:([\da-f]{8})|(hex(?:\([\da-f]+\))?):([\da-f,]*))$/i.exec(
        line,
      ) ?? [];
    if (name === undefined) continue;
    if (string !== undefined) found.set(plain(name), plain(string));
    else if (number !== undefined) found.set(plain(name), Number.parseInt(number, 16));
    else if (bytes !== undefined) found.set(plain(name), ofBytes(kind.toLowerCase(), bytes, env));
  }
  return found;
}

function ofBytes(
  kind: string,
  bytes: string,
  env: Readonly<Record<string, string | undefined>>,
): RegistryValue {
  if (kind === 'hex(7)') return linesOf(bytes);
  if (kind !== 'hex(2)') return { kind };
  const [text = ''] = linesOf(bytes);
  // As Windows does it: a name that nobody has set stays.
  return text.replace(/%([^%]+)%/g, (whole, name: string) => env[name] ?? whole);
}

/** REG_MULTI_SZ: UTF-16 texts, each ended by a zero. */
function linesOf(bytes: string): string[] {
  const values = bytes.split(',').map((byte) => Number.parseInt(byte, 16));
  const units = Array.from(
    { length: Math.floor(values.length / 2) },
    (_, index) => (values[2 * index] ?? 0) + 256 * (values[2 * index + 1] ?? 0),
  );
  const text = units.map((unit) => String.fromCharCode(unit)).join('');
  return text.split('\0').filter((line) => line !== '');
}

const plain = (text: string): string => text.replace(/\\(.)/g, '$1');

/**
 * The registry knows no booleans and no objects: 0 and 1 stand for no and yes, JSON text (of one line or
 * several) for the rest. What the schema accepts decides which is meant.
 */
export function settingsOfRegistry(
  values: ReadonlyMap<string, RegistryValue>,
): Record<string, unknown> {
  const { shape } = settingsLayerSchema;
  return Object.fromEntries(
    [...values].map(([key, value]) => {
      if (!Object.hasOwn(shape, key)) return [key, value];
      const schema = shape[key as keyof typeof shape];
      const meant = meanings(value);
      return [key, meant.find((candidate) => schema.safeParse(candidate).success) ?? meant.at(-1)];
    }),
  );
}

function meanings(value: RegistryValue): readonly unknown[] {
  if (typeof value === 'number') return [value, value !== 0];
  if (typeof value === 'string') return [value, jsonOf(value)];
  return 'kind' in value ? [value] : [value, jsonOf(value.join('\n'))];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
