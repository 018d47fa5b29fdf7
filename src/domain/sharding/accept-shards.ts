import { DriftAuditError } from '../../errors.ts';
import { FleetHealthScorer } from '../health.ts';
import { formatShard, parseShard, type Shard } from './shard.ts';
import type { ShardManifest } from './shard-manifest.ts';
import type { ShardReport } from './shard-report.ts';

/** A file that claims to be a shard's report. */
export interface ReceivedShard {
	/** The file, for people. */
	readonly source: string;
	/** null: it cannot be read as one. */
	readonly report: ShardReport | null;
}

/** The manifest, and the hash by which reports refer to it. */
export interface Plan {
	readonly manifest: ShardManifest;
	/** SHA-256 of its text. */
	readonly hash: string;
}

/** What of the reports that came is merged. */
export interface AcceptedShards {
	/** By the number of the shard. */
	readonly accepted: ReadonlyMap<number, ShardReport>;
	/** One sentence for each file that was not taken, in an order that does not depend on theirs. */
	readonly refusals: readonly string[];
}

/**
 * Takes the reports that belong to this plan, whole and once. Everything else is as good as lost: a report of another run,
 * attempt, version or inventory, one that tells of other devices than its shard has, and two for one shard, of which
 * nobody could say which is true.
 */
export function acceptShards({ manifest, hash }: Plan, received: readonly ReceivedShard[]): AcceptedShards {
	const judged = received.map((shard) => ({ ...shard, why: whyNot(shard.report, { manifest, hash }) }));
	const good = Map.groupBy(
		judged.filter(({ why }) => why === null),
		({ report }) => report?.shard ?? '',
	);
	const doubled = [...good].filter(([, reports]) => reports.length > 1);
	const single = [...good.values()].filter((reports) => reports.length === 1).flat();
	return {
		accepted: new Map(
			single.flatMap(({ report }) => (report === null ? [] : [[shardOf(report)?.number ?? 0, report] as const])),
		),
		refusals: [
			...judged.flatMap(({ source, why }) => (why === null ? [] : [`${source} was not taken: ${why}`])),
			...doubled.map(
				([shard, reports]) =>
					`shard ${shard} was reported ${reports.length} times, and none was taken: ${reports
						.map(({ source }) => source)
						.toSorted()
						.join(', ')}`,
			),
		].toSorted(),
	};
}

/** null: it belongs to the plan. */
function whyNot(shard: ShardReport | null, { manifest, hash }: Plan): string | null {
	if (shard === null) return 'it is not a shard report of this version, or it is cut short';
	const { report } = shard;
	if (report.runId !== manifest.runId) return `it is of run ${report.runId}, and this is ${manifest.runId}`;
	if (report.tool.version !== manifest.toolVersion)
		return `version ${report.tool.version} wrote it, and version ${manifest.toolVersion} planned the run`;
	if (shard.inventoryHash !== manifest.inventoryHash) return 'its job saw another inventory';
	if (shard.manifest !== hash) return 'it belongs to another plan';
	const at = shardOf(shard);
	const names = at === null || at.count !== manifest.shards.length ? undefined : manifest.shards[at.number - 1];
	if (names === undefined) return `the plan has no shard ${shard.shard}`;
	return doesNotTellOf(names, shard);
}

function shardOf({ shard }: ShardReport): Shard | null {
	return parseShard(shard);
}

/** The scorer refuses devices that are lost, doubled or strangers, and outcomes that cannot be. */
function doesNotTellOf(names: readonly string[], { shard, report }: ShardReport): string | null {
	try {
		new FleetHealthScorer(names.map((name) => ({ name }))).score(report.devices);
		return null;
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		return `it does not match the devices of shard ${shard}: ${error.message}`;
	}
}

/** The shards that nobody reported, of those that have devices. */
export function missingShards({ shards }: ShardManifest, { accepted }: AcceptedShards): readonly string[] {
	return shards.flatMap((names, index) =>
		names.length === 0 || accepted.has(index + 1) ? [] : [formatShard({ number: index + 1, count: shards.length })],
	);
}
