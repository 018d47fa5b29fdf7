import { describe, expect, it } from 'vitest';
import type { ChangeClass } from '../../../../src/domain/drift-report.ts';
import type { FleetReport } from '../../../../src/domain/fleet-report.ts';
import { deviceDiffs } from '../../../../src/reporting/markdown/device-diffs.ts';
import { NO_LINKS } from '../../../../src/reporting/markdown/links.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

const line = (kind: ChangeClass | null, text: string) => aChange({ class: kind, lineage: [], line: text });
const preflight = (...changes: readonly ReturnType<typeof line>[]): FleetReport =>
	aReport({ mode: 'preflight', devices: [aDevice({ changes })] });
const levels = (report: FleetReport): readonly string[] => deviceDiffs(report, NO_LINKS).parts[0]?.levels ?? [];

describe('deviceDiffs', () => {
	it('sets what is planned apart from drift and conflicts, the worst first', () => {
		const [text = ''] = levels(preflight(line('planned', 'a'), line('drift', 'b'), line('conflict', 'c')));

		expect(text.match(/\*\*\w+\*\*|^-\w$/gmu)).toEqual(['**Conflict**', '-c', '**Drift**', '-b', '**Planned**', '-a']);
	});

	it('says that signs are the other way round in the diff of a pull request where something is planned, and nowhere else', () => {
		const legend = /opposite sign in the diff of the pull request: a line that it adds is `-` here/u;

		expect(deviceDiffs(preflight(line('planned', 'a')), NO_LINKS).heading).toMatch(legend);
		expect(deviceDiffs(preflight(line('drift', 'a')), NO_LINKS).heading).not.toMatch(legend);
		expect(deviceDiffs(aReport({ devices: [aDevice({ changes: [line(null, 'a')] })] }), NO_LINKS).heading).not.toMatch(
			legend,
		);
	});

	it('leaves out what already runs as the change wants it', () => {
		const [text] = levels(preflight(line('planned', 'a'), line('applied', 'done')));

		expect(text).not.toContain('done');
	});

	it('keeps the worst lines where it has to be short, and counts the others', () => {
		const many = Array.from({ length: 100 }, (_, index) => line('planned', `planned ${index}`));
		const short = levels(preflight(...many, line('conflict', 'worst'))).at(-1) ?? '';

		expect(short).toContain('-worst');
		expect(short).toContain('-planned 0');
		expect(short).not.toContain('-planned 50');
		expect(short).toMatch(/\d\d more lines in the full report/u);
	});
});
