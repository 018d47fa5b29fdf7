import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedPast } from '../../../src/composition/history/embedded-past.ts';
import { readPast } from '../../../src/infrastructure/results-branch/read-past.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { recordInMemory } from '../../support/git/branch-in-memory.ts';
import { commitInMemory } from '../../support/git/commit-in-memory.ts';
import { axeFindings } from '../../support/page/axe-findings.ts';
import { browserMissing, launchBrowser } from '../../support/page/browser.ts';
import { aVerdict } from '../../support/report-fixtures.ts';
import { aPreflightReport, aRichReport, fortyAudits } from '../../support/rich-report.ts';

describe.skipIf(browserMissing !== null)(
	`the page of an audit${browserMissing === null ? '' : ` (${browserMissing})`}`,
	() => {
		let folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
		let browser: Browser;

		beforeAll(async () => {
			folder = await mkdtempDisposable(join(tmpdir(), 'report-page-'));
			const report = aRichReport();
			const { files } = await recordInMemory(fortyAudits());
			const past = readPast(commitInMemory(files));
			const verdict = aVerdict(report);
			await writeFile(join(folder.path, 'alone.html'), renderHtml(report, verdict));
			await writeFile(
				join(folder.path, 'past.html'),
				renderHtml(report, verdict, await embeddedPast(past, { ...report, runId: 'a new one' })),
			);
			const change = aPreflightReport();
			const named = change.devices.map((device) => ({ ...device, name: device.name.replace('edge', 'ams-branch-a') }));
			await writeFile(join(folder.path, 'change.html'), renderHtml({ ...change, devices: named }, aVerdict(change)));
			browser = await launchBrowser();
		});
		afterAll(async () => {
			await browser?.close();
			await folder?.[Symbol.asyncDispose]();
		});

		async function open(
			address: `${'alone' | 'past' | 'change'}.html${string}`,
			options: BrowserContextOptions = {},
		): Promise<AsyncDisposable & { readonly page: Page; readonly said: string[] }> {
			const context = await browser.newContext(options);
			const page = await context.newPage();
			const said: string[] = [];
			page.on('console', (message) => said.push(message.text()));
			page.on('pageerror', ({ message }) => said.push(message));
			page.on('request', (request) => {
				if (request.resourceType() !== 'document') said.push(`asked for ${request.url()}`);
			});
			const [file = '', fragment] = address.split('#');
			await page.goto(`${pathToFileURL(join(folder.path, file))}${fragment === undefined ? '' : `#${fragment}`}`);
			return { page, said, [Symbol.asyncDispose]: () => context.close() };
		}

		it('filters, sorts and opens devices by address, without a past and without loading anything', async () => {
			await using opened = await open('alone.html#site=fra&device=edge-02');
			const { page, said } = opened;

			await page.getByRole('dialog').locator('.diff').waitFor();
			expect(await page.locator('#device-content').textContent()).toContain('intended: intended-configs/edge-02.cfg');
			await page.keyboard.press('Escape');
			expect(await page.locator('#device-rows th').allTextContents()).toEqual(['edge-02', 'edge-03']);
			await page.getByRole('button', { name: 'Device', exact: true }).click();
			await page.getByRole('button', { name: 'Device', exact: true }).click();
			expect(await page.locator('#device-rows th').allTextContents()).toEqual(['edge-03', 'edge-02']);
			expect(await page.locator('#heat').isVisible()).toBe(false);
			// Nothing that the address of a device could scroll the table away to.
			expect(await page.locator('[id^="device="]').count()).toBe(0);
			expect(said).toEqual([]);
		});

		it('shows the timeline of a device, days and trend where the past is known', async () => {
			await using opened = await open('past.html#device=edge-01');
			const { page, said } = opened;

			await page.locator('#device-content svg.days').waitFor();
			await page.locator('#device-content details').nth(1).locator('summary').click();
			await page.locator('#device-content details').nth(1).locator('.diff').waitFor();
			await page.keyboard.press('Escape');
			await page.locator('#heat-card').scrollIntoViewIfNeeded();
			await page.locator('#heat-card svg').first().waitFor();
			expect(await page.locator('#trend-runs').textContent()).toMatch(/^\d\d runs$/u);
			expect(said).toEqual([]);
		});

		it('leads to what differs without a script, too', async () => {
			await using opened = await open('alone.html', { javaScriptEnabled: false });
			const { page } = opened;
			await page.getByRole('link', { name: 'edge-03' }).click();

			expect(new URL(page.url()).hash).toBe('#device=edge-03');
			expect(await page.locator(':target .diff').isVisible()).toBe(true);
		});

		it('shows what a pre-flight check found beside every device on a phone', async () => {
			await using opened = await open('change.html', { viewport: { width: 390, height: 844 } });
			const table = opened.page.locator('.card.scroll').first();

			expect(await table.textContent()).toContain('already applied');
			expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
		});

		it.each([
			['in daylight', { colorScheme: 'light' }, 'past.html'],
			[
				'on a phone at night with a device open',
				{ colorScheme: 'dark', viewport: { width: 390, height: 844 } },
				'past.html#device=edge-01',
			],
		] as const)('leaves axe-core nothing to find %s', async (_, options, address) => {
			await using opened = await open(address, options);
			const { page } = opened;
			// The map is drawn when it comes into view.
			await page.locator('#heat-card').scrollIntoViewIfNeeded();
			await page
				.locator(address.includes('#') ? '#device-content .diff' : '#heat-card svg')
				.first()
				.waitFor();

			expect(await axeFindings(page)).toEqual({ passed: expect.any(Number), violations: [] });
		});
	},
);
