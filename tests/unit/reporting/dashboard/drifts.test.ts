import { describe, expect, it } from 'vitest';
import { pageDrifts } from '../../../../src/reporting/dashboard/drifts.ts';
import { aChange, aDevice } from '../../../support/report-fixtures.ts';

describe('pageDrifts', () => {
	it.each([
		[2, [2, 0]],
		[301, [300, 1]],
	])('shows of %d changes the first, and says how many more there are', (count, expected) => {
		const device = aDevice({ changes: Array.from({ length: count }, () => aChange()) });

		expect([...pageDrifts([device])].map(({ changes, more }) => [changes.length, more])).toEqual([expected]);
	});
});
