import { z } from 'zod';
import { unreachable } from '../../shared/unreachable.ts';
import { root } from '../setup/paths.ts';
import { runCommand } from '../setup/run-command.ts';

/** What the registry knows against the packages that are shipped. */
export type AuditVerdict =
  | { readonly kind: 'clean' }
  /** Packages with a finding of grade high or critical. */
  | { readonly kind: 'findings'; readonly packages: readonly string[] }
  /** Nobody could be asked; nothing has been checked. */
  | { readonly kind: 'unknown'; readonly reason: string };

const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});
const refusalSchema = z.object({ message: z.string() });

/** Reads what `npm audit --json` prints. */
export function auditVerdict(output: string): AuditVerdict {
  const start = output.indexOf('{');
  let answer: unknown;
  try {
    answer = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  } catch {
    return { kind: 'unknown', reason: 'npm audit printed no JSON' };
  }
  const report = reportSchema.safeParse(answer);
  if (report.success) {
    const packages = Object.entries(report.data.vulnerabilities)
      .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
      .map(([name, { severity }]) => `${name} (${severity})`);
    return packages.length === 0 ? { kind: 'clean' } : { kind: 'findings', packages };
  }
  const refusal = refusalSchema.safeParse(answer);
  // The address of the registry is nobody's business in a log.
  const reason = refusal.success ? refusal.data.message.replace(/https?:\S+/, '…') : 'no report';
  return { kind: 'unknown', reason };
}

/** Asks the registry about the dependencies that are shipped. */
export async function auditDependencies(): Promise<AuditVerdict> {
  const { output, timedOut } = await runCommand(
    'npm',
    ['audit', '--omit=dev', '--json', '--fetch-retries=0'],
    { cwd: root, limit: 30_000 },
  );
  return timedOut ? { kind: 'unknown', reason: 'no answer in 30 s' } : auditVerdict(output);
}

/** The verdict in one line. */
export function wordsOfVerdict(verdict: AuditVerdict): string {
  switch (verdict.kind) {
    case 'clean':
      return 'npm audit: nothing of grade high or above in what is shipped';
    case 'findings':
      return `npm audit: FINDINGS in what is shipped: ${verdict.packages.join(', ')}`;
    case 'unknown':
      return `npm audit: NOT CHECKED (${verdict.reason})`;
    default:
      return unreachable(verdict);
  }
}
