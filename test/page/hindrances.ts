// What is in the way of anybody on a page, as axe finds it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Hindrance = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/** All of it. The page has no frames: axe runs in it as a whole, without a second page, and tells of nothing else. */
export async function hindrances(page: Page): Promise<readonly Hindrance[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return (await axe.analyze()).violations;
}

/** What keeps somebody from using the page. */
export async function graveHindrances(page: Page): Promise<readonly Hindrance[]> {
  return (await hindrances(page)).filter(({ impact }) => impact === 'serious' || impact === 'critical');
}
