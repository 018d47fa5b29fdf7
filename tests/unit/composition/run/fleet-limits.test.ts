import { describe, expect, it } from 'vitest';
import { limitNames, limitsOf } from '../../../../src/composition/run/fleet-limits.ts';
import { testDevice } from '../../../support/ssh/ssh-fixtures.ts';

const bastionsOf = new Map([
	['direct', []],
	['near', ['outer']],
	['far', ['inner', 'outer']],
]);
const concurrency = { fleet: 50, perBastion: 20, perGroup: new Map([['tacacs', 10]]) };

describe('limits of a fleet', () => {
	it('hold for the fleet, every bastion on the way, and groups', () => {
		expect([...limitsOf({ concurrency, bastionsOf })]).toEqual([
			['fleet', 50],
			['bastion outer', 20],
			['bastion inner', 20],
			['group tacacs', 10],
		]);
	});

	it('count a device against each bastion of its chain', () => {
		const namesOf = (name: string, groups: string[] = []) =>
			limitNames(testDevice({ name, port: 22, groups }), { bastionsOf });

		expect(namesOf('direct')).toEqual(['fleet']);
		expect(namesOf('near', ['tacacs'])).toEqual(['fleet', 'bastion outer', 'group tacacs']);
		expect(namesOf('far')).toEqual(['fleet', 'bastion inner', 'bastion outer']);
	});
});
