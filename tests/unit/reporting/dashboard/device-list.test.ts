import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { type DeviceQuery, deviceRows, selectRows } from '../../../../src/reporting/dashboard/device-list.ts';
import { inventory } from '../../../../src/reporting/dashboard/inventory.ts';
import { aDevice } from '../../../support/report-fixtures.ts';

const fleet = [
	aDevice({ name: 'edge-10', site: 'fra' }),
	aDevice({ name: 'edge-2', site: 'ams' }),
	aDevice({ name: 'core-1', site: 'ams', role: 'core', platform: 'cisco_ios' }),
	aDevice({ name: 'lab', site: null, role: null }),
];
const open = [
	{ name: 'edge-2', status: 'unknown', since: null, detail: 'timed out' },
	{ name: 'edge-10', status: 'drifted', since: '2026-11-01T00:00:00.000Z', detail: '1 extra' },
	{ name: 'core-1', status: 'drifted', since: '2026-10-01T00:00:00.000Z', detail: '2 missing' },
] as const;
const rows = deviceRows(atOnce(inventory(fleet)), open);
const ALL: DeviceQuery = { text: '', platform: '', site: '', role: '', status: '', sort: 'status', descending: false };

const names = (query: Partial<DeviceQuery>): readonly string[] =>
	selectRows(rows, { ...ALL, ...query }).map(({ name }) => name);

describe('deviceRows', () => {
	it('puts the inventory and what is open together', () => {
		expect(rows.find(({ name }) => name === 'core-1')).toEqual({
			name: 'core-1',
			platform: 'cisco_ios',
			site: 'ams',
			role: 'core',
			status: 'drifted',
			rank: 2,
			since: '2026-10-01T00:00:00.000Z',
			detail: '2 missing',
		});
		expect(rows.find(({ name }) => name === 'lab')).toMatchObject({ site: '', role: '', status: 'in-sync' });
	});

	it('shows a device that is open also where an older inventory lacks it', () => {
		expect(deviceRows({ groups: [] }, open).map(({ name }) => name)).toEqual(['edge-2', 'edge-10', 'core-1']);
	});
});

describe('selectRows', () => {
	it('puts the worst first, as the report ranks them, and counts in names', () => {
		expect(names({})).toEqual(['edge-10', 'core-1', 'edge-2', 'lab']);
		expect(names({ sort: 'name' })).toEqual(['core-1', 'edge-2', 'edge-10', 'lab']);
		expect(names({ sort: 'name', descending: true })).toEqual(['lab', 'edge-10', 'edge-2', 'core-1']);
	});

	it('sorts by since when, the longest first, and what has no date last', () => {
		expect(names({ sort: 'since' })).toEqual(['core-1', 'edge-10', 'edge-2', 'lab']);
	});

	it('filters by part of a name, whatever its case, and by exact words', () => {
		expect(names({ text: ' EDGE ' })).toEqual(['edge-10', 'edge-2']);
		expect(names({ site: 'ams' })).toEqual(['core-1', 'edge-2']);
		expect(names({ site: 'ams', status: 'drifted' })).toEqual(['core-1']);
		expect(names({ role: 'edge', platform: 'cisco_ios' })).toEqual([]);
	});
});
