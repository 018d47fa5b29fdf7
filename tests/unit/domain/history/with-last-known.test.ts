import { describe, expect, it } from 'vitest';
import type { Transition } from '../../../../src/domain/history/device-timeline.ts';
import { withLastKnown } from '../../../../src/domain/history/with-last-known.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

const at = '2026-11-02T04:17:00.000Z';

function told(transition: Partial<Transition> | null, fingerprint: string | null = 'abc'): string | null {
	const report = aReport({
		mode: 'preflight',
		devices: [
			aDevice({ name: 'edge-01', status: 'unknown', reason: 'unreachable', message: 'not asked', fingerprint }),
		],
	});
	const transitions =
		transition === null
			? []
			: [{ at, runId: '1', status: 'in-sync', reason: null, fingerprint: null, ...transition } as const];
	const [device] = atOnce(withLastKnown(report, [{ schemaVersion: 1, name: 'edge-01', transitions }])).devices;
	return device?.message ?? null;
}

describe('withLastKnown', () => {
	it('says since when the device has been as the last audit found it', () => {
		expect(told({})).toBe('not asked. The last audits found it in sync since 2026-11-02');
		expect(told({ status: 'unknown', reason: 'timed-out' })).toContain('found it unknown since 2026-11-02');
	});

	it('tells a change that adopts the drift from one that meets it', () => {
		expect(told({ status: 'drifted', fingerprint: 'abc' })).toContain(
			'and this change writes that drift into the file',
		);
		expect(told({ status: 'drifted', fingerprint: 'def' })).toContain('by something else than this change');
		expect(told({ status: 'drifted', fingerprint: null }, null)).toContain('by something else than this change');
	});

	it('does not answer for secrets, which drift is not known by', () => {
		const device = aDevice({
			name: 'edge-01',
			status: 'unknown',
			reason: 'unreachable',
			fingerprint: 'abc',
			changes: [aChange({ line: 'enable secret 9 <secret:1f3a9c>', class: 'planned' })],
		});
		const transitions = [{ at, runId: '1', status: 'drifted', reason: null, fingerprint: 'abc' } as const];

		const { devices } = atOnce(
			withLastKnown(aReport({ mode: 'preflight', devices: [device] }), [
				{ schemaVersion: 1, name: 'edge-01', transitions },
			]),
		);

		expect(devices[0]?.message).toContain('whether its secrets are those that run is not known');
	});

	it('says nothing of a device that no audit has seen', () => {
		expect(told(null)).toBe('not asked');
	});
});
