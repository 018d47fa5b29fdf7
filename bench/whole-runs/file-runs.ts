import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import type { FleetFolder } from '../support/fleet-folder.ts';
import { watched } from '../support/watched.ts';
import { createFilesFolder, runFleetDrift } from './files-folder.ts';
import type { WholeRun } from './whole-run.ts';
import type { WholeFleet } from './whole-runs.ts';

const SHARDS = 8;
const REPORTS = ['--json', 'report.json', '--markdown', 'report.md', '--html', 'report.html'];

/** What comes behind the last device where all of a fleet drift: an audit of files, and the merge of its shards. */
export async function* fileRuns({ devices: count, lines }: WholeFleet): AsyncGenerator<WholeRun> {
	using folder = createFilesFolder({ count, lines });
	yield await runOnFiles(folder, 'audit of files, all drifted', ['audit', '--running-dir', 'running']);

	await runFleetDrift(folder, ['plan', '--shards', String(SHARDS)]);
	for (let shard = 1; shard <= SHARDS; shard += 1)
		await runFleetDrift(folder, ['audit', '--shard', `${shard}/${SHARDS}`, '--running-dir', 'running']);
	yield await runOnFiles(folder, `merge of ${SHARDS} shards, all drifted`, ['merge', 'shards']);
}

async function runOnFiles(folder: FleetFolder, what: string, command: readonly string[]): Promise<WholeRun> {
	const { delay } = await watched((watching) => runFleetDrift(folder, [...command, ...REPORTS], watching));
	const { fleet }: FleetReport = JSON.parse(readFileSync(join(folder.path, 'report.json'), 'utf8'));
	if (fleet.drifted !== fleet.devices) throw new Error(`only ${fleet.drifted} of ${fleet.devices} devices drifted`);
	return { what, devices: fleet.devices, unknown: fleet.unknown, asks: false, delay };
}
