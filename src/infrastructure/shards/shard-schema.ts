import { z } from 'zod';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import { MAX_SHARDS } from '../../domain/sharding/shard.ts';
import type { ShardManifest } from '../../domain/sharding/shard-manifest.ts';
import type { ShardReport } from '../../domain/sharding/shard-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { parseAs } from '../parse-as.ts';
import { deviceSchema, type ReportOfDevices, reportOfDevicesSchema } from '../results-branch/history-schema.ts';

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

const shardReport: z.ZodType<ShardOfDevices> = z.looseObject({
	schemaVersion: z.literal(1),
	kind: z.literal('fleet-drift-shard-report'),
	manifest: sha256,
	shard: z.string(),
	inventoryHash: sha256,
	keyCheck: z.string(),
	interrupted: z.boolean(),
	report: reportOfDevicesSchema,
});

/** null: the text is no manifest of this schema version. */
export function parseManifest(text: string): ShardManifest | null {
	return parseAs(manifest, text);
}

/**
 * A step per device.
 *
 * @param keep - given every device's report; returns what is to be kept of it
 * @returns null: the text is no shard report of this schema version
 */
export function* parseShardReport(
	text: string,
	keep: (report: DeviceReport) => DeviceReport,
): Steps<ShardReport | null> {
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
