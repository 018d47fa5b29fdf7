import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is left of a round when everything that can go is gone. */
export interface Remains {
	/** Objects of JavaScript that are alive. */
	readonly heapMb: number;
	/** Resident memory that is not the heap: buffers, the program itself, a leak of native code. */
	readonly otherMb: number;
	readonly rssMb: number;
	readonly handles: number;
}

export interface Growth {
	readonly what: string;
	readonly before: number;
	readonly after: number;
	readonly grows: boolean;
}

const MIB = 2 ** 20;

/** More than these from the middle third of the rounds to the last is a leak, and not noise. */
const BOUNDS: readonly {
	readonly of: keyof Remains;
	readonly what: string;
	readonly times: number;
	readonly plus: number;
}[] = [
	{ of: 'heapMb', what: 'heap MB', times: 1.1, plus: 0 },
	{ of: 'otherMb', what: 'other MB', times: 1.1, plus: 5 },
	{ of: 'rssMb', what: 'RSS MB', times: 1.1, plus: 0 },
	{ of: 'handles', what: 'handles', times: 1, plus: 2 },
];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (how: { readonly type: 'major'; readonly flavor: string }) => void;

export async function weighRemains(): Promise<Remains> {
	await sleep(500);
	// As before memory runs out: the engine gives back the pages that it keeps for what comes, hundreds of megabytes.
	collectGarbage({ type: 'major', flavor: 'last-resort' });
	const { heapUsed, heapTotal, rss } = process.memoryUsage();
	return {
		heapMb: heapUsed / MIB,
		otherMb: (rss - heapTotal) / MIB,
		rssMb: rss / MIB,
		handles: process.getActiveResourcesInfo().length,
	};
}

/** Fewer have no middle third to hold the last one against. */
export const LEAST_ROUNDS = 3;

/**
 * The first rounds only fill what a process keeps, and fill more of it on a busy machine: a leak still grows in the last
 * third. Of each third the least is taken, to which nothing that was still under way adds.
 *
 * @param rounds - `LEAST_ROUNDS` of them or more
 */
export function growthIn(rounds: readonly Remains[]): readonly Growth[] {
	if (rounds.length < LEAST_ROUNDS) throw new RangeError(`${rounds.length} rounds say nothing of growth`);
	const third = Math.floor(rounds.length / 3);
	const last = rounds.slice(-third);
	const middle = rounds.slice(-2 * third, -third);
	return BOUNDS.map(({ of, what, times, plus }) => {
		const [before, after] = [middle, last].map((some) => Math.min(...some.map((round) => round[of])));
		return { what, before: before ?? 0, after: after ?? 0, grows: (after ?? 0) > (before ?? 0) * times + plus };
	});
}
