import type { FleetSummary } from '../../domain/fleet-report.ts';
import { formatShard, type Shard } from '../../domain/sharding/shard.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';

/** What a shard came to, in a line: `shard 2/4: 12 devices, 11 in sync, 1 drifted, 0 unknown`. */
export function describeShard(shard: Shard, { devices, inSync, drifted, unknown }: FleetSummary): string {
	const states = [
		`${formatCount(inSync)} in sync`,
		`${formatCount(drifted)} drifted`,
		`${formatCount(unknown)} unknown`,
	];
	return `shard ${formatShard(shard)}: ${plural(devices, 'device')}, ${states.join(', ')}`;
}
