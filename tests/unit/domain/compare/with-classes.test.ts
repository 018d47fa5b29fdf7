import { describe, expect, it } from 'vitest';
import { driftFingerprint } from '../../../../src/domain/compare/drift-fingerprint.ts';
import { withClasses } from '../../../../src/domain/compare/with-classes.ts';
import type { Change } from '../../../../src/domain/drift-report.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { compareTexts } from '../../../support/compare-texts.ts';

describe('withClasses', () => {
	const { changes } = compareTexts({ intended: ['hostname a', 'mtu 9'], running: ['hostname a', 'shutdown', 'ntp 1'] });
	const classes = ['planned', 'drift', 'applied'] as const;
	const told: readonly Change[] = changes.map((change, index) => ({ ...change, class: classes[index] ?? null }));
	const compared = { ...compareTexts({ intended: ['a'], running: ['a'] }), remarks: ['odd'] };

	it('makes the diff without what is applied, and the fingerprint of the drift', () => {
		expect(told).toHaveLength(3);

		const made = atOnce(withClasses(compared, told));

		expect(made).toMatchObject({ changes: told, remarks: ['odd'], ignored: [] });
		const shown = told.filter((change) => change.class !== 'applied');
		for (const { line } of shown) expect(made.diff).toContain(line);
		for (const { line } of told.filter((change) => change.class === 'applied')) expect(made.diff).not.toContain(line);
		expect(made.fingerprint).toBe(driftFingerprint(told.filter((change) => change.class === 'drift')));
	});
});
