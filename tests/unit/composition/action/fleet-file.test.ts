import { describe, expect, it } from 'vitest';
import { fleetFileOf } from '../../../../src/composition/action/fleet-file.ts';

const fileOf = (fleet: string): string =>
	fleetFileOf({ inputs: { fleet }, context: { workspace: '/home/runner/network' } });

describe('fleetFileOf', () => {
	it.each([
		['fleet.yml', 'fleet.yml'],
		['./fleet.yml', 'fleet.yml'],
		['net//core/../fleet.yml', 'net/fleet.yml'],
		['/home/runner/network/net/fleet.yml', 'net/fleet.yml'],
		['..fleet.yml', '..fleet.yml'],
	])('names %s as git does', (given, path) => {
		expect(fileOf(given)).toBe(path);
	});

	it.each(['..', '../fleet.yml', '/etc/fleet.yml', '/home/runner/network', '.'])('refuses %s', (given) => {
		expect(() => fileOf(given)).toThrow(/input fleet cannot be .* Name a file of this repository/);
	});
});
