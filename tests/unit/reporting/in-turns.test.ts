import { describe, expect, it } from 'vitest';
import { redactReport } from '../../../src/composition/run/redact-report.ts';
import { withDetailsElsewhere } from '../../../src/domain/device-details.ts';
import type { DeviceReport, FleetReport, Mode } from '../../../src/domain/fleet-report.ts';
import { judge } from '../../../src/domain/verdict.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { renderJson } from '../../../src/reporting/files/render-json.ts';
import { renderJunit } from '../../../src/reporting/files/render-junit.ts';
import { renderMarkdown } from '../../../src/reporting/files/render-markdown.ts';
import { renderSarif } from '../../../src/reporting/files/render-sarif.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderCommands } from '../../../src/reporting/github/render-commands.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { renderSummary } from '../../../src/reporting/github/render-summary.ts';
import { NO_LINKS } from '../../../src/reporting/markdown/links.ts';
import { rankDevices } from '../../../src/reporting/rank-devices.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { aChange, aDevice, aReport, aVerdict } from '../../support/report-fixtures.ts';

const DEVICES = 200;

/** More than fit into a piece of a file, which is 64 KiB. */
const MOST_AT_ONCE = 50;

/** Each takes some milliseconds where there are 10,000 devices. */
const MOST_LOOKS_ON_END = 3;

/** A fleet of which every device has much to tell, and all the same; `read` holds whose details somebody has asked for. */
function aSpooledFleet(mode: Mode): { readonly report: FleetReport; readonly read: Set<string> } {
	const read = new Set<string>();
	const devices = Array.from({ length: DEVICES }, (_, index): DeviceReport => {
		const name = `edge-${index}`;
		const classOf = mode === 'audit' ? null : 'drift';
		const changes = Array.from({ length: 20 }, (__, at) =>
			aChange({ line: `ntp server 192.0.2.${at} ${'x'.repeat(100)}`, class: classOf }),
		);
		const details = { changes, diff: changes.map(({ line }) => `-${line}\n`).join(''), remediation: [] };
		return withDetailsElsewhere({ ...aDevice({ name, status: 'drifted' }), ...details }, () => {
			read.add(name);
			return details;
		});
	});
	return { report: aReport({ devices, mode }), read };
}

const verdict = aVerdict(aReport());
const links = NO_LINKS;
const forms: readonly (readonly [name: string, render: (report: FleetReport) => Iterable<unknown>])[] = [
	['report.json', renderJson],
	['report.md', (report) => renderMarkdown(report, verdict)],
	['report.html', (report) => renderHtml(report, verdict)],
	['report.sarif', renderSarif],
	['report.junit.xml', renderJunit],
	['the terminal', (report) => renderTerminal(report, verdict, { colour: false, width: 80, remediation: true })],
	['a comment', (report) => renderComment(report, verdict, { links })],
	['a job summary', (report) => renderSummary(report, verdict, { links })],
	['a check', (report) => renderCheck(report, verdict, { links })],
	['commands in the log', renderCommands],
];

describe.each(['audit', 'preflight'] as const)('a large fleet, %s', (mode) => {
	it.each(forms)('has places to give way in %s: never between many devices', (_name, render) => {
		const { report, read } = aSpooledFleet(mode);
		const all = new Set<string>();
		let most = 0;

		for (const _piece of render(report)) {
			most = Math.max(most, read.size);
			for (const name of read) all.add(name);
			read.clear();
		}

		expect(Math.max(most, read.size)).toBeLessThan(MOST_AT_ONCE);
		expect(all.union(read).size).toBe(DEVICES);
	});

	it.each(forms)('has places to give way in %s: not many sections look at all devices on end', (_name, render) => {
		const { report } = aSpooledFleet(mode);
		let looks = 0;
		let most = 0;
		const looked = Object.defineProperty({ ...report }, 'devices', {
			get: () => {
				looks += 1;
				return report.devices;
			},
			enumerable: true,
		});

		for (const _piece of render(looked)) {
			most = Math.max(most, looks);
			looks = 0;
		}

		expect(Math.max(most, looks)).toBeLessThanOrEqual(MOST_LOOKS_ON_END);
	});

	it('is judged, ranked and redacted without reading what differs', () => {
		const { report, read } = aSpooledFleet(mode);

		judge(report, { scope: 'full', failOn: ['drift', 'conflict'], minHealth: null });
		rankDevices(report.devices);
		for (const _step of redactReport(report, (text) => text));

		expect([...read]).toEqual([]);
	});
});
