import { z } from 'zod';
import { MAX_SHARDS } from '../../domain/sharding/shard.ts';
import type { ShardManifest } from '../../domain/sharding/shard-manifest.ts';
import type { ShardReport } from '../../domain/sharding/shard-report.ts';
import { reportSchema } from '../results-branch/history-schema.ts';

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

const shardReport: z.ZodType<ShardReport> = z.looseObject({
	schemaVersion: z.literal(1),
	kind: z.literal('fleet-drift-shard-report'),
	manifest: sha256,
	shard: z.string(),
	inventoryHash: sha256,
	keyCheck: z.string(),
	interrupted: z.boolean(),
	report: reportSchema,
});

/** null: the text is no manifest of this schema version. */
export function parseManifest(text: string): ShardManifest | null {
	return parse(manifest, text);
}

/** null: the text is no shard report of this schema version. */
export function parseShardReport(text: string): ShardReport | null {
	return parse(shardReport, text);
}

function parse<T>(schema: z.ZodType<T>, text: string): T | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
