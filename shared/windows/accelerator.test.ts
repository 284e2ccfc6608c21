import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, acceleratorSchema, canonicalAccelerator } from './accelerator.ts';

describe('canonicalAccelerator', () => {
  it.each([
    ['Control+Alt+A', 'Control+Alt+A'],
    ['Alt+Control+A', 'Control+Alt+A'],
    [' Super + Shift + F9 ', 'Shift+Super+F9'],
    ['F13', 'F13'],
    ['Alt+num0', 'Alt+num0'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalAccelerator(text)).toBe(canonical);
    expect(acceleratorSchema.safeParse(text).success).toBe(true);
  });

  it.each([
    '',
    'A',
    'F9',
    'Shift+A',
    'Control',
    'Control+Control+A',
    'Control+ä',
    'Strg+A',
    'Hyper+A',
  ])('refuses %j', (text) => {
    expect(canonicalAccelerator(text)).toBeNull();
    expect(acceleratorSchema.safeParse(text).success).toBe(false);
  });

  it('gives back what it gave, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Control', 'Alt', 'Shift', 'Super', 'A', 'F9', 'F20', '+', 'x')),
        (parts) => {
          const once = canonicalAccelerator(parts.join('+'));
          if (once !== null) expect(canonicalAccelerator(once)).toBe(once);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        canonicalAccelerator(text);
      }),
    );
  });
});

describe('acceleratorOf', () => {
  const nothing = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

  it.each([
    ['KeyA', 'a', { ctrlKey: true, altKey: true }, 'Control+Alt+A'],
    // Y and Z change places on a German keyboard: what is written on the key counts.
    ['KeyY', 'z', { ctrlKey: true }, 'Control+Z'],
    // AltGr+E writes € there; the place of the key is left.
    ['KeyE', '€', { ctrlKey: true, altKey: true }, 'Control+Alt+E'],
    ['Digit1', '!', { ctrlKey: true, shiftKey: true }, 'Control+Shift+1'],
    ['ArrowUp', 'ArrowUp', { metaKey: true }, 'Super+Up'],
    ['F14', 'F14', {}, 'F14'],
    ['KeyA', 'a', {}, null],
    ['ControlLeft', 'Control', { ctrlKey: true }, null],
    ['Tab', 'Tab', { ctrlKey: true }, null],
  ])('%s (%s) with %j is %s', (code, key, held, accelerator) => {
    expect(acceleratorOf({ ...nothing, code, key, ...held })).toBe(accelerator);
  });
});
