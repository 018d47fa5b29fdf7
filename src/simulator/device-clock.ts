const POWER_ON = Date.UTC(2026, 10, 3, 5, 0, 0);
const STEP_MS = 37_413;

/** A device's clock: it moves on at every reading by the same odd step, so that a run can be repeated to the letter. */
export function createDeviceClock(): () => Date {
	let readings = 0;
	return () => {
		readings += 1;
		return new Date(POWER_ON + readings * STEP_MS);
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
