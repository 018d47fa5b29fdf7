import { describe, expect, it } from 'vitest';
import { load, problemsOf } from './sample-fleet.ts';

const fleetWith = (history: string): string => `version: 1
intended: "{device}.cfg"
devices: { r1: { host: 192.0.2.1, platform: frr } }
history: ${history}
`;
const retention = (history: string) => load(fleetWith(history), { logins: 'unused' }).fleet.retention;

describe('history', () => {
	it('keeps reports no longer than runs', () => {
		expect(retention('{ keep: 30d }')).toEqual({ keepDays: 30, reportDays: 30 });
		expect(retention('{ reports: 400d }')).toEqual({ keepDays: null, reportDays: 400 });
	});

	it.each(['{ keep: 400 }', '{ keep: 0d }', '{ reports: 3 months }', '{ keep: 30d, reports: 31d }', '{ kept: 30d }'])(
		'refuses %s',
		(history) => {
			expect(problemsOf(fleetWith(history), { logins: 'unused' })).toHaveLength(1);
		},
	);
});
