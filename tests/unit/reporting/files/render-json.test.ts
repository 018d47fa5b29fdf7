import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../../src/reporting/files/render-json.ts';
import { fleetHistory } from '../../../support/at-once.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';
import { aRichReport } from '../../../support/rich-report.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\n  "devices": []'), fc.constant('"devices": []'));

describe('renderJson', () => {
	it.each([
		['a report', aRichReport()],
		['a report without devices', aReport()],
	])('is %s to the letter', (_, report) => {
		expect([...renderJson(report)].join('')).toBe(`${JSON.stringify(report, null, 2)}\n`);
	});

	it('is that whatever stands in it', () => {
		fc.assert(
			fc.property(fc.array(text), fc.array(text), (lines, warnings) => {
				const devices = lines.map((line) => aDevice({ changes: [aChange({ line, lineage: lines })] }));
				const report = aReport({ devices, warnings });

				expect([...renderJson(report)].join('')).toBe(`${JSON.stringify(report, null, 2)}\n`);
			}),
			{ numRuns: 50 },
		);
	});

	it('comes in pieces of about equal length', () => {
		const devices = Array.from({ length: 2_000 }, () => aDevice({ changes: [aChange()] }));
		const lengths = Array.from(renderJson(aReport({ devices })), (piece) => piece.length);

		expect(lengths.length).toBeGreaterThan(10);
		expect(Math.max(...lengths)).toBeLessThan(70_000);
	});

	it('is a history in such pieces, too', () => {
		const timelines = Array.from({ length: 2_000 }, (_, index) => ({
			schemaVersion: 1 as const,
			name: `edge-${index}`,
			transitions: [
				{ at: '2026-11-20T06:00:00.000Z', runId: '1', status: 'drifted' as const, reason: null, fingerprint: 'f' },
			],
		}));
		const past = { lastAudit: null, runs: [], timelines, asked: new Set<string>(), drifts: [], masks: [] };
		const history = fleetHistory(past, { since: 0, now: Date.parse('2026-11-21T00:00:00Z'), unseenDays: 7 });

		const pieces = [...renderJson(history)];

		expect(pieces.join('')).toBe(`${JSON.stringify(history, null, 2)}\n`);
		expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
	});
});
