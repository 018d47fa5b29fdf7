import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import type { IssueAction } from '../../../src/domain/issues/issue-action.ts';
import { planIssues } from '../../../src/domain/issues/plan-issues.ts';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { NO_LINKS } from '../../../src/reporting/links.ts';
import { renderAdoption } from '../../../src/reporting/render-adoption.ts';
import { renderCheck } from '../../../src/reporting/render-check.ts';
import { renderComment } from '../../../src/reporting/render-comment.ts';
import { renderIssue } from '../../../src/reporting/render-issue.ts';
import { renderMarkdown } from '../../../src/reporting/render-markdown.ts';
import { renderResultsReadme } from '../../../src/reporting/render-results-readme.ts';
import { renderSummary } from '../../../src/reporting/render-summary.ts';
import { outlineGfm } from '../../support/gfm.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { aVerdict } from '../../support/report-fixtures.ts';

const OUR_TAGS = /<\/?(?:details|summary|b|sub|span)>/g;
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** The parser that GitHub runs (Debian package cmark-gfm). */
const CMARK = 'cmark-gfm';
const hasCmark = spawnSync(CMARK, ['--version']).status === 0;

function documents(report: FleetReport): readonly string[] {
	const verdict = aVerdict(report);
	const check = renderCheck(report, verdict, { links: NO_LINKS });
	return [
		renderComment(report, verdict, { links: NO_LINKS }),
		renderSummary(report, verdict, { links: NO_LINKS }),
		renderMarkdown(report, verdict),
		check.summary,
		check.text,
		...issues(report),
		adoption(report),
	];
}

/** What the pull request says that adopts it. */
function adoption(report: FleetReport): string {
	const files = report.devices.map(({ name, intendedPath, changes }) => ({
		device: name,
		path: intendedPath ?? 'a.cfg',
		adopted: changes,
		refused: changes.map((change) => ({ change, reason: 'cannot be written' })),
	}));
	return renderAdoption(files, { report, links: NO_LINKS }).body;
}

/** What every device's own issue says, with news, and what the one says that they share. */
function issues(report: FleetReport): readonly string[] {
	const situation = { key: 'k', report, existing: [], owners: [] };
	const actions = [0, 20].flatMap((maxDeviceIssues) => planIssues({ ...situation, maxDeviceIssues }));
	return actions.map(({ about }) => renderIssue(withNews(about), { report, links: NO_LINKS, audit: null }).body);
}

function withNews(about: IssueAction['about']): IssueAction['about'] {
	if (about.kind === 'roll-up') return about;
	return { ...about, news: { before: about.state.since, added: about.device.changes.slice(1), gone: 1 } };
}

describe('Markdown documents', () => {
	it('keep hostile text from becoming a mention, a reference, a link, an image or HTML', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				for (const document of documents(report)) {
					const { prose, openFence } = outlineGfm(document);
					expect(openFence).toBe(false);
					expect(document).not.toContain('<!--');
					expect(prose.replace(OUR_TAGS, '')).not.toMatch(/<[a-z!?/]/i);
					expect(prose).not.toMatch(/@[\w]|#\d|gh-\d|:\/\/|www\.|(?<!\\)\]\(|(?<!\\)\]:/i);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('have one closing tag per opening tag, whatever the diffs hold', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				for (const document of documents(report)) {
					const { prose } = outlineGfm(document);
					for (const tag of ['details', 'summary', 'b', 'sub', 'span']) {
						expect(prose.split(`<${tag}>`).length).toBe(prose.split(`</${tag}>`).length);
					}
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('keep every table row at the columns of its head', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				for (const document of documents(report)) {
					const rows = outlineGfm(document)
						.prose.split('\n')
						.filter((line) => line.startsWith('|'));
					const pipes = new Set(rows.map((row) => row.replace(/\\[\\|]/g, '').split('|').length));
					expect(pipes.size).toBeLessThan(2);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('show acting characters instead of obeying them', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				for (const document of documents(report)) {
					// Line ends and tabs of diffs, and the zero-width space that breaks a reference, are ours.
					expect(document.replace(/[\n\t\u200b]/g, '').replaceAll('⚠️', '')).not.toMatch(ACTING);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it.skipIf(!hasCmark)(
		'become our own elements only under GitHub’s renderer (skipped where cmark-gfm is not installed)',
		() => {
			fc.assert(
				fc.property(hostileReport, (report) => {
					const all = [
						...documents(report),
						renderResultsReadme({ latest: report, runs: [summariseRun(report)] }).replace('](badge.svg)', ''),
					];
					for (const document of all) {
						const html = renderGfm(document);
						const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
						expect([...tags].filter((tag) => !EXPECTED_ELEMENTS.has(tag ?? ''))).toEqual([]);
						const text = html.replace(/<(code|pre)[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
						expect(text.replaceAll('&quot;', '').replace(/&(?:lt|gt|amp);/g, ' ')).not.toMatch(/@\w|#\d|gh-\d/i);
					}
				}),
				{ numRuns: 60 },
			);
		},
	);
});

const EXPECTED_ELEMENTS = new Set(
	'h1 h2 h3 h4 p table thead tbody tr th td strong blockquote ul li code pre details summary b sub span'.split(' '),
);

function renderGfm(markdown: string): string {
	const extensions = ['table', 'autolink', 'strikethrough', 'tasklist'].flatMap((name) => ['-e', name]);
	return execFileSync(CMARK, ['--unsafe', ...extensions], { input: markdown, encoding: 'utf8' });
}
