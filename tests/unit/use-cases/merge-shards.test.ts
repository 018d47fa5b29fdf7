import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import type { ReceivedShard } from '../../../src/domain/sharding/accept-shards.ts';
import { judge } from '../../../src/domain/verdict.ts';
import { mergeShards } from '../../../src/use-cases/merge-shards.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { aChange, aDevice, aVerdict } from '../../support/report-fixtures.ts';
import { aManifest, aShardReport, PLAN_HASH, received } from '../../support/shards.ts';

/** In the order of fleet.yml, which is not that of the shards. */
const fleet = ['d', 'a', 'c', 'b'].map((name) => aFleetDevice({ name }));
const manifest = aManifest([['a', 'b'], [], ['c', 'd']]);
const first = aShardReport(manifest, 1);
const third = aShardReport(manifest, 3);

function merge(shards: readonly ReceivedShard[], warnings: readonly string[] = []): FleetReport {
	return mergeShards({
		run: { devices: fleet, runId: manifest.runId, toolVersion: manifest.toolVersion, warnings },
		intended: { pathOf: ({ name }) => `intended/${name}.cfg` },
		plan: { manifest, hash: PLAN_HASH },
		received: shards,
	});
}

const states = ({ devices }: FleetReport): readonly string[] =>
	devices.map(({ name, status, reason }) => `${name} ${reason ?? status}`);

