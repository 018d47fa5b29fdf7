import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core has to say of a page as it is: how many rules it keeps, and which elements break which. */
export async function axeFindings(page: Page): Promise<{
	readonly passed: number;
	readonly violations: readonly (readonly [id: string, elements: readonly string[]])[];
}> {
	await page.evaluate(axe.source);
	return page.evaluate(
		`axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations, passes }) => ({
			passed: passes.length,
			violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
		}))`,
	);
}
