import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

	it('keeps to it whatever devices and intended files say', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				expect(problemsOf(report)).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});
});