describe('mergeShards', () => {
	it('says of a part of the fleet that it is one, so that nobody takes the others for gone', () => {
		const part = mergeShards({
			run: { devices: fleet, selected: true, runId: manifest.runId, toolVersion: manifest.toolVersion, warnings: [] },
			intended: { pathOf: ({ name }) => `intended/${name}.cfg` },
			plan: { manifest, hash: PLAN_HASH },
			received: [received(third)],
		});

		expect(part.selected).toBe(true);
		expect(merge([received(third)]).selected).toBeUndefined();
	});

	it('makes one report of all shards, in the order of the fleet', () => {
		const report = merge([received(third), received(first)], ['an ignore rule has expired']);

		expect(states(report)).toEqual(['d in-sync', 'a in-sync', 'c in-sync', 'b in-sync']);
		expect(report).toMatchObject({
			schemaVersion: 1,
			tool: { version: '1.2.3' },
			mode: 'audit',
			runId: '4711-1',
			fleet: { devices: 4, reachable: 4, inSync: 4, health: 100, coverage: 100 },
			warnings: ['an ignore rule has expired'],
		});
		expect(aVerdict(report)).toMatchObject({ verdict: 'in-sync', conclusion: 'success', exitCode: 0 });
	});

	it('lasts from the start of the first shard to the end of the last', () => {
		const early = aShardReport(manifest, 1, { report: { startedAt: '2026-11-23T07:30:00.000Z', durationMs: 1_000 } });
		const late = aShardReport(manifest, 3, { report: { startedAt: '2026-11-23T07:31:00.000Z', durationMs: 5_000 } });

		expect(merge([received(late), received(early)])).toMatchObject({
			startedAt: '2026-11-23T07:30:00.000Z',
			durationMs: 65_000,
		});
		expect(merge([])).toMatchObject({ startedAt: manifest.plannedAt, durationMs: 0 });
	});

	it('counts the devices of a shard that is lost as unknown, and says why', () => {
		const report = merge([received(first)]);

		expect(states(report)).toEqual(['d not-reported', 'a in-sync', 'c not-reported', 'b in-sync']);
		expect(report.fleet).toMatchObject({ reachable: 2, unknown: 2, health: 100, coverage: 50 });
		expect(report.devices[0]).toMatchObject({
			reachable: false,
			intendedPath: 'intended/d.cfg',
			platform: 'a_platform',
		});
		expect(report.devices[0]?.message).toMatch(/^shard 3\/3, which had to audit it, did not report\. Look at the log/);
		expect(report.warnings).toEqual(['shard 3/3 did not report: its devices are unknown']);
	});

	it('is red where a shard is lost, whatever else is put up with', () => {
		const verdict = judge(merge([received(first)]), { scope: 'full', failOn: [], minHealth: null });

		expect(verdict).toMatchObject({ verdict: 'unknown', conclusion: 'action_required', exitCode: 3 });
	});

	it.each([
		[
			'of another run',
			aShardReport(manifest, 3, { report: { runId: '4712-1' } }),
			'it is of run 4712-1, and this is 4711-1',
		],
		['of an earlier attempt', aShardReport(manifest, 3, { report: { runId: '4711-0' } }), 'it is of run 4711-0'],
		[
			'of another version',
			aShardReport(manifest, 3, { report: { tool: { name: 'fleet-drift-audit', version: '1.2.4' } } }),
			'version 1.2.4 wrote it, and version 1.2.3 planned the run',
		],
		[
			'of another inventory',
			aShardReport(manifest, 3, { inventoryHash: 'c'.repeat(64) }),
			'its job saw another inventory',
		],
		['of another plan', aShardReport(manifest, 3, { manifest: 'c'.repeat(64) }), 'it belongs to another plan'],
		['of a shard that is not planned', aShardReport(manifest, 3, { shard: '4/4' }), 'the plan has no shard 4/4'],
		['of no shard', aShardReport(manifest, 3, { shard: '0/3' }), 'the plan has no shard 0/3'],
		[
			'with another shard’s devices',
			aShardReport(manifest, 1, { shard: '3/3' }),
			'a has an outcome but is not in the fleet',
		],
		[
			'without one of its devices',
			aShardReport(manifest, 3, { devices: [aDevice({ name: 'c' })] }),
			'd has no outcome',
		],
		[
			'with a device twice',
			aShardReport(manifest, 3, { devices: ['c', 'd', 'd'].map((name) => aDevice({ name })) }),
			'd has two outcomes',
		],
		[
			'with a device that was judged and never reached',
			aShardReport(manifest, 3, { devices: ['c', 'd'].map((name) => aDevice({ name, reachable: false })) }),
			'c was judged without having been reached',
		],
		['that cannot be read', null, 'it is not a shard report of this version, or it is cut short'],
	])('does not take a report %s', (_, report, why) => {
		const merged = merge([received(first), received(report, 'shards/x.json')]);

		expect(states(merged)).toEqual(['d not-reported', 'a in-sync', 'c not-reported', 'b in-sync']);
		expect(merged.warnings.join('\n')).toContain(`shards/x.json was not taken: `);
		expect(merged.warnings.join('\n')).toContain(why);
	});

	it('takes neither of two reports for one shard, were they equal', () => {
		const merged = merge([received(first), received(third, 'x/3.json'), received(third, 'a/3.json')]);

		expect(states(merged)).toEqual(['d not-reported', 'a in-sync', 'c not-reported', 'b in-sync']);
		expect(merged.warnings).toContain('shard 3/3 was reported 2 times, and none was taken: a/3.json, x/3.json');
	});

	it('takes the report of this run where one of an earlier attempt lies beside it', () => {
		const stale = aShardReport(manifest, 3, { report: { runId: '4711-0' } });

		expect(states(merge([received(stale, 'old.json'), received(third), received(first)]))).not.toContain(
			'd not-reported',
		);
	});

	it('keeps what the shards found', () => {
		const drifted = aDevice({ name: 'd', changes: [aChange({ line: 'shutdown' })] });
		const shard = aShardReport(manifest, 3, { devices: [aDevice({ name: 'c', status: 'unknown' }), drifted] });

		const report = merge([received(first), received(shard)]);

		expect(states(report)).toEqual(['d drifted', 'a in-sync', 'c timed-out', 'b in-sync']);
		expect(report.devices[0]).toEqual(drifted);
	});

	it('says when a shard was told to stop, and when keys differ', () => {
		const stopped = aShardReport(manifest, 3, {
			interrupted: true,
			keyCheck: '<secret:654321>',
			devices: ['c', 'd'].map((name) => aDevice({ name, status: 'unknown' })),
		});

		expect(merge([received(first), received(stopped)]).warnings).toEqual([
			expect.stringContaining('the shards had different fingerprint keys'),
			'the run ended before all devices were done: 2 of 4 are unknown for that reason',
		]);
	});
});
