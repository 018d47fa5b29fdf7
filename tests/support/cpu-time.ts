/**
 * Starts to count the processor's time: what it returns tells how many milliseconds of it were taken since. Not the clock's
 * time, which a busy machine stretches as it likes.
 */
export function cpuTime(): () => number {
	const started = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(started);
		return (user + system) / 1_000;
	};
}
