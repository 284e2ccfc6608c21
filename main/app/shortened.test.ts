import { expect, it } from 'vitest';
import { problemSchema } from '../../shared/problem.ts';
import { shortened } from './shortened.ts';

const sentences = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Wert ${String(index)} ist falsch.`.padEnd(200, '!'));

it('leaves few as they are', () => {
  expect(shortened(['eins.', 'zwei.'])).toBe('eins.\nzwei.');
  expect(shortened([])).toBe('');
});

it('says of many how many are not shown, in whole sentences, as long as a problem may be', () => {
  const detail = shortened(sentences(40));
  expect(detail).toMatch(/!\n… und 31 weitere; alle nennt amtsdraht --check-policy\.$/);
  expect(problemSchema.parse({ code: 'policyBroken', detail }).detail).toBe(detail);
});
