/** How the running-config differs from the intended one. */
export const SCENARIOS = ['same', '5 changed', '10 % changed', 'all different', 'reordered'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface ConfigPair {
	readonly intended: string;
	readonly running: string;
}

/** A top-level line and the lines in it. */
type Block = readonly string[];

/** A pair of IOS configs of about so many lines: interfaces, access lists and single lines, the same at every call. */
export function configPair(lines: number, scenario: Scenario): ConfigPair {
	const random = randomNumbers(lines);
	const blocks = iosBlocks(lines);
	const intended = blocks.flat();
	const edit = (share: number): readonly string[] =>
		intended.map((line) => (random() < share ? `${line} changed` : line));
	switch (scenario) {
		case 'same':
			return textsOf(intended, intended);
		case '5 changed': {
			const places = new Set(
				Array.from({ length: 5 }, (_, index) => Math.floor(((index + 0.5) * intended.length) / 5)),
			);
			return textsOf(
				intended,
				intended.map((line, index) => (places.has(index) ? `${line} changed` : line)),
			);
		}
		case '10 % changed':
			return textsOf(intended, edit(0.1));
		case 'all different':
			return textsOf(intended, edit(1));
		case 'reordered':
			return textsOf(
				intended,
				shuffle(
					blocks.map(([head = '', ...inside]) => [head, ...shuffle(inside, random)]),
					random,
				).flat(),
			);
	}
}

function textsOf(intended: readonly string[], running: readonly string[]): ConfigPair {
	return { intended: `${intended.join('\n')}\nend\n`, running: `${running.join('\n')}\nend\n` };
}

/** Half interfaces, a third access lists of fifty entries, the rest single lines. */
function iosBlocks(lines: number): readonly Block[] {
	const blocks: Block[] = [['hostname bench']];
	let written = 1;
	for (let index = 0; written < lines; index += 1) {
		const block = index % 11 === 10 ? accessList(index) : index % 2 === 0 ? interfaceBlock(index) : [singleLine(index)];
		blocks.push(block);
		written += block.length;
	}
	return blocks;
}

function interfaceBlock(index: number): Block {
	return [
		`interface GigabitEthernet${index % 48}/${index}`,
		` description customer ${index} of building ${index % 17}, circuit C-${index * 7}`,
		` ip address 10.${index % 250}.${(index >> 8) % 250}.1 255.255.255.0`,
		' no ip redirects',
		' no ip proxy-arp',
		` ip ospf cost ${index % 900}`,
		` service-policy output QOS-${index % 7}`,
	];
}

function accessList(index: number): Block {
	return [
		`ip access-list extended CUSTOMER-${index}`,
		...Array.from(
			{ length: 50 },
			(_, entry) => ` permit tcp 10.${index % 250}.${entry}.0 0.0.0.255 any eq ${1024 + entry * 3}`,
		),
	];
}

function singleLine(index: number): string {
	return `ip route 172.16.${index % 250}.0 255.255.255.0 10.0.${(index >> 8) % 250}.${index % 250} name CUSTOMER-${index}`;
}

function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
	return items
		.map((item) => ({ item, key: random() }))
		.toSorted((one, other) => one.key - other.key)
		.map(({ item }) => item);
}

/** The same numbers in [0, 1) for the same seed (a linear congruential generator is random enough here). */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
