/** `10s`, `2m` or `500ms`. */
export const DURATION = /^(\d{1,9})(ms|s|m)$/;

const MILLISECONDS = { ms: 1, s: 1000, m: 60_000 } as const;

/** Milliseconds of a duration; null where the text is none, or is longer than a timer can run. */
export function parseDuration(text: string): number | null {
	const match = DURATION.exec(text);
	if (match === null) return null;
	const ms = Number(match[1]) * MILLISECONDS[match[2] as keyof typeof MILLISECONDS];
	return ms > 0 && ms <= LONGEST_MS ? ms : null;
}

/** A day: nothing that is waited for takes longer, and Node's timers overflow at 2^31 ms. */
const LONGEST_MS = 86_400_000;
