import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzTargets } from '../fuzz/all-targets.ts';
import { corpusOf } from '../fuzz/corpus.ts';
import type { FuzzTarget } from '../fuzz/fuzz-target.ts';
import { mutationsOf } from '../fuzz/mutations.ts';

/** `npm run fuzz` looks for as long as one wishes; this keeps what it found from coming back. */
const RUNS = 60;

/** Runs a target, which throws at what it should not have done. */
async function takes(target: FuzzTarget, input: string): Promise<true> {
	await target.run(input);
	return true;
}

describe.each(fuzzTargets)('$name', (target) => {
	it('takes what it is given on a good day, and what once broke it', async () => {
		for (const input of [...target.seeds, ...corpusOf(target)]) await expect(takes(target, input)).resolves.toBe(true);
	});

	it('takes anything else', async () => {
		await fc.assert(
			fc.asyncProperty(mutationsOf(target, [...target.seeds, ...corpusOf(target)]), async (input) => {
				await expect(takes(target, input)).resolves.toBe(true);
			}),
			{ numRuns: RUNS },
		);
	});
});

describe('the corpus', () => {
	it('belongs to targets that exist', async () => {
		const { readdirSync } = await import('node:fs');
		const folders = readdirSync(new URL('../fuzz/corpus', import.meta.url));

		expect(folders.filter((name) => fuzzTargets.every((target) => target.name !== name))).toEqual([]);
	});
});
