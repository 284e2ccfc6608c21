import { z } from 'zod';

/**
 * Key combinations for the whole system, as Electron writes them (`Control+Alt+A`). Not all that Electron
 * knows: a combination must not take a key away from those who type, ours and other programs'. So it has
 * Control, Alt or Super, or is one of F13 to F24, which only programmable keyboards send.
 */
const modifiers = ['Control', 'Alt', 'Shift', 'Super'] as const;
type Modifier = (typeof modifiers)[number];

const keys =
  /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|num[0-9]|Space|Insert|Delete|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/;
const lonelyKeys = /^F(1[3-9]|2[0-4])$/;

/** Modifiers in a fixed order and the key; null when it is no combination that may be used. */
export function canonicalAccelerator(text: string): string | null {
  const parts = text.split('+').map((part) => part.trim());
  const key = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1));
  if (held.size !== parts.length - 1 || !keys.test(key)) return null;
  if ([...held].some((name) => !modifiers.includes(name as Modifier))) return null;
  const safe = held.has('Control') || held.has('Alt') || held.has('Super');
  if (!safe && !lonelyKeys.test(key)) return null;
  return [...modifiers.filter((name) => held.has(name)), key].join('+');
}

export const acceleratorSchema = z
  .string()
  .max(40)
  .refine(
    (text) => canonicalAccelerator(text) !== null,
    'eine Tastenkombination wie Control+Alt+A (mit Control, Alt oder Super, oder F13 bis F24)',
  );

/** A press as the browser tells it (KeyboardEvent). */
export interface PressedKey {
  /** Physical key, e.g. `KeyA`, `Digit1`, `F5`. */
  readonly code: string;
  /** What it writes, e.g. `a` or `A`; tells letters on other keyboard layouts. */
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** The combination that somebody presses; null while only modifiers are down, or when it may not be used. */
export function acceleratorOf(pressed: PressedKey): string | null {
  const key = keyOf(pressed);
  if (key === null) return null;
  const held = [
    pressed.ctrlKey ? 'Control' : null,
    pressed.altKey ? 'Alt' : null,
    pressed.shiftKey ? 'Shift' : null,
    pressed.metaKey ? 'Super' : null,
  ].filter((name) => name !== null);
  return canonicalAccelerator([...held, key].join('+'));
}

function keyOf({ code, key }: PressedKey): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const [, digit] = /^Digit(\d)$/.exec(code) ?? [];
  if (digit !== undefined) return digit;
  const [, pad] = /^Numpad(\d)$/.exec(code) ?? [];
  if (pad !== undefined) return `num${pad}`;
  // With Alt held some layouts write another letter: the place of the key counts then.
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  const name = letter ?? code.replace(/^Arrow/, '');
  return keys.test(name) ? name : null;
}
