/** What one step of the test run came to. */
export interface Tally {
  step: string;
  passed: number;
  failed: number;
  /** One sentence each: what, because why. */
  skipped: readonly string[];
  seconds: number;
}

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Counts tests; a file that failed outside its tests (import, hook) counts as one failure. */
export function tallyReport(text: string): Omit<Tally, 'step' | 'seconds'> {
  const report = JSON.parse(text) as VitestReport;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName, status }) => `${fullName}, because it is marked ${status}`);
  return { passed: count('passed'), failed: count('failed') + brokenFiles.length, skipped };
}

/** Table of the steps, everything skipped by name, and the sum as the last line. */
export function summary(tallies: readonly Tally[]): string {
  const width = Math.max(...tallies.map(({ step }) => step.length));
  const rows = tallies.map(({ step, passed, failed, skipped, seconds }) =>
    [
      step.padEnd(width),
      `${seconds.toFixed(1).padStart(7)} s`,
      `${String(passed).padStart(5)} passed`,
      `${String(failed).padStart(3)} failed`,
      `${String(skipped.length).padStart(3)} skipped`,
    ].join('  '),
  );
  const skips = tallies.flatMap(({ skipped }) => skipped.map((what) => `SKIPPED: ${what}`));
  const sum = (part: (tally: Tally) => number): string =>
    String(tallies.reduce((total, tally) => total + part(tally), 0));
  const last = `${sum((t) => t.passed)} passed, ${sum((t) => t.failed)} failed, ${sum((t) => t.skipped.length)} skipped`;
  return ['', ...rows, ...(skips.length > 0 ? ['', ...skips] : []), '', last].join('\n');
}
