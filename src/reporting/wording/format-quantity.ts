/** `812 ms`, `12.3 s`, `4 min 5 s`. */
export function formatDuration(durationMs: number): string {
	if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
	if (durationMs < 60_000) return `${(durationMs / 1000).toFixed(1)} s`;
	const seconds = Math.round(durationMs / 1000);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `91.3 %`, or words where there is nothing to divide by. */
export function formatPercent(percent: number | null): string {
	return percent === null ? 'not measured' : `${percent} %`;
}

/** `2026-11-23 08:00 UTC` of an ISO 8601 time in UTC. */
export function formatTime(iso: string): string {
	return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
