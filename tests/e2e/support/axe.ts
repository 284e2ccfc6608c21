import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Accessibility findings on the page as it stands, one line each, by the rules of WCAG 2.2 A and AA and
 * axe's good practice; empty when there are none.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  // Electron has no second page to run frames in, which axe's newer mode opens.
  const results = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze();
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
