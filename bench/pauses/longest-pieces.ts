/**
 * The longest time, in milliseconds of the main thread's processor time, that some work leaves nobody else a turn.
 *
 * @param work - begins on a turn of its own
 */
export async function longestPiece<Result>(
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
