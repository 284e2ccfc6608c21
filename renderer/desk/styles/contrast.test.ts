import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { windowBackground } from '../../../shared/windows/window-background.ts';

const here = import.meta.dirname;
const kern = readFileSync(
  join(here, '../../../node_modules/@kern-ux/native/dist/kern.css'),
  'utf8',
);
const own = readFileSync(join(here, 'contrast.css'), 'utf8');
const lines = readFileSync(join(here, 'call.css'), 'utf8');

type Tokens = ReadonlyMap<string, string>;

/** Custom properties of all rules with this selector, later ones winning. */
function tokensOf(css: string, selector: RegExp): Tokens {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const found = new Map<string, string>();
  for (const [, head = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    if (selector.test(head.trim()))
      for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+)/g))
        found.set(name, value.trim());
  return found;
}

const base = tokensOf(kern, /^:root$/);
const light = new Map([...base, ...tokensOf(kern, /^\[data-kern-theme=light\],\s*\.kern-light$/)]);
const dark = new Map([...base, ...tokensOf(kern, /^\[data-kern-theme=dark\],\s*\.kern-dark$/)]);
const contrast = new Map([...dark, ...tokensOf(own, /^:root\[data-desk-theme='contrast'\]$/)]);

/** Linear red, green and blue (0 to 1). */
type Light = readonly [number, number, number];

/** Light of a token, through all its references; KERN writes `oklch()`, we `#rrggbb`. */
function lightOf(tokens: Tokens, name: string): Light {
  const value = tokens.get(name) ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (reference !== undefined) return lightOf(tokens, reference);
  const [, lightness, chroma, hue] = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(value) ?? [];
  if (lightness !== undefined)
    return fromOklch(Number(lightness) / 100, Number(chroma), Number(hue));
  const hex = /^#([\da-f]{6})$/i.exec(value)?.[1];
  if (hex === undefined) throw new Error(`${name} is no colour: "${value}"`);
  const part = (at: number): number => linear(parseInt(hex.slice(at, at + 2), 16) / 255);
  return [part(0), part(2), part(4)];
}

/** sRGB component without its gamma (WCAG 2.2, relative luminance). */
function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** CSS Color 4, chapter 10: OKLCH to linear sRGB, cut at the edges of what a screen shows. */
function fromOklch(lightness: number, chroma: number, hue: number): Light {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (part: number): number => Math.max(0, Math.min(1, part));
  return [
    cut(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    cut(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    cut(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function luminance([red, green, blue]: Light): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2: 1 to 21. */
function ratio(left: Light, right: Light): number {
  const [low = 0, high = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const between = (tokens: Tokens, front: string, back: string): number =>
  ratio(lightOf(tokens, `--kern-color-${front}`), lightOf(tokens, `--kern-color-${back}`));

/** Text and what it stands on, wherever desk and ring window use both. */
const textPairs = [
  ['layout-text-default', 'layout-background-default'],
  ['layout-text-default', 'layout-background-default-surface'],
  ['layout-text-muted', 'layout-background-default'],
  ['layout-text-muted', 'layout-background-default-surface'],
  ['action-default', 'layout-background-default'],
  ['action-on-default', 'action-default'],
  ['action-on-default', 'feedback-danger'],
  ['action-on-default', 'feedback-success'],
  ['feedback-danger', 'layout-background-default'],
  ['feedback-warning', 'layout-background-default'],
  ['layout-text-default', 'feedback-danger-background'],
  ['layout-text-default', 'feedback-info-background'],
  ['layout-text-default', 'feedback-success-background'],
  ['layout-text-default', 'feedback-warning-background'],
] as const;
/** Marks and borders that tell something, and the ring around what has the focus. */
const otherPairs = [
  ['layout-border', 'layout-background-default'],
  ['form-input-border', 'form-input-background'],
  ['action-focus-default', 'layout-background-default'],
  ['feedback-success', 'layout-background-default'],
] as const;

test('the formula gives the known values', () => {
  const tokens = new Map([
    ['grey', '#767676'],
    ['red', '#ff0000'],
    ['red-by-oklch', 'oklch(62.796% 0.25768 29.234)'],
  ]);
  expect(ratio([0, 0, 0], [1, 1, 1])).toBe(21);
  expect(ratio(lightOf(tokens, 'grey'), [1, 1, 1])).toBeCloseTo(4.54, 2);
  expect(ratio(lightOf(tokens, 'red'), lightOf(tokens, 'red-by-oklch'))).toBeCloseTo(1, 2);
});

describe.each([
  ['light', light, 4.5, 3],
  ['dark', dark, 4.5, 3],
  ['contrast', contrast, 7, 4.5],
] as const)('theme %s', (_name, tokens, text, other) => {
  test.each(textPairs)('text: %s on %s', (front, back) => {
    expect(between(tokens, front, back)).toBeGreaterThanOrEqual(text);
  });

  test.each(otherPairs)('border: %s on %s', (front, back) => {
    expect(between(tokens, front, back)).toBeGreaterThanOrEqual(other);
  });
});

test('the head of a line is readable in each of its colours', () => {
  const heads = [...lines.matchAll(/--line: var\((--[\w-]+)\)/g)].map(([, name = '']) => name);
  expect(heads).toHaveLength(7);
  for (const name of heads)
    expect(ratio(lightOf(light, name), [1, 1, 1]), name).toBeGreaterThanOrEqual(4.5);
});

test('a window has the colour of its page before that is painted', () => {
  const calm = { shouldUseDarkColors: false, shouldUseHighContrastColors: false };
  const page = (tokens: Tokens): Light => lightOf(tokens, '--kern-color-layout-background-default');
  const window = (...looks: Parameters<typeof windowBackground>): Light =>
    lightOf(new Map([['window', windowBackground(...looks)]]), 'window');
  for (const [theme, tokens] of [
    ['light', light],
    ['dark', dark],
    ['contrast', contrast],
  ] as const)
    expect(ratio(window(theme, calm), page(tokens)), theme).toBeCloseTo(1, 3);
  expect(windowBackground('system', calm)).toBe('#ffffff');
  expect(windowBackground('system', { ...calm, shouldUseDarkColors: true })).toBe('#000000');
  expect(windowBackground('system', { ...calm, shouldUseHighContrastColors: true })).toBe(
    '#000000',
  );
});
