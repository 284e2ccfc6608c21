import { settingsLayerSchema } from '../../shared/settings/settings.ts';

type RegistryValue = string | number;

/**
 * Values of one key from the text that `reg export` writes (Windows Registry Editor 5.00): `REG_SZ` and
 * `REG_DWORD`; other kinds and other keys are left out.
 * @param key full name, as in `HKEY_LOCAL_MACHINE\Software\Policies\Amtsdraht`
 */
export function valuesOfRegistryFile(text: string, key: string): Map<string, RegistryValue> {
  const found = new Map<string, RegistryValue>();
  let inKey = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inKey = line.toLowerCase() === `[${key.toLowerCase()}]`;
    if (!inKey) continue;
    const [, name, string, number] =
      /^"((?:[^"\\]|\\.)+)"=(?:"((?:[^"\\]|\\.)*)"|dword:([\da-f]{8}))$/i.exec(line) ?? [];
    if (name === undefined) continue;
    if (string !== undefined) found.set(plain(name), plain(string));
    else if (number !== undefined) found.set(plain(name), Number.parseInt(number, 16));
  }
  return found;
}

const plain = (text: string): string => text.replace(/\\(.)/g, '$1');

/**
 * The registry knows neither booleans nor lists: 0 and 1 stand for no and yes, JSON text for the rest.
 * What the schema accepts decides which is meant.
 */
export function settingsOfRegistry(
  values: ReadonlyMap<string, RegistryValue>,
): Record<string, unknown> {
  const { shape } = settingsLayerSchema;
  return Object.fromEntries(
    [...values].map(([key, value]) => {
      if (!Object.hasOwn(shape, key)) return [key, value];
      const schema = shape[key as keyof typeof shape];
      const meant = typeof value === 'number' ? [value, value !== 0] : [value, jsonOf(value)];
      return [key, meant.find((candidate) => schema.safeParse(candidate).success) ?? meant.at(-1)];
    }),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
