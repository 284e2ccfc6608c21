import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { outcomes } from '../../../shared/journal/outcome.ts';
import { htmlOf } from '../../../tools/report/html.ts';
import { reportOf } from '../../../tools/report/report.ts';
import { findProgram } from '../../../tools/setup/system-packages.ts';
import { callAt, gapAt } from '../../fakes/journal-entries.ts';
import { axeFindings } from '../support/axe.ts';

// Read in an ordinary browser, which is there where chromium.spec.ts runs.
const start = Date.parse('2026-03-02T06:30:00Z');

/** A month of a small centre: every outcome, hours of day and night, gaps. */
function page(calls: number): string {
  const entries = Array.from({ length: calls }, (_, index) =>
    callAt(start + (index % 17) * 3_600_000, { outcome: outcomes[index % 5] ?? null }),
  );
  const gaps = Array.from({ length: calls / 10 }, () => gapAt(start));
  const period = { from: '2026-03-01', until: '2026-03-31', threshold: 5 };
  return htmlOf(reportOf([...entries, ...gaps], period));
}

test('the page of the report is accessible, light and dark, full and empty, and asks for nothing from elsewhere', async () => {
  const browser = await chromium.launch({
    executablePath: findProgram('chromium') ?? 'chromium',
    args: ['--no-sandbox'],
  });
  try {
    const asked: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      for (const calls of [200, 3]) {
        const context = await browser.newContext({ colorScheme, offline: true });
        const shown = await context.newPage();
        shown.on('request', (request) => asked.push(request.url()));
        await shown.setContent(page(calls));
        await shown.getByRole('heading', { name: 'Auswertung der Gespräche' }).waitFor();
        expect(await axeFindings(shown)).toEqual([]);
        expect(await shown.getByRole('table').count()).toBe(calls === 3 ? 0 : 6);
        const folder = process.env['AMTSDRAHT_PICTURES'];
        if (folder !== undefined)
          await shown.screenshot({
            path: `${folder}/report-${String(calls)}-${colorScheme}.png`,
            fullPage: true,
          });
        await context.close();
      }
    expect(asked).toEqual([]);
  } finally {
    await browser.close();
  }
});
