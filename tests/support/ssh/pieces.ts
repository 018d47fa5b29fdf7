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
