import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDetailsElsewhere } from '../../../../src/domain/device-details.ts';
import type { FleetReport } from '../../../../src/domain/fleet-report.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { renderSarif } from '../../../../src/reporting/files/render-sarif.ts';
import { hostileReport } from '../../../support/hostile-report.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';
import { aPreflightReport, aRichReport } from '../../../support/rich-report.ts';

const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
const isSarif = ajv.compile(
	JSON.parse(readFileSync(new URL('../../../support/sarif-schema.json', import.meta.url), 'utf8')),
);

/** What SARIF 2.1.0's official schema has against the rendering of a report. */
function problemsOf(report: FleetReport): string[] {
	const log: unknown = JSON.parse(wholeText(renderSarif(report)));
	return isSarif(log) ? [] : (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function resultsOf(report: FleetReport): readonly { readonly partialFingerprints: unknown }[] {
	return JSON.parse(wholeText(renderSarif(report))).runs[0].results;
}

describe('renderSarif', () => {
	it('keeps to the official schema', () => {
		expect(problemsOf(aRichReport())).toEqual([]);
		expect(problemsOf(aPreflightReport())).toEqual([]);
		expect(problemsOf(aReport())).toEqual([]);
	});

	it('keeps to it where results had to be left out', () => {
		const changes = Array.from({ length: 30_000 }, (_, index) => aChange({ line: `line ${index}` }));

		expect(problemsOf(aReport({ devices: [aDevice({ changes })] }))).toEqual([]);
	});

	it('has as many results as GitHub takes where they are short, and reads no device behind them', () => {
		const reads: string[] = [];
		const changes = Array.from({ length: 25_000 }, (_, index) => aChange({ line: `${index}` }));
		const devices = ['a', 'b'].map((name) => {
			const device = aDevice({ name, changes: name === 'a' ? changes : changes.slice(0, 1) });
			return withDetailsElsewhere(device, () => {
				reads.push(name);
				return device;
			});
		});

		const [run] = JSON.parse(wholeText(renderSarif(aReport({ devices })))).runs;

		expect(run.results).toHaveLength(25_000);
		expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^left out for length: 1 result;/);
		expect(new Set(reads)).toEqual(new Set(['a']));
	});

	it('keeps to it whatever devices and intended files say', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				expect(problemsOf(report)).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});

	it('says of each device of an audit that it was not judged, so that nobody takes it for in sync', () => {
		const device = aDevice({ status: 'unknown', reason: 'unreachable', changes: [] });

		expect(resultsOf(aReport({ devices: [device] }))).toMatchObject([
			{ ruleId: 'drift/not-judged', message: { text: `${device.name}: not judged: unreachable` } },
		]);
		expect(resultsOf(aReport({ mode: 'preflight', devices: [device] }))).toEqual([]);
	});

	it('knows a change again whose secrets have other fingerprints in every run', () => {
		const printOf = (line: string): unknown =>
			resultsOf(aReport({ devices: [aDevice({ changes: [aChange({ line })] })] }))[0]?.partialFingerprints;
		const long = 'x'.repeat(400);

		expect(printOf('enable secret 9 <secret:1f3a9c>')).toEqual(printOf('enable secret 9 <secret:aaaaaa>'));
		expect(printOf(`${long} 1`)).not.toEqual(printOf(`${long} 2`));
	});
});
