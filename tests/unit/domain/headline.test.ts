import { describe, expect, it } from 'vitest';
import type { ChangeClass } from '../../../src/domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../../src/domain/fleet-report.ts';
import { headline } from '../../../src/domain/headline.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';

type Kind = 'inSync' | 'drifted' | 'conflict' | 'planned' | 'applied' | 'lost' | 'incomplete';

const changed = (...classes: readonly (ChangeClass | null)[]): Partial<DeviceReport> => ({
	changes: classes.map((kind) => aChange({ class: kind })),
});
const KINDS: Readonly<Record<Kind, Partial<DeviceReport>>> = {
	inSync: {},
	drifted: changed(null),
	conflict: changed('conflict'),
	planned: changed('planned', 'planned', 'planned'),
	applied: changed('applied', 'applied'),
	lost: { status: 'unknown', reason: 'unreachable', reachable: false },
	incomplete: { status: 'unknown', reason: 'incomplete', reachable: true },
};

/** So many devices of each kind. */
function fleetOf(counts: Partial<Record<Kind, number>>, overrides: Partial<FleetReport> = {}): FleetReport {
	const devices = Object.entries(KINDS).flatMap(([kind, device]) =>
		Array.from({ length: counts[kind as Kind] ?? 0 }, (_, index) => aDevice({ name: `${kind}-${index}`, ...device })),
	);
	return aReport({ ...overrides, devices });
}

describe('headline', () => {
	it.each([
		// All judged.
		[{ inSync: 1 }, 'the one device is in sync; health 100 %, coverage 100 %'],
		[{ inSync: 1500 }, 'all 1,500 devices in sync; health 100 %, coverage 100 %'],
		[{ drifted: 1 }, 'the one device drifted; health 0 %, coverage 100 %'],
		[{ drifted: 3 }, 'all 3 devices drifted; health 0 %, coverage 100 %'],
		[{ inSync: 2, drifted: 1 }, '1 of 3 devices drifted; health 66.67 %, coverage 100 %'],
		// None judged.
		[{ lost: 1 }, 'the one device is unknown; coverage 0 %, no device reachable'],
		[{ lost: 6 }, 'all 6 devices unknown; coverage 0 %, no device reachable'],
		[{ incomplete: 2 }, 'all 2 devices unknown; coverage 0 %, health 0 %'],
		[{ lost: 1, incomplete: 2 }, 'all 3 devices unknown; coverage 0 %, health 0 % of 2 reachable'],
		// Nothing drifted, as far as anybody can tell: what was not judged leads, and health does not stand first.
		[{ inSync: 1, lost: 5 }, '5 of 6 devices unknown, 1 in sync; coverage 16.67 %, health 100 % of 1 reachable'],
		[{ inSync: 3, lost: 1 }, '1 of 4 devices unknown, 3 in sync; coverage 75 %, health 100 % of 3 reachable'],
		[{ inSync: 3, incomplete: 1 }, '1 of 4 devices unknown, 3 in sync; coverage 75 %, health 75 %'],
		// Both: drift leads, unless most of the fleet is unknown.
		[
			{ inSync: 2, drifted: 1, lost: 1 },
			'1 of 4 devices drifted, 1 unknown; health 66.67 % of 3 reachable, coverage 75 %',
		],
		[
			{ inSync: 1, drifted: 1, lost: 2 },
			'1 of 4 devices drifted, 2 unknown; health 50 % of 2 reachable, coverage 50 %',
		],
		[
			{ inSync: 1, drifted: 1, lost: 4 },
			'4 of 6 devices unknown, 1 drifted; coverage 33.33 %, health 50 % of 2 reachable',
		],
		[{}, 'the fleet has no devices'],
	] satisfies [Partial<Record<Kind, number>>, string][])('tells of an audit of %j', (counts, text) => {
		expect(headline(fleetOf(counts))).toBe(text);
	});

	it.each([
		[{ inSync: 2 }, 'all 2 selected devices in sync; health 100 %, coverage 100 %'],
		[{ inSync: 1, drifted: 1 }, '1 of 2 selected devices drifted; health 50 %, coverage 100 %'],
		[{ inSync: 1, lost: 1 }, '1 of 2 selected devices unknown, 1 in sync; coverage 50 %, health 100 % of 1 reachable'],
		[{ lost: 1 }, 'the one selected device is unknown; coverage 0 %, no device reachable'],
	] satisfies [Partial<Record<Kind, number>>, string][])(
		'does not take a selection of %j for the fleet',
		(counts, text) => {
			expect(headline(fleetOf(counts, { selected: true }))).toBe(text);
		},
	);

	it.each([
		[{}, 'this change touches no device'],
		[{ inSync: 1 }, 'the one device is in sync; health 100 %, coverage 100 %'],
		[{ planned: 1 }, 'no drift on the one device, 3 changes planned; health 100 %, coverage 100 %'],
		[
			{ planned: 1, applied: 1, inSync: 1 },
			'no drift on 3 devices, 3 changes planned, 2 already applied; health 100 %, coverage 100 %',
		],
		[{ applied: 1 }, 'no drift on the one device, 2 changes already applied; health 100 %, coverage 100 %'],
		[{ planned: 1, drifted: 1 }, '1 of 2 devices drifted, 3 changes planned; health 50 %, coverage 100 %'],
		[
			{ planned: 1, drifted: 1, conflict: 1 },
			'2 of 3 devices drifted (1 in conflict), 3 changes planned; health 33.33 %, coverage 100 %',
		],
		[{ conflict: 1 }, 'the one device drifted (in conflict); health 0 %, coverage 100 %'],
		[
			{ planned: 1, lost: 1 },
			'1 of 2 devices unknown, 1 without drift, 3 changes planned; coverage 50 %, health 100 % of 1 reachable',
		],
		[{ lost: 2 }, 'all 2 devices unknown; coverage 0 %, no device reachable'],
	] satisfies [Partial<Record<Kind, number>>, string][])('tells of a pre-flight check of %j', (counts, text) => {
		expect(headline(fleetOf(counts, { mode: 'preflight' }))).toBe(text);
	});

	it('tells what a pull request plans for devices that nobody may ask', () => {
		const device = aDevice({ status: 'unknown', reachable: false, ...KINDS.planned });

		expect(headline(aReport({ mode: 'preflight', devices: [device] }))).toBe(
			'the one device is unknown, 3 changes planned; coverage 0 %, no device reachable',
		);
	});
});
