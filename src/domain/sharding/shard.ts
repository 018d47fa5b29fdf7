/** One part of an audit that several jobs share: the `number`th of `count`, counted from 1. */
export interface Shard {
	readonly number: number;
	readonly count: number;
}

/** As many jobs as GitHub runs of one matrix. */
export const MAX_SHARDS = 256;

/** Reads `2/4`; null for anything that is no shard. */
export function parseShard(text: string): Shard | null {
	const [, number, count] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? [];
	const shard = { number: Number(number), count: Number(count) };
	return shard.number <= shard.count && shard.count <= MAX_SHARDS ? shard : null;
}

/** @example formatShard({ number: 2, count: 4 }) //=> '2/4' */
export function formatShard({ number, count }: Shard): string {
	return `${number}/${count}`;
}
