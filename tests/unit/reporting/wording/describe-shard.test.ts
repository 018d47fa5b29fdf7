import { expect, it } from 'vitest';
import { describeShard } from '../../../../src/reporting/wording/describe-shard.ts';

it('tells what a shard came to, in numbers as everywhere', () => {
	const found = { devices: 1059, reachable: 1059, inSync: 1055, drifted: 4, unknown: 0, health: 99.62, coverage: 100 };

	expect(describeShard({ number: 2, count: 4 }, found)).toBe(
		'shard 2/4: 1,059 devices, 1,055 in sync, 4 drifted, 0 unknown',
	);
});
