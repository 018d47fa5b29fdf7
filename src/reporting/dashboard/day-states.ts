import type { DeviceStatus } from '../../domain/fleet-report.ts';
import type { MonthSegment } from './page-data.ts';

/** The worst that the audits of a day saw of a device; null: no audit on that day, or the device was not known yet. */
export type DayState = DeviceStatus | null;

/** Devices × days. */
export interface HeatMap {
	/** `2026-11-20`, without gaps, oldest first. */
	readonly days: readonly string[];
	/** Devices that were not in sync on any of these days, by name; a state per day. */
	readonly states: ReadonlyMap<string, readonly DayState[]>;
	/** What a device was that is not among them: in sync, not audited, or not known yet. */
	quiet(name: string): readonly DayState[];
}

const DAY_MS = 86_400_000;

/**
 * Who was how on which day.
 *
 * @param segments - consecutive months, oldest first; they may begin before `from`
 * @param options.from - first day, `2026-11-01`
 * @param options.to - last day
 */
export function heatMap(
	segments: readonly MonthSegment[],
	{ from, to }: { readonly from: string; readonly to: string },
): HeatMap {
	const days = daysBetween(from, to);
	const places = new Map(days.map((day, index) => [day, index]));
	const audited: DayState[] = days.map(() => null);
	const states = new Map<string, DayState[]>();
	const added = new Map<string, number>();
	const ill = new Map<string, DeviceStatus>(segments[0]?.standing);
	for (const run of segments.flatMap(({ runs }) => runs)) {
		for (const name of run.inSync) ill.delete(name);
		for (const name of run.drifted) ill.set(name, 'drifted');
		for (const [name] of run.unknown) ill.set(name, 'unknown');
		const day = places.get(run.at.slice(0, 10));
		if (day === undefined) continue;
		for (const name of run.added ?? []) if (!added.has(name)) added.set(name, day);
		audited[day] = 'in-sync';
		for (const [name, status] of ill) {
			const row = states.get(name) ?? days.map(() => null);
			if (row[day] !== 'drifted') row[day] = status;
			states.set(name, row);
		}
	}
	const quiet = (name: string): readonly DayState[] =>
		audited.map((state, day) => (day < (added.get(name) ?? 0) ? null : state));
	const filled = [...states].map(([name, row]) => {
		const otherwise = quiet(name);
		return [name, row.map((state, day) => state ?? otherwise[day] ?? null)] as const;
	});
	return { days, states: new Map(filled), quiet };
}

/** Days on which a device was not in sync. */
export function badDays(states: readonly DayState[]): number {
	return states.filter((state) => state === 'drifted' || state === 'unknown').length;
}

function daysBetween(from: string, to: string): readonly string[] {
	const first = Date.parse(from);
	const count = Math.max(0, Math.floor((Date.parse(to) - first) / DAY_MS) + 1);
	return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
}
