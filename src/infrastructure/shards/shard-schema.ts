import { z } from 'zod';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import { MAX_SHARDS } from '../../domain/sharding/shard.ts';
import type { ShardManifest } from '../../domain/sharding/shard-manifest.ts';
import type { ShardReport } from '../../domain/sharding/shard-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { parseAs } from '../parse-as.ts';
import { readDevicePerLine } from '../results-branch/device-per-line.ts';
import {
	deviceSchema,
	type ReportOfDevices,
	reportHeadSchema,
	reportOfDevicesSchema,
} from '../results-branch/history-schema.ts';
import type { LongText } from '../text-on-disk.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

const manifest: z.ZodType<ShardManifest> = z.looseObject({
	schemaVersion: z.literal(1),
	kind: z.literal('fleet-drift-shard-manifest'),
	toolVersion: z.string(),
	runId: z.string(),
	plannedAt: z.iso.datetime(),
	inventoryHash: sha256,
	select: z.string(),
	shards: z.array(z.array(z.string())).min(1).max(MAX_SHARDS),
});

interface ShardOfDevices extends Omit<ShardReport, 'report'> {
	readonly report: ReportOfDevices;
}

const shard = {
	schemaVersion: z.literal(1),
	kind: z.literal('fleet-drift-shard-report'),
	manifest: sha256,
	shard: z.string(),
	inventoryHash: sha256,
	keyCheck: z.string(),
	interrupted: z.boolean(),
};

const shardReport: z.ZodType<ShardOfDevices> = z.looseObject({ ...shard, report: reportOfDevicesSchema });

/** All but the devices. */
const shardHead: z.ZodType<ShardReport> = z.looseObject({ ...shard, report: reportHeadSchema });

/** null: the text is no manifest of this schema version. */
export function parseManifest(text: string): ShardManifest | null {
	return parseAs(manifest, text);
}

/**
 * A step per device, a line each; a text that has them otherwise is read at once.
 *
 * @param keep - given every device's report; returns what is to be kept of it
 * @returns null: the text is no shard report of this schema version
 */
export function* readShardReport(
	text: LongText,
	keep: (report: DeviceReport) => DeviceReport,
): Steps<ShardReport | null> {
	const read = yield* readDevicePerLine(text, {
		head: shardHead,
		device: deviceSchema,
		ending: '],"warnings":[]}}',
		keep,
	});
	if (read === null) return yield* parseShardReport(text.whole(), keep);
	const { head, devices } = read;
	return { ...head, report: { ...head.report, devices } };
}

function* parseShardReport(text: string, keep: (report: DeviceReport) => DeviceReport): Steps<ShardReport | null> {
	const shard = parseAs(shardReport, text);
	if (shard === null) return null;
	const devices: DeviceReport[] = [];
	for (const given of shard.report.devices) {
		yield;
		const { data } = deviceSchema.safeParse(given);
		if (data === undefined) return null;
		devices.push(keep(data));
	}
	return { ...shard, report: { ...shard.report, devices } };
}
