import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { recordInMemory } from '../../support/git/branch-in-memory.ts';
import { axeFindings } from '../../support/page/axe-findings.ts';
import { browserMissing, launchBrowser } from '../../support/page/browser.ts';
import { type FolderServer, serveFolder } from '../../support/page/serve-folder.ts';
import { writeFiles } from '../../support/page/write-files.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const HOSTILE = `<img src=x onerror="document.title='owned'"> </script><script>document.title='owned'</script>`;

/** Seventy daily audits: edge-07 comes and goes, edge-12 has drifted for long, core-1 cannot be read. */
function audits(): readonly FleetReport[] {
	return Array.from({ length: 70 }, (_, day) =>
		aReport({
			runId: `run-${day}`,
			startedAt: new Date(Date.UTC(2026, 8, 20 + day, 6)).toISOString(),
			devices: [
				...Array.from({ length: 60 }, (_, index) => {
					const name = `edge-${String(index + 1).padStart(2, '0')}`;
					const site = index % 2 === 0 ? 'ams' : 'fra';
					if (name === 'edge-07' && day % 10 >= 7) return drifted(name, site, `description day ${day}`);
					if (name === 'edge-12' && day >= 5) return drifted(name, site, HOSTILE);
					if (name !== 'edge-01') return aDevice({ name, site });
					return aDevice({ name, site, masked: { lines: 3, patterns: { 'volatile/ios-header': 2 + (day % 3) } } });
				}),
				aDevice({ name: 'core-1', role: 'core', platform: 'cisco_ios', status: day === 69 ? 'unknown' : 'in-sync' }),
			],
		}),
	);
}

function drifted(name: string, site: string, line: string): FleetReport['devices'][number] {
	const change = aChange({ kind: 'extra', lineage: ['interface Ethernet1'], line, runningLine: 40, severity: 'low' });
	return aDevice({ name, site, changes: [change], fingerprint: line.slice(0, 40) });
}

