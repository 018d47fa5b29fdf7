import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceReport, FleetReport } from '../../../src/domain/fleet-report.ts';
import type { ReceivedShard } from '../../../src/domain/sharding/accept-shards.ts';
import type { ShardManifest } from '../../../src/domain/sharding/shard-manifest.ts';
import { mergeShards } from '../../../src/use-cases/merge-shards.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { aChange, aDevice, aVerdict } from '../../support/report-fixtures.ts';
import { aManifest, aShardReport, PLAN_HASH, received } from '../../support/shards.ts';

const outcome = fc.constantFrom<Partial<DeviceReport>>({}, { status: 'unknown' }, { changes: [aChange()] });

/** A plan, and what each of its jobs found. */
const sharded = fc.array(fc.array(outcome, { maxLength: 4 }), { minLength: 1, maxLength: 6 }).map((shards) => {
	const manifest = aManifest(shards.map((found, shard) => found.map((_, at) => `d${shard}-${at}`)));
	const reports = shards.flatMap((found, shard) =>
		found.length === 0
			? []
			: [
					aShardReport(manifest, shard + 1, {
						devices: found.map((each, at) => aDevice({ name: `d${shard}-${at}`, ...each })),
					}),
				],
	);
	return { manifest, reports };
});

/** What may happen to the report of a shard on its way. */
const fate = fc.constantFrom(
	'arrives',
	'is lost',
	'arrives twice',
	'is cut short',
	'is of an earlier attempt',
	'is of another plan',
);

function merge(manifest: ShardManifest, shards: readonly ReceivedShard[]): FleetReport {
	return mergeShards({
		run: {
			devices: manifest.shards.flat().map((name) => aFleetDevice({ name })),
			runId: manifest.runId,
			toolVersion: manifest.toolVersion,
			warnings: [],
		},
		intended: { pathOf: ({ name }) => `${name}.cfg` },
		plan: { manifest, hash: PLAN_HASH },
		received: shards,
	});
}

describe('mergeShards', () => {
	it('does not depend on the order of the reports', () => {
		fc.assert(
			fc.property(
				sharded.chain(({ manifest, reports }) => {
					const files = [...reports, ...reports.slice(0, 2), null, null].map((report, at) =>
						received(report, `${at}.json`),
					);
					return fc.tuple(fc.constant({ manifest, files }), fc.shuffledSubarray(files, { minLength: files.length }));
				}),
				([{ manifest, files }, shuffled]) => {
					expect(merge(manifest, shuffled)).toEqual(merge(manifest, files));
				},
			),
		);
	});

	it('tells of every device once, as its shard did, or as not reported', () => {
		fc.assert(
			fc.property(
				sharded.chain((all) => fc.tuple(fc.constant(all), fc.tuple(...all.reports.map(() => fate)))),
				([{ manifest, reports }, fates]) => {
					const files = reports.flatMap((report, at): readonly ReceivedShard[] => {
						const stale = { ...report, report: { ...report.report, runId: '4711-0' } };
						switch (fates[at]) {
							case 'is lost':
								return [];
							case 'arrives twice':
								return [received(report, `a${at}`), received(report, `b${at}`)];
							case 'is cut short':
								return [received(null, `${at}`)];
							case 'is of an earlier attempt':
								return [received(stale)];
							case 'is of another plan':
								return [received({ ...report, manifest: 'c'.repeat(64) })];
							default:
								return [received(report)];
						}
					});
					const merged = merge(manifest, files);

					const wanted = reports.flatMap(({ report: { devices } }, at) =>
						devices.map(({ name, status, reason }) =>
							fates[at] === 'arrives' ? [name, status, reason] : [name, 'unknown', 'not-reported'],
						),
					);
					expect(merged.devices.map(({ name, status, reason }) => [name, status, reason])).toEqual(wanted);
					const isWhole = fates.every((each) => each === 'arrives');
					if (!isWhole) expect(aVerdict(merged).exitCode).not.toBe(0);
					if (!isWhole) expect(aVerdict(merged).verdict).not.toBe('in-sync');
				},
			),
			{ numRuns: 500 },
		);
	});
});
