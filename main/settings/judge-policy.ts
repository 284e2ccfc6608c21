import { z } from 'zod';
import { settingFacts } from '../../shared/settings/setting-facts.ts';
import {
  settingsDefaults,
  settingsLayerSchema,
  type SettingsLayer,
} from '../../shared/settings/settings.ts';

/** Managed settings as far as they are right, and a German sentence for each that is not. */
export interface JudgedPolicy {
  readonly layer: SettingsLayer;
  readonly wrong: readonly string[];
}

const { shape } = settingsLayerSchema;
type Key = keyof typeof shape;
const isKey = (key: string): key is Key => Object.hasOwn(shape, key);
const defaults: SettingsLayer = settingsDefaults;

/** A value as it may stand in a message: short. */
function shown(value: unknown): string {
  const text = value === undefined ? 'nichts' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** What may be shown of settings that name persons: servers, without what may stand before the `@`. */
const impersonal = /^account\.(registrars|domain)\b/;

/**
 * A wrong value for the message, which goes into the log and from there into diagnosis packages: of settings that
 * may name persons (colleagues, users, rooms) only what kind of thing it is.
 */
function told(key: Key, place: string, value: unknown, whole: unknown): string {
  if (secret.test(JSON.stringify(whole))) return '…';
  const open = settingFacts[key].personal !== true || impersonal.test(place);
  if (open) return shown(value).replace(/\/\/[^@/\s"]*@/g, '//…@');
  if (typeof value === 'string') return `ein Text mit ${String(value.length)} Zeichen`;
  if (Array.isArray(value)) return `eine Liste mit ${String(value.length)} Einträgen`;
  if (typeof value === 'number') return 'eine Zahl';
  return typeof value === 'object' && value !== null ? 'ein Objekt' : shown(value);
}

/** Names that a secret might have; its value must not reach a message or the log. */
const secret = /passwor[dt]|kennwort|secret|token/i;

/**
 * Checks managed settings key by key: one that is wrong leaves the others in force, and for itself the
 * user's value or the default applies.
 * @param source file or registry key, for the messages
 */
export function judgePolicy(values: unknown, source: string): JudgedPolicy {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    return { layer: {}, wrong: [`${source}: erwartet wird ein Objekt { "Schlüssel": Wert, … }.`] };
  const wrong: string[] = [];
  const right: [string, unknown][] = [];
  for (const [key, value] of Object.entries(values)) {
    // For editors, and for the order of what a server hands out.
    if (key === '$schema' || key === '$serial') continue;
    if (!isKey(key)) {
      wrong.push(`${source}: Den Schlüssel „${key}“ gibt es nicht; er wird nicht beachtet.`);
      continue;
    }
    const read = shape[key].safeParse(value, { error: german });
    if (read.success) right.push([key, read.data]);
    else wrong.push(...complaints(source, key, value, read.error.issues));
  }
  return { layer: settingsLayerSchema.parse(Object.fromEntries(right)), wrong };
}

const german = z.locales.de().localeError;

/** zod says „Ungültige Eingabe: erwartet Zahl, …“; our own messages name what is expected and nothing else. */
function expectation(message: string): string {
  const expected = message.replace(/^[^:„"]+: erwartet,? /, '');
  return /^(Unbekannt|Ungültig)/.test(expected) ? expected : `Erwartet: ${expected}`;
}

function complaints(
  source: string,
  key: Key,
  value: unknown,
  issues: readonly { path: PropertyKey[]; message: string }[],
): string[] {
  const fallback = defaults[key] === undefined ? 'keine Vorgabe' : shown(defaults[key]);
  return issues.map(({ path, message }) => {
    const place = [key, ...path.map(String)].join('.');
    const found = path.reduce<unknown>(
      (inner, step) =>
        typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined,
      value,
    );
    return `${source}: ${place} ist ${told(key, place, found, value)}. ${expectation(message)}. Statt „${key}“ gilt die Einstellung am Platz, sonst ${fallback}.`;
  });
}