describe.skipIf(browserMissing !== null)(
	`the page of the results branch${browserMissing === null ? '' : ` (${browserMissing})`}`,
	() => {
		let folder: TemporaryFolder;
		let server: FolderServer;
		let browser: Browser;

		beforeAll(async () => {
			folder = await temporaryFolder('dashboard-');
			const { files } = await recordInMemory(audits());
			await writeFiles(folder.path, files);
			server = await serveFolder(folder.path);
			browser = await launchBrowser();
		});
		afterAll(async () => {
			await browser?.close();
			await server?.[Symbol.asyncDispose]();
			await folder?.[Symbol.asyncDispose]();
		});

		const onDisk = (): string => String(pathToFileURL(join(folder.path, 'index.html')));

		/** The page, once its script has filled the table; `said` collects what its console says. */
		async function open(
			address: string,
			options: BrowserContextOptions = {},
		): Promise<AsyncDisposable & { readonly page: Page; readonly said: string[] }> {
			const context = await browser.newContext(options);
			const page = await context.newPage();
			const said: string[] = [];
			page.on('console', (message) => said.push(message.text()));
			page.on('pageerror', ({ message }) => said.push(message));
			await page.goto(address);
			if (options.javaScriptEnabled !== false) await page.locator('#device-rows a').first().waitFor();
			return { page, said, [Symbol.asyncDispose]: () => context.close() };
		}

		const names = (page: Page): Promise<string[]> => page.locator('#device-rows th').allTextContents();

		it.each(['from a disk', 'from a web server'])('opens %s, with all of its data', async (from) => {
			await using opened = await open(`${from === 'from a disk' ? onDisk() : server.url}#device=edge-07`);
			const { page, said } = opened;

			await page.locator('#device-content .diff').waitFor();
			expect(await page.locator('#device-content').textContent()).toContain('description day 69');
			await page.getByRole('button', { name: 'Close' }).click();
			await page.locator('#heat-card').scrollIntoViewIfNeeded();
			await page.locator('#heat-card svg').first().waitFor();
			expect(await page.locator('#heat-card tbody th').allTextContents()).toEqual(['edge-12', 'edge-07', 'core-1']);
			expect(said).toEqual([]);
		});

		it('loads nothing but its own files, and old months only when they are asked for', async () => {
			await using context = await browser.newContext();
			const fresh = await context.newPage();
			const asked: string[] = [];
			fresh.on('request', (request) => asked.push(request.url().replace(/\?.*/u, '')));
			await fresh.goto(server.url);
			await fresh.locator('#heat-card svg').first().waitFor();
			const first = [...asked];
			await fresh.getByRole('group', { name: 'Period of the map' }).getByRole('button', { name: 'all' }).click();
			await expect.poll(() => asked).toContain(`${server.url}/page/months/2026-09.js`);

			expect(first.toSorted()).toEqual([
				`${server.url}/`,
				`${server.url}/page/devices.js`,
				`${server.url}/page/months/2026-10.js`,
				`${server.url}/page/months/2026-11.js`,
			]);
		});

		it('filters and sorts, and says so in its address', async () => {
			await using opened = await open(onDisk());
			const { page } = opened;
			expect((await names(page)).slice(0, 3)).toEqual(['edge-07', 'edge-12', 'core-1']);
			expect(await page.getByRole('status').textContent()).toBe('61 of 61 devices');

			await page.getByLabel('Site').selectOption('fra');
			await page.getByRole('button', { name: 'Device', exact: true }).click();
			await page.getByRole('button', { name: 'Device', exact: true }).click();

			expect((await names(page)).slice(0, 2)).toEqual(['edge-60', 'edge-58']);
			expect(await page.getByRole('status').textContent()).toBe('30 of 61 devices');
			expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
			expect(new URL(page.url()).hash).toBe('#site=fra&sort=-name');
			await page.getByLabel('Name').fill('edge-12');
			expect(await names(page)).toEqual(['edge-12']);
		});

		it('opens what an address says: filter, order and device', async () => {
			await using opened = await open(`${onDisk()}#status=drifted&sort=since&device=edge-12`);
			const { page } = opened;

			expect(await names(page)).toEqual(['edge-12', 'edge-07']);
			expect(await page.getByRole('dialog').getByRole('heading', { level: 2 }).textContent()).toBe('edge-12');
		});

		it('shows a drift of months, whose run is long gone, with what differs', async () => {
			await using opened = await open(`${onDisk()}#device=edge-12`);
			const { page } = opened;
			await page.getByRole('button', { name: 'Earlier' }).or(page.locator('#device-content .diff')).first().waitFor();

			expect(await page.locator('#device-content').textContent()).toContain('<img src=x onerror=');
		});

		it('shows what devices say as text, whatever it is', async () => {
			await using opened = await open(`${onDisk()}#device=edge-12`);
			const { page, said } = opened;
			await page.locator('#device-content .diff').waitFor();

			expect(await page.title()).toMatch(/^Network drift: /u);
			expect(await page.locator('img').count()).toBe(0);
			expect(said).toEqual([]);
		});

		it('runs nothing that is not its own', async () => {
			await using opened = await open(server.url);
			const { page, said } = opened;

			const outcome = await page.evaluate(`(() => {
				document.body.insertAdjacentText('beforeend', '');
				try { document.body.innerHTML += '<b>x</b>'; return 'parsed'; } catch (error) { return error.name; }
			})()`);
			await page.evaluate(
				`document.body.append(Object.assign(document.createElement('style'), { textContent: 'body{display:none}' }))`,
			);

			expect(outcome).toBe('TypeError');
			expect(await page.locator('h1').isVisible()).toBe(true);
			expect(said.join('\n')).toMatch(/TrustedHTML[\s\S]*Content Security Policy/u);
		});

		it('works by keyboard: open, read, close, and back to where one was', async () => {
			await using opened = await open(onDisk());
			const { page } = opened;
			await page.locator('#device-rows a').first().focus();

			await page.keyboard.press('Enter');
			await page.getByRole('dialog').waitFor();
			expect(await page.evaluate(`document.activeElement.closest('dialog') !== null`)).toBe(true);
			await page.keyboard.press('Escape');

			await page.getByRole('dialog').waitFor({ state: 'hidden' });
			expect(await page.evaluate('document.activeElement.textContent')).toBe('edge-07');
			// The browser tells of an address after the page has changed it.
			await page.waitForURL(({ hash }) => hash === '');
			expect(new URL(page.url()).hash).toBe('');
		});

		it('closes a device when a reader goes back', async () => {
			await using opened = await open(server.url);
			const { page } = opened;
			await page.locator('#device-rows a').first().click();
			await page.getByRole('dialog').waitFor();

			await page.goBack();

			await page.getByRole('dialog').waitFor({ state: 'hidden' });
		});

		it('draws the trend of another period', async () => {
			await using opened = await open(onDisk());
			const { page } = opened;
			const before = await page.locator('#trend-health').getAttribute('d');

			await page.getByRole('group', { name: 'Period of the chart' }).getByRole('button', { name: '30 days' }).click();

			await expect.poll(() => page.locator('#trend-runs').textContent()).toBe('30 runs');
			expect(await page.locator('#trend-first').textContent()).toBe('2026-10-30');
			expect(await page.locator('#trend-health').getAttribute('d')).not.toBe(before);
		});

		it('draws how often masks hit lately', async () => {
			await using opened = await open(onDisk());
			const { page } = opened;
			await page.locator('#mask-table').scrollIntoViewIfNeeded();

			const drawn = page.locator('td[data-mask="volatile/ios-header"] svg');
			await drawn.waitFor();
			expect(await drawn.getAttribute('aria-label')).toBe('from 3 to 2 hits, between 2 and 4');
			expect(await page.getByRole('columnheader', { name: 'Hits, 30 days' }).isVisible()).toBe(true);
		});

		it('looks as it should after the first audit of a branch', async () => {
			await using first = await temporaryFolder('dashboard-');
			const devices = [
				drifted('edge-07', 'ams', 'x'),
				aDevice({ name: 'edge-01', masked: { lines: 1, patterns: { a: 1 } } }),
			];
			const audit = aReport({ runId: 'run-0', startedAt: '2026-11-01T06:00:00.000Z', devices });
			await writeFiles(first.path, (await recordInMemory([audit])).files);
			await using opened = await open(pathToFileURL(join(first.path, 'index.html')).href);
			const { page } = opened;
			await page.locator('#mask-table').scrollIntoViewIfNeeded();

			await page.locator('a[data-device="edge-07"]').waitFor();
			expect(await page.locator('#heat').count()).toBe(0);
			expect(await page.getByRole('columnheader', { name: 'Hits, 30 days' }).isVisible()).toBe(false);
		});

		it('shows a week after the audits of two days, and names one device as one', async () => {
			await using first = await temporaryFolder('dashboard-');
			const audits = ['2026-01-01', '2026-01-02'].map((day, index) =>
				aReport({
					runId: `run-${index}`,
					startedAt: `${day}T06:00:00.000Z`,
					devices: [drifted('edge-07', 'ams', 'x'), aDevice({ name: 'edge-01' })],
				}),
			);
			await writeFiles(first.path, (await recordInMemory(audits)).files);
			await using opened = await open(pathToFileURL(join(first.path, 'index.html')).href);
			const { page } = opened;
			await page.locator('#heat-card').scrollIntoViewIfNeeded();

			const days = page.locator('#heat-card svg');
			await days.waitFor();
			expect(await days.getAttribute('aria-label')).toBe(
				'of 7 days: 2 drifted, 0 unknown, 0 in sync, 5 without an audit, or before it was known',
			);
			expect(await page.locator('#heat-card .dates span').allTextContents()).toEqual(['2025-12-27', '2026-01-02']);
			expect(await page.locator('#heat-card caption').textContent()).toMatch(/: 1 of 2 devices was not in sync/u);
		});

		it('shows what is not in sync without a script, too', async () => {
			await using opened = await open(server.url, { javaScriptEnabled: false });
			const { page } = opened;

			expect(await names(page)).toEqual(['edge-07', 'edge-12', 'core-1']);
			expect(await page.locator('#device-filter').isVisible()).toBe(false);
		});

		it('is dark where the reader’s system is', async () => {
			const backgroundIn = async (colorScheme: 'light' | 'dark'): Promise<unknown> => {
				await using opened = await open(onDisk(), { colorScheme });
				return await opened.page.evaluate('getComputedStyle(document.body).backgroundColor');
			};

			expect(await backgroundIn('light')).toBe('rgb(246, 248, 250)');
			expect(await backgroundIn('dark')).toBe('rgb(13, 17, 23)');
		});

		it('fits a phone', async () => {
			await using opened = await open(onDisk(), { viewport: { width: 390, height: 844 } });

			expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
		});

		it.each([
			['in daylight', { colorScheme: 'light' }, ''],
			['at night', { colorScheme: 'dark' }, ''],
			['on a phone', { viewport: { width: 390, height: 844 } }, ''],
			['with a device open', {}, '#device=edge-12'],
			['with a device open at night', { colorScheme: 'dark' }, '#device=edge-07'],
		] as const)('leaves axe-core nothing to find %s', async (_, options, fragment) => {
			await using opened = await open(onDisk() + fragment, options);
			const { page } = opened;
			await page
				.locator(fragment === '' ? '#heat-card svg' : '#device-content .diff')
				.first()
				.waitFor();
			const found = await axeFindings(page);

			expect(found).toEqual({ passed: expect.any(Number), violations: [] });
			expect(found.passed).toBeGreaterThan(20);
		});
	},
);
