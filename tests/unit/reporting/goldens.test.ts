import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { renderDashboard } from '../../../src/reporting/dashboard/render-dashboard.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { renderJunit } from '../../../src/reporting/files/render-junit.ts';
import { renderSarif } from '../../../src/reporting/files/render-sarif.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { renderBadgeSvg } from '../../../src/reporting/results-branch/render-badge-svg.ts';
import { renderResultsReadme } from '../../../src/reporting/results-branch/render-results-readme.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { recordInMemory } from '../../support/git/branch-in-memory.ts';
import { aVerdict } from '../../support/report-fixtures.ts';
import { aPreflightReport, aRichReport, fortyAudits } from '../../support/rich-report.ts';

const links = {
	run: 'https://github.com/example/network/actions/runs/4711',
	report: 'https://github.com/example/network/actions/runs/4711#artifacts',
	blob: 'https://github.com/example/network/blob/0123456',
};
const body = (page: string): string => page.slice(page.indexOf('<body>'));
/** The script has a source and tests of its own. */
const withoutScript = (page: string): string => page.replace(/<script>[\s\S]*<\/script>/u, '<script></script>');
const { files, view } = await recordInMemory(fortyAudits());
const both = (render: (report: FleetReport) => string): readonly [string, string] => [
	render(aRichReport()),
	render(aPreflightReport()),
];

const checkText = (report: FleetReport): string => {
	const { title, summary, text, annotations } = atOnce(renderCheck(report, aVerdict(report), { links }));
	const remarks = annotations.map(
		(remark) => `${remark.path}:${remark.startLine} ${remark.level}: ${remark.title}\n${remark.message}`,
	);
	return `${[title, summary, text, ...remarks].join('\n---\n')}\n`;
};

describe('renderers', () => {
	it.each([
		['comment.md', both((report) => atOnce(renderComment(report, aVerdict(report), { links })))],
		[
			'terminal.txt',
			both((report) => wholeText(renderTerminal(report, aVerdict(report), { colour: false, width: 100 }))),
		],
		['check.txt', both(checkText)],
		['body.html', both((report) => withoutScript(body(wholeText(renderHtml(report, aVerdict(report))))))],
		['report.sarif', both((report) => wholeText(renderSarif(report)))],
		['report.junit.xml', both((report) => wholeText(renderJunit(report)))],
	])('write %s as the goldens have it', async (name, [audit, preflight]) => {
		await expect(audit).toMatchFileSnapshot(`./goldens/audit/${name}.golden`);
		await expect(preflight).toMatchFileSnapshot(`./goldens/preflight/${name}.golden`);
	});

	it.each([
		['README.md', wholeText(renderResultsReadme(view))],
		['body.html', withoutScript(body(wholeText(renderDashboard(view))))],
		['devices.js', files.get('page/devices.js') ?? ''],
		['month.js', files.get('page/months/2026-11.js') ?? ''],
		['run.js', files.get('page/runs/2026/11/4711-1.js') ?? ''],
		['badge.svg', renderBadgeSvg(aRichReport().fleet)],
	])('write %s of the results branch as the goldens have it', async (name, content) => {
		await expect(content).toMatchFileSnapshot(`./goldens/results-branch/${name}.golden`);
	});
});
