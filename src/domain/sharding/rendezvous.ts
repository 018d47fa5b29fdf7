import { createHash } from 'node:crypto';

/**
 * Rendezvous (highest random weight) hashing, Thaler and Ravishankar 1996: every shard has a score for every device, and
 * the device prefers the highest. A score depends on this device and this shard alone, so one more shard takes devices
 * from the others, and moves none between them.
 */
export class Rendezvous {
	readonly #seed: number;

	constructor(device: string) {
		this.#seed = createHash('sha256').update(device).digest().readUInt32BE(0);
	}

	/** 0 ≤ score < 2^32, as good as random. */
	score(shard: number): number {
		return mix(this.#seed ^ mix(shard));
	}
}

/** The finalizer of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves about half of the output's. */
function mix(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}
