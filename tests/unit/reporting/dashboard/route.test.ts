import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SORT_KEYS } from '../../../../src/reporting/dashboard/device-list.ts';
import { formatRoute, parseRoute } from '../../../../src/reporting/dashboard/route.ts';

describe('parseRoute', () => {
	it('reads a link to a device', () => {
		expect(parseRoute('#device=edge-01')).toEqual({
			device: 'edge-01',
			text: '',
			platform: '',
			site: '',
			role: '',
			status: '',
			sort: 'status',
			descending: false,
		});
	});

	it('reads filters and order', () => {
		expect(parseRoute('#site=ams&status=drifted&sort=-since')).toMatchObject({
			site: 'ams',
			status: 'drifted',
			sort: 'since',
			descending: true,
		});
	});

	it('takes what it does not know for nothing', () => {
		expect(parseRoute('#status=purple&sort=__proto__&x=y')).toEqual(parseRoute(''));
	});
});

describe('formatRoute', () => {
	it('says nothing of the untouched page', () => {
		expect(formatRoute(parseRoute(''))).toBe('');
	});

	it('says what is read back', () => {
		const text = fc.string();
		const route = fc.record({
			device: text,
			text,
			platform: text,
			site: text,
			role: text,
			status: fc.constantFrom('', 'drifted', 'unknown', 'in-sync'),
			sort: fc.constantFrom(...SORT_KEYS),
			descending: fc.boolean(),
		});
		fc.assert(
			fc.property(route, (one) => {
				// URLs know no lone surrogates.
				fc.pre(Object.values(one).every((value) => String(value).isWellFormed()));

				expect(parseRoute(formatRoute(one))).toEqual(one);
			}),
		);
	});
});
