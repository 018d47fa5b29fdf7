/** The key as its bytes, as the many decoders that were published list it; the code under test has it as text. */
const TYPE_7_KEY = Buffer.from(
	'647366643b6b666f412c2e69796577726b6c644a4b4448535542736776636136393833346e637876393837333235346b3b666738' + '37',
	'hex',
);

/** Writes a Cisco type 7 password that begins at `offset` (0–15) of the key. */
export function encodeCiscoType7(plain: string, offset: number): string {
	const bytes = Buffer.from(plain, 'latin1').map((byte, index) => byte ^ (TYPE_7_KEY[(offset + index) % 53] ?? 0));
	return String(offset).padStart(2, '0') + Buffer.from(bytes).toString('hex').toUpperCase();
}

const FAMILIES = ['QzF3n6/9CAtpu0O', 'B1IREhcSyrleKvMW8LXx', '7N-dVbwsY2g4oaJZGUDj', 'iHkq.mPf5T'];
const ALPHABET = FAMILIES.join('');
const WEIGHTS = [
	[1, 4, 32],
	[1, 16, 32],
	[1, 8, 32],
	[1, 64],
	[1, 32],
	[1, 4, 16, 128],
	[1, 32, 64],
];

/** Writes a Junos `$9$` secret; `salt` picks the random characters, four numbers below 65. */
export function encodeJuniper9(plain: string, salt: readonly number[]): string {
	const [first = 0, ...more] = salt;
	const start = ALPHABET.charAt(first);
	const family = FAMILIES.findIndex((characters) => characters.includes(start));
	const random = more.slice(0, 3 - family).map((number) => ALPHABET.charAt(number));
	let code = start + random.join('');
	let previous = start;
	for (const [position, character] of [...Buffer.from(plain, 'latin1')].entries()) {
		let rest = character;
		const weights = WEIGHTS[position % WEIGHTS.length] ?? [];
		const gaps: number[] = [];
		for (const weight of weights.toReversed()) {
			gaps.unshift(Math.floor(rest / weight));
			rest %= weight;
		}
		for (const gap of gaps) {
			previous = ALPHABET.charAt((ALPHABET.indexOf(previous) + gap + 1) % ALPHABET.length);
			code += previous;
		}
	}
	return `$9$${code}`;
}
