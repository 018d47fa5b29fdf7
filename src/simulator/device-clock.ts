const POWER_ON = Date.UTC(2026, 10, 3, 5, 0, 0);
const STEP_MS = 37_413;

const HOUR_MS = 3_600_000;
/** How far a clock that jumps is off, one reading after the other: right, a day ahead, an hour back. */
const JUMPS_MS = [0, 24 * HOUR_MS, -HOUR_MS] as const;

/** A device's clock: it moves on at every reading by the same odd step, so that a run can be repeated to the letter. */
export function createDeviceClock({ jumps = false }: { readonly jumps?: boolean } = {}): () => Date {
	let readings = 0;
	return () => {
		readings += 1;
		const jump = jumps ? (JUMPS_MS[readings % JUMPS_MS.length] ?? 0) : 0;
		return new Date(POWER_ON + readings * STEP_MS + jump);
	};
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The parts from which every vendor builds its own time stamp, UTC. */
export function clockParts(date: Date): Record<'day' | 'month' | 'date' | 'year' | 'time' | 'millis' | 'iso', string> {
	const iso = date.toISOString();
	return {
		day: DAYS[date.getUTCDay()] ?? '',
		month: MONTHS[date.getUTCMonth()] ?? '',
		date: String(date.getUTCDate()),
		year: iso.slice(0, 4),
		time: iso.slice(11, 19),
		millis: iso.slice(20, 23),
		iso: `${iso.slice(0, 10)} ${iso.slice(11, 19)}`,
	};
}
