import { beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { planIssues } from '../../../src/domain/issues/plan-issues.ts';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { printIssueMarker } from '../../../src/infrastructure/github/issues/issue-marker.ts';
import { byteLength } from '../../../src/reporting/budget.ts';
import { renderDashboard } from '../../../src/reporting/dashboard/render-dashboard.ts';
import { renderSarif } from '../../../src/reporting/files/render-sarif.ts';
import { reportFiles } from '../../../src/reporting/files/report-files.ts';
import { renderAdoption } from '../../../src/reporting/github/render-adoption.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderCommands } from '../../../src/reporting/github/render-commands.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { renderIssue } from '../../../src/reporting/github/render-issue.ts';
import { renderSummary } from '../../../src/reporting/github/render-summary.ts';
import { renderResultsReadme } from '../../../src/reporting/results-branch/render-results-readme.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { outlineGfm } from '../../support/gfm.ts';
import { aChange, aDevice, aReport, aVerdict } from '../../support/report-fixtures.ts';

const links = {
	run: 'https://github.com/example/network/actions/runs/1',
	report: null,
	blob: 'https://github.com/example/network/blob/main',
};

/** GitHub's own numbers, written out here so that a slip in limits.ts shows. */
const GITHUB = {
	comment: 65_536,
	check: 65_535,
	summary: 1024 * 1024,
	sarif: 10 * 1024 * 1024,
	blob: 100 * 1024 * 1024,
};

describe('the report of 5,000 devices with 40,000 changes', () => {
	let report: FleetReport;
	let verdict: Verdict;
	beforeAll(() => {
		report = aReport({
			devices: Array.from({ length: 5000 }, (_, device) =>
				aDevice({
					name: `access-${device}.example.net`,
					changes: Array.from({ length: 8 }, (_, index) =>
						aChange({
							kind: (['missing', 'extra', 'changed', 'moved'] as const)[index % 4] ?? 'missing',
							lineage: [`interface Ethernet${index}`],
							line: index === 0 ? 'ntp server 192.0.2.1' : `description “line ${index} of device ${device}” \`\`\``,
						}),
					),
				}),
			),
			warnings: Array.from({ length: 1000 }, (_, index) => `warning ${index} ${'⚠'.repeat(2000)}`),
		});
		verdict = aVerdict(report);
	});

	it('fits a comment with room for its marker, and says what is missing', () => {
		const body = atOnce(renderComment(report, verdict, { links }));

		expect(byteLength(body)).toBeLessThan(GITHUB.comment - 2000);
		expect(byteLength(body)).toBeGreaterThan(60_000);
		expect(body.split('\n', 1)[0]).toBe('### ❌ Drift audit: all 5,000 devices drifted; health 0 %, coverage 100 %');
		expect(body).toContain('`ntp server 192.0.2.1` in `interface Ethernet0` missing on **5,000 devices**');
		expect(body).toMatch(/Left out here for length: 4,900 table rows, .*diffs\. The \[full report\]/);
		expect(outlineGfm(body).openFence).toBe(false);
	});

	it('fits the issue that they share, its marker included', () => {
		const [action] = atOnce(planIssues({ key: 'audit/fleet', report, existing: [], maxDeviceIssues: 20, owners: [] }));
		if (action === undefined) throw new Error('no issue');

		const { body } = atOnce(renderIssue(action.about, { report, links, audit: null }));

		const marker = printIssueMarker(action.about.state);
		expect(byteLength(marker)).toBeGreaterThan(15_000);
		expect(byteLength(`${marker}\n${body}`)).toBeLessThan(GITHUB.comment);
		expect(body).toMatch(/Left out here for length: 4,800 table rows, /);
		expect(outlineGfm(body).openFence).toBe(false);
	});

	it('fits the pull request that adopts it all', () => {
		const files = report.devices.map(({ name, changes }) => ({
			device: name,
			path: `intended-configs/${name}.cfg`,
			adopted: changes,
			isWritten: changes.length > 0,
			refused: changes.slice(0, 1).map((change) => ({ change, reason: 'holds a login of this run' })),
		}));

		const { title, body } = atOnce(renderAdoption(files, { report, links }));

		expect(title).toBe('Adopt drift of 5,000 devices');
		expect(byteLength(body)).toBeLessThan(GITHUB.comment - 2000);
		expect(body).toMatch(/Left out here for length: [\d,]+ table rows, .*diffs\. The \[full report\]/);
		expect(outlineGfm(body).openFence).toBe(false);
	});

	it('fits a check run', () => {
		const { title, summary, text, annotations } = atOnce(renderCheck(report, verdict, { links }));

		expect(title.length).toBeLessThanOrEqual(255);
		expect(byteLength(summary)).toBeLessThan(GITHUB.check);
		expect(byteLength(text)).toBeLessThan(GITHUB.check);
		expect(annotations).toHaveLength(50);
	});

	it('fits a job summary', () => {
		expect(byteLength(atOnce(renderSummary(report, verdict, { links })))).toBeLessThan(GITHUB.summary - 40_000);
	});

	it('fits a SARIF upload even if nothing of it can be compressed', () => {
		const sarif = wholeText(renderSarif(report));

		expect(byteLength(sarif)).toBeLessThan(GITHUB.sarif);
		expect(JSON.parse(sarif).runs[0].results.length).toBeLessThanOrEqual(25_000);
		expect(sarif).toContain('left out for length');
	});

	it('fits the log of a step: so many annotations of each level, none longer than the runner takes', () => {
		const commands = atOnce(renderCommands(report));

		for (const level of ['failure', 'warning', 'notice']) {
			expect(commands.filter((command) => command.level === level).length).toBeLessThanOrEqual(10);
		}
		for (const { message } of commands) expect(message.length).toBeLessThanOrEqual(4096);
	});

	it('leaves nothing out of what is kept as files', { timeout: 60_000 }, () => {
		const names = (text: string): number => new Set(text.match(/access-\d+\.example\.net/g)).size;

		for (const { name, pieces } of reportFiles(report, verdict)) {
			if (!/json|junit/.test(name)) continue;
			const content = [...pieces].join('');
			expect(names(content), name).toBe(5000);
			expect(byteLength(content), name).toBeLessThan(GITHUB.blob);
		}
		expect(names(wholeText(renderTerminal(report, verdict, { colour: false, width: 120 })))).toBe(5000);
	});

	it('fits the results branch', () => {
		const runs = Array.from({ length: 100 }, () => summariseRun(report));
		const history = { latest: report, runs, masks: [], months: [] };

		expect(byteLength(wholeText(renderDashboard(history)))).toBeLessThan(GITHUB.blob / 10);
		expect(byteLength(wholeText(renderResultsReadme(history)))).toBeLessThan(500 * 1024);
	});
});

describe('a report in characters of four bytes', () => {
	it('is measured in bytes: as many characters would not fit', () => {
		const report = aReport({
			devices: Array.from({ length: 500 }, (_, device) =>
				aDevice({
					name: `edge-${device}`,
					changes: [aChange({ kind: 'extra', line: `description ${'🦑'.repeat(60)}` })],
				}),
			),
		});
		const verdict = aVerdict(report);

		const comment = atOnce(renderComment(report, verdict, { links }));
		const { summary, text } = atOnce(renderCheck(report, verdict, { links }));

		expect(comment.length).toBeLessThan(byteLength(comment) * 0.8);
		for (const document of [comment, summary, text]) {
			expect(Buffer.byteLength(document)).toBeLessThan(GITHUB.check);
			expect(document.isWellFormed()).toBe(true);
			expect(outlineGfm(document).openFence).toBe(false);
		}
	});
});

describe('one device that drowns the others', () => {
	it('leaves room for the devices behind it', () => {
		const flood = aDevice({
			name: 'flood',
			changes: Array.from({ length: 20_000 }, (_, index) =>
				aChange({ kind: 'extra', line: `line ${index} ${'`'.repeat(index % 50)}` }),
			),
		});
		const report = aReport({
			devices: [flood, aDevice({ name: 'quiet', changes: [aChange({ line: 'hostname quiet' })] })],
		});

		const body = atOnce(renderComment(report, aVerdict(report), { links }));

		expect(byteLength(body)).toBeLessThan(63_000);
		expect(body).toContain('<b>flood</b>');
		expect(body).toContain('-hostname quiet');
		expect(body).toMatch(/[\d,]+ more lines in the full report\./);
	});

	it('survives a line that is larger than the whole comment', () => {
		const report = aReport({
			devices: [
				aDevice({ changes: [aChange({ line: '`'.repeat(200_000) })] }),
				aDevice({ name: 'edge-02', changes: [aChange()] }),
			],
		});

		const body = atOnce(renderComment(report, aVerdict(report), { links }));

		expect(byteLength(body)).toBeLessThan(63_000);
		expect(body).toContain('<b>edge-02</b>');
		expect(outlineGfm(body).openFence).toBe(false);
	});
});
