import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/domain/drift-report.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { renderAdoption } from '../../../../src/reporting/github/render-adoption.ts';
import { aChange, aReport } from '../../../support/report-fixtures.ts';

const links = { run: 'https://github.com/o/r/actions/runs/1', report: null, blob: 'https://github.com/o/r/blob/main' };

function bodyOf(adopted: readonly Change[]): string {
	const file = {
		device: 'edge-01',
		path: 'intended-configs/edge-01.cfg',
		adopted,
		isWritten: adopted.length > 0,
		refused: [],
	};
	return atOnce(renderAdoption([file], { report: aReport(), links })).body;
}

describe('renderAdoption', () => {
	it('counts the lines whose secrets are not written: those that run, and those that are intended', () => {
		const secret = 'username admin secret <secret:1f3a9c>';
		const adopted = [
			aChange({ kind: 'extra', line: secret }),
			aChange({ kind: 'changed', line: 'username ops nopassword', runningText: secret }),
			aChange({ kind: 'changed', line: secret, runningText: 'no username' }),
			aChange({ kind: 'extra', line: 'mtu 9000' }),
		];

		expect(bodyOf(adopted)).toContain('Secrets are not written: 3 lines got or kept a placeholder');
	});

	it('speaks of no secret where there is none', () => {
		expect(bodyOf([aChange({ kind: 'extra', line: 'mtu 9000' })])).not.toContain('Secrets are not written');
	});

	it('says how much it writes, of all files and of each', () => {
		const body = bodyOf([aChange({ kind: 'extra', line: 'mtu 9000' }), aChange({ kind: 'extra', line: 'ntp x' })]);

		expect(body).toContain('what the devices run into the intended files: 2 changes of 1 device.');
		expect(body).toMatch(/^\| edge-01 \| .*edge-01\.cfg\) \| 2 \| .*\|$/mu);
	});

	it('has no more than a few files read from the disk on end', () => {
		let reads = 0;
		const files = Array.from({ length: 600 }, (_, index) => ({
			device: `edge-${index}`,
			path: `intended-configs/edge-${index}.cfg`,
			isWritten: true,
			get adopted() {
				reads += 1;
				return [aChange({ kind: 'extra', line: 'mtu 9000' })];
			},
			get refused() {
				reads += 1;
				return [];
			},
		}));
		const readOnEnd: number[] = [];

		const steps = renderAdoption(files, { report: aReport(), links });
		for (let { done } = steps.next(); done !== true; { done } = steps.next()) {
			readOnEnd.push(reads);
			reads = 0;
		}

		expect(readOnEnd.some((count) => count > 0)).toBe(true);
		expect(Math.max(...readOnEnd)).toBeLessThan(5);
	});
});
