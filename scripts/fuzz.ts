/**
 * Looks for texts that break what reads them, guided by coverage: an input that reaches code which none before it reached
 * is kept, and later ones are made from it. `npm run fuzz -- [TARGET…] [--seconds N] [--seed N]`
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fuzzTargets } from '../tests/fuzz/all-targets.ts';
import { corpusOf, keep } from '../tests/fuzz/corpus.ts';
import type { FuzzTarget } from '../tests/fuzz/fuzz-target.ts';
import { mutationsOf } from '../tests/fuzz/mutations.ts';
import { Coverage } from './fuzz/coverage.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { seconds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const strangers = positionals.filter((name) => fuzzTargets.every((target) => target.name !== name));
if (strangers.length > 0) {
	process.stderr.write(
		`no target ${strangers.join(', ')}; there are ${fuzzTargets.map(({ name }) => name).join(', ')}\n`,
	);
	process.exit(2);
}

const coverage = await Coverage.start();
for (const target of fuzzTargets) {
	if (positionals.length > 0 && !positionals.includes(target.name)) continue;
	if (!(await fuzz(target))) process.exitCode = 1;
}

/** Whether nothing broke. */
async function fuzz(target: FuzzTarget): Promise<boolean> {
	const known = [...target.seeds, ...corpusOf(target)];
	for (const input of known) if (!(await holds(target, input))) return false;
	await coverage.grew();
	const end = performance.now() + Number(values.seconds) * 1_000;
	let runs = 0;
	let kept = 0;
	for (; performance.now() < end; runs += 1) {
		const [input = ''] = fc.sample(mutationsOf(target, known), {
			numRuns: 1,
			seed: Number(values.seed) * 1_000_003 + runs,
		});
		if (!(await holds(target, input))) return false;
		if (!(await coverage.grew())) continue;
		known.push(input);
		keep(target, input);
		kept += 1;
	}
	process.stdout.write(`${target.name}: ${runs} inputs, ${kept} of them kept, nothing broke\n`);
	return true;
}

async function holds(target: FuzzTarget, input: string): Promise<boolean> {
	try {
		await target.run(input);
		return true;
	} catch (error) {
		const stack = error instanceof Error ? error.stack : String(error);
		process.stdout.write(`${target.name} broke on ${keep(target, input)}\n${stack}\n`);
		return false;
	}
}
