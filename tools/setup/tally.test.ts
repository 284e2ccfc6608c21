import { expect, test } from 'vitest';
import { summary, tallyReport } from './tally.ts';

const report = JSON.stringify({
  testResults: [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'adds', status: 'passed' },
        { fullName: 'divides', status: 'failed' },
        { fullName: 'rounds', status: 'pending' },
      ],
    },
    { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
  ],
});

test('a file that could not be loaded is a failure too', () => {
  expect(tallyReport(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: ['rounds, because it is marked pending'],
  });
});

test('the last line is the sum, and what was skipped is named', () => {
  const text = summary([
    { step: 'unit', seconds: 1, ...tallyReport(report) },
    { step: 'e2e', seconds: 2, passed: 3, failed: 0, skipped: [] },
  ]);
  expect(text).toContain('SKIPPED: rounds, because it is marked pending');
  expect(text.split('\n').at(-1)).toBe('4 passed, 2 failed, 1 skipped');
});
