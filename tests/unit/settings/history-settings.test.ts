import { describe, expect, it } from 'vitest';
import { load, problemsOf } from './sample-fleet.ts';

const fleetWith = (history: string): string => `version: 1
intended: "{device}.cfg"
devices: { r1: { host: 192.0.2.1, platform: frr } }
history: ${history}
`;
const retention = (history: string) => load(fleetWith(history), { logins: 'unused' }).fleet.history.retention;

describe('history', () => {
	it('keeps reports no longer than runs', () => {
		expect(retention('{ keep: 30d }')).toEqual({ keepDays: 30, reportDays: 30 });
		expect(retention('{ reports: 400d }')).toEqual({ keepDays: null, reportDays: 400 });
	});

	it('keeps configs and names a committer only where it is told to', () => {
		const settings = (history: string) => load(fleetWith(history), { logins: 'unused' }).fleet.history;

		expect(settings('{ keep: 30d }')).toMatchObject({ storeConfigs: false, committer: null });
		expect(settings('{ store-configs: redacted, committer: "Drift <drift@example.net>" }')).toMatchObject({
			storeConfigs: true,
			committer: { name: 'Drift', email: 'drift@example.net' },
		});
	});

	it.each([
		'{ store-configs: plain }',
		'{ store-configs: true }',
		'{ committer: drift@example.net }',
		'{ committer: "a <b>" }',
	])('takes %s for a mistake', (history) => {
		expect(problemsOf(fleetWith(history), { logins: 'unused' })).toHaveLength(1);
	});

	it.each(['{ keep: 400 }', '{ keep: 0d }', '{ reports: 3 months }', '{ keep: 30d, reports: 31d }', '{ kept: 30d }'])(
		'refuses %s',
		(history) => {
			expect(problemsOf(fleetWith(history), { logins: 'unused' })).toHaveLength(1);
		},
	);
});
