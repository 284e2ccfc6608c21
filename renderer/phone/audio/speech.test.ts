import { expect, it } from 'vitest';
import { heardIn } from './speech.ts';

const quiet = Array.from({ length: 20 }, () => 0.004);

it.each([
  ['nothing', [], 0, false],
  ['a busy room', quiet, 0.004, false],
  ['one keystroke', [...quiet, 0.3], 0.3, false],
  ['a single look', [0.3], 0.3, false],
  ['words with pauses', [...quiet.slice(12), 0.05, 0.1, 0.02, 0.08, 0.2], 0.2, true],
])('%s', (_what, levels, level, speech) => {
  expect(heardIn(levels)).toEqual({ level, speech });
});
