import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { driftFingerprint } from '../../../../src/domain/compare/drift-fingerprint.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { aPlatform } from '../../../support/a-platform.ts';
import { compareTexts } from '../../../support/compare-texts.ts';
import { aChange } from '../../../support/report-fixtures.ts';

const identityOf = (intended: readonly string[], running: readonly string[]): string | null =>
	compareTexts({ intended, running }).fingerprint;

describe('driftFingerprint', () => {
	it('is null without changes', () => {
		expect(driftFingerprint([])).toBeNull();
	});

	it('does not depend on line numbers or on where other lines stand', () => {
		expect(identityOf(['a', 'b', 'ntp x y'], ['a', 'b'])).toBe(identityOf(['ntp x y', 'b', '!', 'a'], ['b', 'a']));
	});

	it('does not depend on the order in which lines differ that have none', () => {
		const running = ['hostname x'];

		expect(identityOf(['hostname x', 'ntp x y', 'logging z'], running)).toBe(
			identityOf(['logging z', 'hostname x', 'ntp x y'], running),
		);
	});

	it('does not depend on the order of sections that have none', () => {
		const [one, other] = [['interface 1', ' ntp x y'] as const, ['interface 2', ' logging z'] as const];

		expect(identityOf([...one, ...other], [])).toBe(identityOf([...other, ...one], []));
	});

	it('tells which side lacks which line', () => {
		expect(identityOf(['ntp x y'], ['logging z'])).not.toBe(identityOf(['logging z'], ['ntp x y']));
	});

	it('tells kinds, places, lines and how often from each other', () => {
		const identities = [
			identityOf(['ntp x y'], []),
			identityOf([], ['ntp x y']),
			identityOf(['ntp x z'], []),
			identityOf(['interface 1', ' ntp x y'], ['interface 1']),
			identityOf(['ntp x y'], ['ntp x z']),
			identityOf(['ntp x y', 'ntp x y'], []),
		];

		expect(new Set(identities).size).toBe(identities.length);
	});

	it('is the same under every key: a drifted secret is the same drift in the next run', () => {
		const drift = (fingerprintKey: string): string | null =>
			calculateDiff('user a auth new\n', 'user a auth old\n', compileMasks(aPlatform(), { fingerprintKey }))
				.fingerprint;

		expect(drift('monday')).toBe(drift('tuesday'));
		expect(drift('monday')).not.toBeNull();
	});

	it('is the same when what is in the way is salted anew, and masked lines run on', () => {
		const drift = (running: readonly string[]): string | null => identityOf(['user a auth old', 'ntp x y'], running);

		expect(drift(['user a auth $1$salt', 'clock 1'])).toBe(drift(['clock 2', 'user a auth $1$other']));
	});

	it('does not mix up where one text ends and the next begins', () => {
		expect(driftFingerprint([aChange({ lineage: ['a'], line: 'b' })])).not.toBe(
			driftFingerprint([aChange({ lineage: [], line: 'a","b' })]),
		);
	});
});
