import { describe, expect, it } from 'vitest';
import { groupFailures, rememberFailures } from '../../../src/reporting/group-failures.ts';

const failure = (name: string, message: string, reason: 'auth-failed' | 'unreachable' = 'auth-failed') => ({
	name,
	reason,
	message,
});
const REFUSED = 'refused the password. Login: credentials.lab';

describe('groupFailures', () => {
	it('tells once what happened to many, whatever their addresses', () => {
		const failures = [
			failure('a', `192.0.2.1:22 ${REFUSED}`),
			failure('b', '192.0.2.2:22 did not answer', 'unreachable'),
			failure('c', `[2001:db8::1]:830 ${REFUSED}`),
			failure('d', `192.0.2.4:22 ${REFUSED} as anna`),
		];

		const told = groupFailures(failures).map(({ devices, reason, message }) => [
			devices.map(({ name }) => name),
			reason,
			message,
		]);

		expect(told).toEqual([
			[['a', 'c'], 'login refused (auth-failed)', `each ${REFUSED}`],
			[['b'], 'unreachable', '192.0.2.2:22 did not answer'],
			[['d'], 'login refused (auth-failed)', `192.0.2.4:22 ${REFUSED} as anna`],
		]);
	});

	it('takes the name of a device for any name', () => {
		const failures = ['a.b', 'c'].map((name) =>
			failure(name, `intended/${name}.cfg does not exist. Make it with: fleet-drift fetch ${name} --write`),
		);

		expect(groupFailures(failures).map(({ message }) => message)).toEqual([
			'intended/DEVICE.cfg does not exist. Make it with: fleet-drift fetch DEVICE --write',
		]);
		// A stored report may hold any name.
		expect(groupFailures([failure('(a', 'no'), failure('[', 'no')])).toHaveLength(1);
		expect(groupFailures([failure('core', 'core-1 says no'), failure('edge', 'core-1 says no')])).toHaveLength(1);
	});

	it('leaves a sentence about what they share as it is', () => {
		const failures = ['a', 'b'].map((name) =>
			failure(name, 'bastion ams (192.0.2.9:22) did not answer', 'unreachable'),
		);

		expect(groupFailures(failures).map(({ message }) => message)).toEqual([
			'bastion ams (192.0.2.9:22) did not answer',
		]);
	});
});

describe('rememberFailures', () => {
	it('names the first device to which the same happened', () => {
		const firstLike = rememberFailures();

		expect(firstLike(failure('a', `192.0.2.1:22 ${REFUSED}`))).toBeNull();
		expect(firstLike(failure('b', '192.0.2.2:22 did not answer', 'unreachable'))).toBeNull();
		expect(firstLike(failure('c', `192.0.2.3:22 ${REFUSED}`))).toBe('a');
	});
});
