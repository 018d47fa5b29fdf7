import { describe, expect, it } from 'vitest';
import { fuzzTargets } from '../fuzz/all-targets.ts';
import type { FuzzTarget } from '../fuzz/fuzz-target.ts';
import { cpuTime } from '../support/cpu-time.ts';

const SIZE = 6_000;
const FACTOR = 4;
/** Linear work takes 4 times as long for 4 times as much, quadratic work 16 times. */
const MOST = 10;
/** Below it the clock and the garbage collector say more than the work does. */
const WORTH_MEASURING_MS = 100;
/** Linear work takes some milliseconds for such a text; quadratic work is many times over it. */
const HANG_GUARD_MS = 1_000;

/** One platform for each way in which a config is written; the masks of every platform have tests of their own. */
const STYLES = ['cisco_ios', 'juniper_junos', 'vyos', 'mikrotik_routeros', 'fortinet', 'sonic', 'opnsense'];
const targets = fuzzTargets.filter(
	({ name }) => !name.startsWith('config-') || STYLES.some((style) => name === `config-${style}`),
);

describe.each(targets)('the time that $name takes', (target) => {
	it.each([
		['copies', (text: string, size: number) => copies(text, size, (copy) => copy)],
		['copies with numbers of their own', (text: string, size: number) => copies(text, size, withNumber)],
	])('grows with its input, not with its square: %s', async (_, grow) => {
		const seed = target.seeds.at(-1) ?? '';

		expect(seed).not.toBe('');
		expect(await growthOf(target, { small: grow(seed, SIZE), large: grow(seed, SIZE * FACTOR) })).toBeLessThan(MOST);
	});

	it('is not to be had by what opens, closes or continues something', async () => {
		for (const piece of target.dictionary) {
			const text = copies(piece, SIZE, (copy) => copy);

			expect(await cpuMsOf(target, text), JSON.stringify(piece)).toBeLessThan(HANG_GUARD_MS);
		}
	});
});

function copies(text: string, size: number, change: (copy: string, index: number) => string): string {
	const count = Math.ceil(size / Math.max(text.length, 1));
	return Array.from({ length: count }, (_, index) => change(text, index))
		.join('')
		.slice(0, size);
}

function withNumber(copy: string, index: number): string {
	return copy.replaceAll(/\d+/g, (number) => `${number}${index}`);
}

/** How many times as long the large text takes, at the best of several times; 1 where that is too short to be measured. */
async function growthOf(target: FuzzTarget, { small, large }: Record<'small' | 'large', string>): Promise<number> {
	const ratios: number[] = [];
	for (const _ of [1, 2, 3, 4]) {
		const largeMs = await cpuMsOf(target, large);
		// The first time the compiler is part of it; work that is not linear stays as long as it was.
		if (largeMs < WORTH_MEASURING_MS) return 1;
		ratios.push(largeMs / (await cpuMsOf(target, small)));
	}
	return Math.min(...ratios);
}

async function cpuMsOf({ run }: FuzzTarget, input: string): Promise<number> {
	const cpuMs = cpuTime();
	await run(input);
	return cpuMs();
}
