import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withDetailsElsewhere } from '../../../../src/domain/device-details.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { isStoredFrom, storedReport } from '../../../../src/infrastructure/results-branch/stored-report.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';
import { aRichReport } from '../../../support/rich-report.ts';

describe('storedReport', () => {
	const report = aRichReport();
	const digest = createHash('sha256').update(JSON.stringify(report)).digest('hex');
	const everybody = new Set(report.devices.map(({ name }) => name));

	it('is the whole report with its digest where every device is new', () => {
		const text = wholeText(storedReport(report, everybody));

		expect(text).toBe(`${JSON.stringify({ ...report, digest }, null, '\t')}\n`);
		expect(atOnce(isStoredFrom(JSON.parse(text), report))).toBe(true);
		expect(atOnce(isStoredFrom(JSON.parse(text), { ...report, warnings: ['another'] }))).toBe(false);
	});

	it('is compared with the report of a run a device at a time', () => {
		const steps = isStoredFrom(JSON.parse(wholeText(storedReport(report, everybody))), report);

		expect([...steps].length).toBeGreaterThanOrEqual(report.devices.length);
	});

	it('comes in pieces, and reads a large fleet a few devices at a time', () => {
		const read = new Set<string>();
		const details = { changes: Array(20).fill(aChange({ line: 'x'.repeat(200) })), diff: '-x\n' };
		const devices = Array.from({ length: 200 }, (_, index) => {
			const name = `edge-${index}`;
			return withDetailsElsewhere({ ...aDevice({ name }), ...details }, () => {
				read.add(name);
				return details;
			});
		});
		let most = 0;

		for (const _piece of storedReport(aReport({ devices }), new Set(devices.map(({ name }) => name)))) {
			most = Math.max(most, read.size);
			read.clear();
		}

		expect(most).toBeGreaterThan(0);
		expect(most).toBeLessThan(50);
	});
});
