import { describe, expect, it } from 'vitest';
import { amended, composed, hasDetailsElsewhere, withDetailsElsewhere } from '../../../src/domain/device-details.ts';
import { aChange, aDevice } from '../../support/report-fixtures.ts';

describe('withDetailsElsewhere', () => {
	const device = { ...aDevice({ changes: [aChange()] }), remediation: ['ntp server 192.0.2.1'] };

	it('reads as the report that it was made of, in the same order', () => {
		const elsewhere = withDetailsElsewhere(device, () => device);

		expect(JSON.stringify(elsewhere)).toBe(JSON.stringify(device));
		expect([hasDetailsElsewhere(device), hasDetailsElsewhere(elsewhere)]).toEqual([false, true]);
	});

	it('keeps nothing of the details', () => {
		const empty = { changes: [], diff: '', remediation: [] };

		expect(withDetailsElsewhere(device, () => empty)).toMatchObject(empty);
	});

	it('adds no remediation to a report that has none', () => {
		const { remediation, ...without } = device;

		expect(withDetailsElsewhere(without, () => without)).not.toHaveProperty('remediation');
	});
});

describe('amended', () => {
	it('leaves details where they lie', () => {
		const device = aDevice({ changes: [aChange()] });
		let reads = 0;
		const elsewhere = withDetailsElsewhere(device, () => {
			reads += 1;
			return device;
		});

		const copy = amended(elsewhere, { since: '2026-11-01T00:00:00.000Z' });

		expect(reads).toBe(0);
		expect(copy).toEqual({ ...device, since: '2026-11-01T00:00:00.000Z' });
		expect(elsewhere).not.toHaveProperty('since');
	});
});

describe('composed', () => {
	const device = { ...aDevice({ changes: [aChange()] }), remediation: ['ntp server 192.0.2.1'] };
	const first = { status: 'in-sync', since: null, changes: [], own: 1 };
	const last = { lines: 12, status: 'drifted' };

	it('is what spreading the parts gives, in the same order, wherever details lie', () => {
		const expected = JSON.stringify({ ...first, ...device, ...last });

		expect(JSON.stringify(composed([first, device, last]))).toBe(expected);
		expect(JSON.stringify(composed([first, withDetailsElsewhere(device, () => device), last]))).toBe(expected);
	});

	it('leaves out what it is told to, and details where they lie', () => {
		const elsewhere = withDetailsElsewhere(device, () => {
			throw new Error('read');
		});
		const { diff, masked, ...rest } = device;

		const copy = composed<typeof rest>([elsewhere, last], new Set(['diff', 'masked']));

		expect(hasDetailsElsewhere(copy)).toBe(true);
		expect(Object.keys(copy)).toEqual([...Object.keys(rest), 'lines']);
		expect(composed([device, last], new Set(['diff', 'masked']))).toEqual({ ...rest, ...last });
	});

	it('takes what another part says in place of details that lie elsewhere', () => {
		const elsewhere = withDetailsElsewhere(device, () => device);

		expect(composed([elsewhere, { diff: '' }])).toMatchObject({ diff: '', changes: device.changes });
	});
});
