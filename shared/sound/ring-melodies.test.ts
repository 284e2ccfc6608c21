import { describe, expect, it } from 'vitest';
import { melodyOf } from './ring-melodies.ts';

describe('melodyOf', () => {
  it.each([
    ['no line', null, {}, 'standard'],
    ['by colour', { id: 'wedel', color: 'teal' }, {}, 'falling'],
    ['by setting', { id: 'wedel', color: 'teal' }, { wedel: 'triple' }, 'triple'],
    ['a setting for another line', { id: 'wedel', color: 'teal' }, { kreis: 'triple' }, 'falling'],
    ['an id that objects know', { id: 'constructor', color: 'red' }, {}, 'double'],
  ] as const)('%s', (_what, line, chosen, melody) => {
    expect(melodyOf(line, chosen)).toBe(melody);
  });

  it('every colour sounds different', () => {
    const colors = ['blue', 'green', 'violet', 'orange', 'teal', 'red'] as const;
    expect(new Set(colors.map((color) => melodyOf({ id: 'x', color }, {}))).size).toBe(6);
  });
});
