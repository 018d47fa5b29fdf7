import { type Distribution, distributionOf } from '../support/distribution.ts';

/**
 * The longest time, in milliseconds of the main thread's processor time, that some work leaves nobody else a turn; over the
 * repeats, without a first time in which the compiler is part of it.
 *
 * @param work - begins on a turn of its own
 * @param options.check - throws for a result that makes the time mean nothing
 */
export async function longestPieces<Result>(
	work: () => Promise<Result>,
	{ check, repeats }: { readonly check: (result: Result) => void; readonly repeats: number },
): Promise<Distribution> {
	const pieces: number[] = [];
	for (let run = 0; run <= repeats; run += 1) {
		const { longestMs, result } = await longestPiece(work);
		check(result);
		if (run > 0) pieces.push(longestMs);
	}
	return distributionOf(pieces);
}

async function longestPiece<Result>(
	work: () => Promise<Result>,
): Promise<{ readonly longestMs: number; readonly result: Result }> {
	let longestMs = 0;
	let since = cpuMs();
	let isOver = false;
	const look = (): void => {
		longestMs = Math.max(longestMs, cpuMs() - since);
		if (isOver) return;
		since = cpuMs();
		setImmediate(look);
	};
	const looking = new Promise<void>((resolve) => setImmediate(resolve));
	setImmediate(look);
	await looking;
	const result = await work();
	isOver = true;
	await new Promise<void>((resolve) => setImmediate(resolve));
	return { longestMs, result };
}

function cpuMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}
