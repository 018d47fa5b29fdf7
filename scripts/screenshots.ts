/**
 * Draws docs/images/ from what the renderers make of the simulated fleet. `node scripts/screenshots.ts`, with Debian's
 * packages chromium and cmark-gfm; the fleet is audited and a pull request checked for it, so the pictures show what the tool
 * really says.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, mkdtempDisposable, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FleetReport } from '../src/domain/fleet-report.ts';
import { atOnce } from '../src/domain/steps.ts';
import { wholeText } from '../src/domain/text/pieces.ts';
import { judge, type Policy } from '../src/domain/verdict.ts';
import { renderHtml } from '../src/reporting/files/render-html.ts';
import { renderComment } from '../src/reporting/github/render-comment.ts';
import { renderSummary } from '../src/reporting/github/render-summary.ts';
import { recordInMemory } from '../tests/support/git/branch-in-memory.ts';
import { launchBrowser } from '../tests/support/page/browser.ts';
import { writeFiles } from '../tests/support/page/write-files.ts';
import { commentPage, summaryPage } from './pictures/github-page.ts';
import { renderGfm } from './pictures/render-gfm.ts';
import { sampleHistory } from './pictures/sample-history.ts';
import { samplePreflight } from './pictures/sample-preflight.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const POLICY: Policy = { scope: 'full', failOn: ['drift'], minHealth: null };
const HOME = 'https://github.com/example/network';
const LINKS = {
	run: `${HOME}/actions/runs/4711`,
	report: `${HOME}/actions/runs/4711`,
	blob: `${HOME}/blob/0123456`,
};

/** A picture of a part of a page. */
interface Picture {
	readonly name: string;
	readonly html: string;
	readonly width: number;
	/** CSS pixels; what lies below is not shown. */
	readonly maxHeight: number;
	/** Where the picture begins; null: at the top. */
	readonly from: string | null;
	/** Folded sections that stand open. */
	readonly unfold: number;
}

const change = await samplePreflight(ROOT);
const audit = await auditDemo();
const comment = commentPage(renderGfm(atOnce(renderComment(change, judge(change, POLICY), { links: LINKS }))));
await draw([
	{
		name: 'comment',
		html: comment,
		width: 862,
		maxHeight: 900,
		from: null,
		unfold: 1,
	},
	{ name: 'comment-phone', html: comment, width: 390, maxHeight: 844, from: null, unfold: 0 },
	{
		name: 'summary',
		html: summaryPage(renderGfm(atOnce(renderSummary(audit, judge(audit, POLICY), { links: LINKS })))),
		width: 862,
		maxHeight: 722,
		from: null,
		unfold: 0,
	},
	{
		name: 'report',
		html: wholeText(renderHtml(audit, judge(audit, POLICY))),
		width: 1000,
		maxHeight: 640,
		from: '#changes',
		unfold: 3,
	},
]);
const { files } = await recordInMemory(sampleHistory(audit));
await drawDashboard(files);

/** The demo as a user runs it; it ends with 1, because its fleet has drifted. */
async function auditDemo(): Promise<FleetReport> {
	const out = await mkdtemp(join(tmpdir(), 'screenshots-'));
	try {
		await new Promise((resolve) => {
			execFile(
				process.execPath,
				[join(ROOT, 'src/cli.ts'), 'demo', '--fleet', join(ROOT, 'fleet.yml'), '--out', out],
				resolve,
			);
		});
		return JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as FleetReport;
	} finally {
		await rm(out, { recursive: true });
	}
}

/** The page of a results branch as it opens from a disk: in daylight, with the timeline of a device at night, on a phone. */
async function drawDashboard(files: ReadonlyMap<string, string>): Promise<void> {
	await using folder = await mkdtempDisposable(join(tmpdir(), 'screenshots-'));
	await writeFiles(folder.path, files);
	const address = String(pathToFileURL(join(folder.path, 'index.html')));
	const views = [
		{ name: 'dashboard', width: 1000, height: 1000, colorScheme: 'light', fragment: '' },
		{ name: 'dashboard-device', width: 1000, height: 700, colorScheme: 'dark', fragment: '#device=ams-edge-02' },
		{ name: 'dashboard-phone', width: 390, height: 844, colorScheme: 'light', fragment: '' },
	] as const;
	await using browser = await launchBrowser();
	for (const { name, width, height, colorScheme, fragment } of views) {
		await using context = await browser.newContext({
			viewport: { width, height },
			deviceScaleFactor: 1.5,
			colorScheme,
		});
		const page = await context.newPage();
		await page.goto(address + fragment);
		await page
			.locator(fragment === '' ? '#heat-card svg' : '#device-content .diff')
			.first()
			.waitFor();
		await save(name, (path) => page.screenshot({ path }));
	}
}

async function save(name: string, take: (path: string) => Promise<unknown>): Promise<void> {
	const path = join(ROOT, 'docs/images', `${name}.png`);
	await take(path);
	process.stdout.write(`${path} ${Math.round((await stat(path)).size / 1000)} kB\n`);
}

async function draw(pictures: readonly Picture[]): Promise<void> {
	await using browser = await launchBrowser();
	for (const { name, html, width, maxHeight, from, unfold } of pictures) {
		await using context = await browser.newContext({
			viewport: { width, height: 600 },
			deviceScaleFactor: 1.5,
			colorScheme: 'light',
		});
		const page = await context.newPage();
		await page.setContent(html);
		for (const details of (await page.locator('details').all()).slice(0, unfold))
			await details.evaluate((element) => element.setAttribute('open', ''));
		const start = from === null ? 0 : ((await page.locator(from).boundingBox())?.y ?? 0) - 16;
		const end = Number(await page.evaluate('document.documentElement.scrollHeight'));
		const clip = { x: 0, y: Math.max(0, start), width, height: Math.min(end - start, maxHeight) };
		await save(name, (path) => page.screenshot({ path, fullPage: true, clip }));
	}
}
