import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { groupChanges } from '../../../src/reporting/group-changes.ts';
import { aChange, aDevice } from '../../support/report-fixtures.ts';

describe('groupChanges', () => {
	it('groups what says the same, whatever its line numbers, most devices first', () => {
		const rare = aChange({ line: 'hostname x' });
		const devices = [
			aDevice({ name: 'a', changes: [rare, aChange({ intendedLine: 1 })] }),
			aDevice({ name: 'b', changes: [rare, aChange({ intendedLine: 2 })] }),
			aDevice({ name: 'c', changes: [aChange({ intendedLine: 3 })] }),
		];

		expect(atOnce(groupChanges(devices)).map(({ change, devices: names }) => [change.line, names])).toEqual([
			['ntp server 192.0.2.1', ['a', 'b', 'c']],
			['hostname x', ['a', 'b']],
		]);
	});

	it('tells apart kind, lineage and class', () => {
		const devices = [
			aDevice({ name: 'a', changes: [aChange()] }),
			aDevice({ name: 'b', changes: [aChange({ kind: 'extra' })] }),
			aDevice({ name: 'c', changes: [aChange({ lineage: ['vrf x'] })] }),
			aDevice({ name: 'd', changes: [aChange({ class: 'planned' })] }),
		];

		expect(atOnce(groupChanges(devices))).toEqual([]);
	});

	it('counts a device once that has a change twice', () => {
		expect(atOnce(groupChanges([aDevice({ changes: [aChange(), aChange()] })]))).toEqual([]);
	});

	it('puts what matters more before what is more common', () => {
		const login = aChange({ line: 'username anna', severity: 'critical' });
		const label = aChange({ line: 'description x', severity: 'low' });
		const devices = [
			aDevice({ name: 'a', changes: [label, login] }),
			aDevice({ name: 'b', changes: [label, login] }),
			aDevice({ name: 'c', changes: [label] }),
		];

		expect(atOnce(groupChanges(devices)).map(({ change }) => change.line)).toEqual(['username anna', 'description x']);
	});
});
