import { describe, expect, it } from 'vitest';
import { annotationLines } from '../../../../src/reporting/github/annotation-line.ts';
import { aChange } from '../../../support/report-fixtures.ts';

const uplink = { lineage: ['interface Ethernet1'] };

describe('annotationLines', () => {
	it('takes the intended line where there is one', () => {
		expect(annotationLines([aChange({ intendedLine: 40 })])).toEqual([40]);
	});

	it('puts an extra line on its parent if that is known', () => {
		const parent = aChange({ kind: 'moved', line: 'interface Ethernet1', intendedLine: 10 });

		expect(annotationLines([parent, aChange({ ...uplink, kind: 'extra', line: 'shutdown' })])).toEqual([10, 10]);
	});

	it('else behind the change before it in the same section, else on the first line', () => {
		const extra = aChange({ ...uplink, kind: 'extra', line: 'shutdown' });
		const elsewhere = aChange({ kind: 'extra', lineage: ['interface Ethernet2'], line: 'shutdown' });

		expect(annotationLines([extra, aChange({ ...uplink, intendedLine: 12 }), extra, elsewhere])).toEqual([
			1, 12, 12, 1,
		]);
	});
});
