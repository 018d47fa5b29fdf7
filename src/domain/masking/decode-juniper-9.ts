/** Characters that `$9$` is written in, in four families; a character's family tells how many random ones follow the first. */
const FAMILIES = ['QzF3n6/9CAtpu0O', 'B1IREhcSyrleKvMW8LXx', '7N-dVbwsY2g4oaJZGUDj', 'iHkq.mPf5T'];
const ALPHABET = FAMILIES.join('');

/** What each gap between two characters is worth; which row holds is told by the position in the plain text. */
const WEIGHTS = [
	[1, 4, 32],
	[1, 16, 32],
	[1, 8, 32],
	[1, 64],
	[1, 32],
	[1, 4, 16, 128],
	[1, 32, 64],
];

/**
 * Reads a Junos `$9$` secret. The device salts it with random characters at every commit that touches it, so that only the
 * plain text can be compared.
 *
 * @returns null for what is no `$9$` secret
 */
export function decodeJuniper9(text: string): string | null {
	const code = /^\$9\$(?<code>.{4,})$/.exec(text)?.groups?.code;
	if (code === undefined || [...code].some((character) => !ALPHABET.includes(character))) return null;
	let previous = code[0] ?? '';
	let at = 1 + saltLength(previous);
	let plain = '';
	while (at < code.length) {
		const weights = WEIGHTS[plain.length % WEIGHTS.length] ?? [];
		if (at + weights.length > code.length) return null;
		let sum = 0;
		for (const weight of weights) {
			const character = code[at] ?? '';
			sum += gap(previous, character) * weight;
			previous = character;
			at += 1;
		}
		plain += String.fromCharCode(sum % 256);
	}
	return plain;
}

function saltLength(first: string): number {
	return 3 - FAMILIES.findIndex((family) => family.includes(first));
}

function gap(from: string, to: string): number {
	return ((ALPHABET.indexOf(to) - ALPHABET.indexOf(from) + ALPHABET.length) % ALPHABET.length) - 1;
}
