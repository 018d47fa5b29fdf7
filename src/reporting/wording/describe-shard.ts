import type { FleetSummary } from '../../domain/fleet-report.ts';
import { formatShard, type Shard } from '../../domain/sharding/shard.ts';
import { plural } from '../../domain/text/count-words.ts';

/** What a shard came to, in a line: `shard 2/4: 12 devices, 11 in sync, 1 drifted, 0 unknown`. */
export function describeShard(shard: Shard, { devices, inSync, drifted, unknown }: FleetSummary): string {
	return `shard ${formatShard(shard)}: ${plural(devices, 'device')}, ${inSync} in sync, ${drifted} drifted, ${unknown} unknown`;
}
