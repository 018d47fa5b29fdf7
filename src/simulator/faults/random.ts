/** Mulberry32 (Tommy Ettinger, public domain): the same seed gives the same numbers, 0 ≤ x < 1. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** So many bytes; with the same numbers, the same bytes. */
export function randomBytes(random: () => number, count: number): Buffer {
	return Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));
}
