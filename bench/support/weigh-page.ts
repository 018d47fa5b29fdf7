import { browserMissing, launchBrowser } from '../../tests/support/page/browser.ts';
import { serveFolder } from '../../tests/support/page/serve-folder.ts';

/** What a reader waits for, and how much comes over the line until then. */
export interface PageWeight {
	/** Milliseconds until the table is there and the map of days is drawn; the median of five loads, each in a fresh context. */
	readonly readyMs: number;
	/** Bytes, not compressed. */
	readonly firstViewBytes: number;
	/** Milliseconds from a click on "all" until every month is there and drawn. */
	readonly allMonthsMs: number;
	readonly allBytes: number;
}

/** Loads the page of a checked out branch in Chromium from a local web server; null where Chromium is not installed. */
export async function weighPage(folder: string): Promise<PageWeight | null> {
	if (browserMissing !== null) return null;
	await using server = await serveFolder(folder);
	await using browser = await launchBrowser();
	const ready: number[] = [];
	let firstViewBytes = 0;
	let allMonthsMs = 0;
	for (let load = 0; load < 5; load++) {
		await using context = await browser.newContext();
		const page = await context.newPage();
		const before = server.sentBytes();
		const start = performance.now();
		await page.goto(server.url);
		await page.locator('#heat-card svg').first().waitFor();
		ready.push(performance.now() - start);
		firstViewBytes = server.sentBytes() - before;
		const asked = performance.now();
		await page.getByRole('group', { name: 'Period of the map' }).getByRole('button', { name: 'all' }).click();
		// The first run of the bench is on the first of January.
		await page.locator('#heat-card .dates span', { hasText: '01-01' }).first().waitFor();
		allMonthsMs = performance.now() - asked;
	}
	return {
		readyMs: ready.toSorted((one, other) => one - other)[2] ?? 0,
		firstViewBytes,
		allMonthsMs,
		allBytes: server.sentBytes() / 5,
	};
}

/** A line that says so. */
export function describeWeight(page: PageWeight | null): string {
	if (page === null) return 'page        not opened: Chromium is not installed';
	const { readyMs, firstViewBytes, allMonthsMs, allBytes } = page;
	const kb = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
	return `page        ${Math.round(readyMs)} ms and ${kb(firstViewBytes)} until the first view is drawn, ${Math.round(allMonthsMs)} ms more for every month (${kb(allBytes)} in all)`;
}
