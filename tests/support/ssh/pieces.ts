/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Cuts a text into pieces of 1 to `longest` characters. */
export function randomPieces(random: () => number, longest = 40): (text: string) => string[] {
	return (text) => {
		const pieces: string[] = [];
		for (let start = 0; start < text.length; ) {
			const size = 1 + Math.floor(random() * longest);
			pieces.push(text.slice(start, start + size));
			start += size;
		}
		return pieces;
	};
}
