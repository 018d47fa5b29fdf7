import { describe, expect, it } from 'vitest';
import { limitNames, limitsOf } from '../../../src/composition/fleet-limits.ts';
import { testBastion } from '../../support/ssh/fetch-fleet.ts';
import { testConnection, testDevice } from '../../support/ssh/ssh-fixtures.ts';

const outer = testBastion({ port: 1, fingerprint: '' }, { name: 'outer' });
const inner = testBastion({ port: 2, fingerprint: '' }, { name: 'inner', bastion: outer });
const connections = new Map([
	['direct', testConnection()],
	['near', testConnection({ bastion: outer })],
	['far', testConnection({ bastion: inner })],
]);
const concurrency = { fleet: 50, perBastion: 20, perGroup: new Map([['tacacs', 10]]) };

describe('limits of a fleet', () => {
	it('hold for the fleet, every bastion on the way, and groups', () => {
		expect([...limitsOf({ concurrency, connections })]).toEqual([
			['fleet', 50],
			['bastion outer', 20],
			['bastion inner', 20],
			['group tacacs', 10],
		]);
	});

	it('count a device against each bastion of its chain', () => {
		const namesOf = (name: string, groups: string[] = []) =>
			limitNames(testDevice({ name, port: 22, groups }), { connections });

		expect(namesOf('direct')).toEqual(['fleet']);
		expect(namesOf('near', ['tacacs'])).toEqual(['fleet', 'bastion outer', 'group tacacs']);
		expect(namesOf('far')).toEqual(['fleet', 'bastion inner', 'bastion outer']);
	});
});
