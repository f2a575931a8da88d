import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe asks of colours; the rest does not depend on them. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Holds that axe finds nothing on the screen that is shown; or nothing wrong with its colours. */
export async function expectNoFindings(
  page: Page,
  screen: string,
  about: 'everything' | 'colours' = 'everything',
): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (about === 'colours') axe.withRules(COLOUR_RULES);
  const { violations } = await axe.analyze();
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(findings, screen).toEqual([]);
}
