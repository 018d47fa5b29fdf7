import { describe, expect, it } from 'vitest';
import { driftFingerprint } from '../../../../src/domain/compare/drift-fingerprint.ts';
import { withClasses } from '../../../../src/domain/compare/with-classes.ts';
import type { Change, DriftReport } from '../../../../src/domain/drift-report.ts';
import { compareTexts } from '../../../support/compare-texts.ts';

describe('withClasses', () => {
	const { changes } = compareTexts({ intended: ['hostname a', 'mtu 9'], running: ['hostname a', 'shutdown', 'ntp 1'] });
	const classes = ['planned', 'drift', 'applied'] as const;
	const told: readonly Change[] = changes.map((change, index) => ({ ...change, class: classes[index] ?? null }));
	/** As comparing makes it, where making the diff and the fingerprint is not wanted. */
	const report: DriftReport = {
		...compareTexts({ intended: ['a'], running: ['a'] }),
		remarks: ['odd'],
		get diff(): string {
			throw new Error('the diff was asked for');
		},
		get fingerprint(): string {
			throw new Error('the fingerprint was asked for');
		},
	};

	it('makes the diff without what is applied, and the fingerprint of the drift, and only these', () => {
		expect(told).toHaveLength(3);

		const made = withClasses(report, told);

		expect(made).toMatchObject({ changes: told, remarks: ['odd'], ignored: [] });
		const shown = told.filter((change) => change.class !== 'applied');
		for (const { line } of shown) expect(made.diff).toContain(line);
		for (const { line } of told.filter((change) => change.class === 'applied')) expect(made.diff).not.toContain(line);
		expect(made.fingerprint).toBe(driftFingerprint(told.filter((change) => change.class === 'drift')));
	});
});
