import { basename, join } from 'node:path';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import type { ReceivedShard } from '../../domain/sharding/accept-shards.ts';
import { parseShard } from '../../domain/sharding/shard.ts';
import type { ShardReport } from '../../domain/sharding/shard-report.ts';
import { inPieces } from '../../domain/text/pieces.ts';
import { writeWhole } from '../output-file.ts';
import { devicePerLine } from '../results-branch/as-json.ts';
import { TextOnDisk } from '../text-on-disk.ts';
import { inTurns } from '../turns.ts';
import { type FoundFile, filesIn, notGiven, unreadable } from './find-files.ts';
import { readShardReport } from './shard-schema.ts';

const REPORT = /^shard-\d+-of-\d+\.json$/u;

/** Writes the report of a shard and returns its path. */
export async function writeShardReport(folder: string, report: ShardReport): Promise<string> {
	const { number, count } = parseShard(report.shard) ?? { number: 0, count: 0 };
	const path = join(folder, `shard-${number}-of-${count}.json`);
	await writeWhole(path, inPieces(printShardReport(report)));
	return path;
}

/** The text of such a file, in parts: each device on a line of its own, so that the merge need not read all of them at once. */
export function* printShardReport({
	report: { devices, warnings, ...head },
	...shard
}: ShardReport): Generator<string> {
	yield `${JSON.stringify(shard).slice(0, -1)},"report":${JSON.stringify(head).slice(0, -1)},"devices":[`;
	yield* devicePerLine(devices);
	yield `],${JSON.stringify({ warnings }).slice(1)}}\n`;
}

/**
 * Every file in these folders that is named like the report of a shard, read one after the other.
 *
 * @param keep - given every device's report; returns what is to be kept of it
 */
export async function readShardReports(
	folders: readonly string[],
	keep: (report: DeviceReport) => DeviceReport = (report) => report,
): Promise<readonly ReceivedShard[]> {
	const files = await filesIn(folders, (path) => REPORT.test(basename(path)));
	const received: ReceivedShard[] = [];
	for (const file of files) {
		using text = open(file);
		const report = await inTurns(readShardReport(text, keep));
		received.push({ source: file.source, report });
	}
	return received;
}

function open({ path }: FoundFile): TextOnDisk {
	try {
		return new TextOnDisk(path, (why) => notGiven(path, why));
	} catch (error) {
		throw unreadable(path, error);
	}
}
