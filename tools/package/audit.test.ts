import { expect, it } from 'vitest';
import { auditVerdict, wordsOfVerdict } from './audit.ts';

const report = (found: Record<string, string>): string =>
  `npm warn something\n${JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(found).map(([name, severity]) => [name, { name, severity }]),
    ),
  })}`;

it.each([
  ['nothing', report({}), { kind: 'clean' }],
  ['small things', report({ a: 'low', b: 'moderate' }), { kind: 'clean' }],
  [
    'great things',
    report({ a: 'low', b: 'high', c: 'critical' }),
    { kind: 'findings', packages: ['b (high)', 'c (critical)'] },
  ],
  [
    'a registry that does not answer this',
    '{"message":"405 Method Not Allowed - POST https://registry.example/x","statusCode":405}\nnpm error',
    { kind: 'unknown', reason: '405 Method Not Allowed - POST …' },
  ],
  ['no JSON', 'npm error', { kind: 'unknown', reason: 'npm audit printed no JSON' }],
  ['other JSON', '{"a":1}', { kind: 'unknown', reason: 'no report' }],
])('%s', (_what, output, verdict) => {
  expect(auditVerdict(output)).toEqual(verdict);
  expect(wordsOfVerdict(auditVerdict(output))).toMatch(/^npm audit: /);
});
