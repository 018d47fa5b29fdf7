import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { renderMarkdown } from '../../../src/reporting/files/render-markdown.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { renderSummary } from '../../../src/reporting/github/render-summary.ts';
import { NO_LINKS, type ReportLinks } from '../../../src/reporting/markdown/links.ts';
import { renderResultsReadme } from '../../../src/reporting/results-branch/render-results-readme.ts';
import { constructsOf, outlineGfm } from '../../support/gfm.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { adoptionOf, issuesOf } from '../../support/report-documents.ts';
import { aVerdict } from '../../support/report-fixtures.ts';

const HOME = 'https://github.example/octo/network/';
const LINKS = { run: `${HOME}actions/runs/1`, report: `${HOME}tree/1`, blob: `${HOME}blob/1` };
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** The parser that GitHub runs (Debian package cmark-gfm). */
const CMARK = 'cmark-gfm';
const hasCmark = spawnSync(CMARK, ['--version']).status === 0;

function documents(report: FleetReport, links: ReportLinks): readonly string[] {
	const verdict = aVerdict(report);
	const check = atOnce(renderCheck(report, verdict, { links }));
	return [
		atOnce(renderComment(report, verdict, { links })),
		atOnce(renderSummary(report, verdict, { links })),
		wholeText(renderMarkdown(report, verdict)),
		check.summary,
		check.text,
		...issuesOf(report, links).map(({ body }) => body),
		adoptionOf(report, links).body,
		wholeText(renderResultsReadme({ latest: report, runs: [summariseRun(report)] })).replace('](badge.svg)', ''),
	];
}

describe('Markdown documents', () => {
	it('keep hostile text and names from becoming a mention, a reference, a link, an image or HTML', () => {
		fc.assert(
			fc.property(hostileReport, fc.boolean(), (report, isLinked) => {
				for (const document of documents(report, isLinked ? LINKS : NO_LINKS)) {
					expect(constructsOf(document, isLinked ? HOME : null)).toEqual([]);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('are whole, whatever the diffs hold: a closing tag per opening tag, every table row with the columns of its head', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				for (const document of documents(report, NO_LINKS)) {
					const { prose } = outlineGfm(document);
					for (const tag of ['details', 'summary', 'b', 'sub', 'span']) {
						expect(prose.split(`<${tag}>`).length).toBe(prose.split(`</${tag}>`).length);
					}
					for (const [table] of prose.matchAll(/^(?:\|[^\n]*(?:\n|$))+/gm)) {
						const rows = table.trimEnd().split('\n');
						expect(new Set(rows.map((row) => row.replace(/\\[\\|]/g, '').split('|').length)).size).toBe(1);
					}
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
					for (const document of documents(report, NO_LINKS)) {
						const html = renderGfm(document);
						const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
						expect([...tags].filter((tag) => !EXPECTED_ELEMENTS.has(tag ?? ''))).toEqual([]);
						const text = html.replace(/<(code|pre)[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
						expect(text.replace(/&(?:lt|gt|amp|quot|#39);/g, ' ')).not.toMatch(/@\w|#\d|gh-\d/i);
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
