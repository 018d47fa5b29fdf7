import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/domain/drift-report.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { renderAdoption } from '../../../../src/reporting/github/render-adoption.ts';
import { aChange, aReport } from '../../../support/report-fixtures.ts';

const links = { run: 'https://github.com/o/r/actions/runs/1', report: null, blob: 'https://github.com/o/r/blob/main' };

function bodyOf(adopted: readonly Change[]): string {
	const file = { device: 'edge-01', path: 'intended-configs/edge-01.cfg', adopted, refused: [] };
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
});
