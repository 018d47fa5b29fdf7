import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { printShardReport } from '../../../src/infrastructure/shards/report-files.ts';
import { parseManifest, readShardReport } from '../../../src/infrastructure/shards/shard-schema.ts';
import { mergeShards } from '../../../src/use-cases/merge-shards.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { longText } from '../../support/git/commit-in-memory.ts';
import { aManifest, aShardReport, PLAN_HASH } from '../../support/shards.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const manifest = aManifest([['edge-01'], ['core-01', 'core-02']]);
const good = aShardReport(manifest, 2);

/** What lies in a folder of artifacts: whatever it is, every device is told of once, and only a good report is believed. */
export const shardsTarget: FuzzTarget = {
	name: 'shards',
	seeds: [
		JSON.stringify(manifest),
		JSON.stringify(aShardReport(manifest, 1)),
		JSON.stringify(good),
		wholeText(printShardReport(good)),
	],
	dictionary: [
		'{',
		'}',
		'[',
		']',
		'"',
		',',
		'null',
		'"2/2"',
		'"0/0"',
		'"1/2"',
		'"in-sync"',
		'"unknown"',
		'__proto__',
		'1e999',
	],
	input: 'text',
	run(input) {
		parseManifest(input);
		const read = atOnce(readShardReport(longText(input), (device) => device));
		const report = mergeShards({
			run: {
				devices: manifest.shards.flat().map((name) => aFleetDevice({ name })),
				runId: manifest.runId,
				toolVersion: manifest.toolVersion,
				warnings: [],
			},
			intended: { pathOf: ({ name }) => `${name}.cfg` },
			plan: { manifest, hash: PLAN_HASH },
			received: [{ source: 'shard.json', report: read }],
		});
		if (report.devices.length !== 3) throw new Error('a device was lost, or told of twice');
		const believed = report.devices.filter(({ reason }) => reason !== 'not-reported').length;
		if (believed === 3) throw new Error('one shard told of all devices');
	},
};
