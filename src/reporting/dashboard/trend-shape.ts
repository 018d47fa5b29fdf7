/** A measurement of the fleet. */
export interface TrendPoint {
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly health: number | null;
	readonly coverage: number | null;
}

/** Health and coverage as paths of an SVG of `TREND_WIDTH` × `TREND_HEIGHT`. */
export interface TrendShape {
	/** Percent at the lower edge; the upper one is 100. */
	readonly floor: number;
	readonly health: string;
	readonly coverage: string;
	/** `2026-11-20` */
	readonly first: string;
	readonly last: string;
}

/** In units of the SVG: the page stretches it. */
export const TREND_WIDTH = 1000;
/** The same, from 100 % at the top to the floor. */
export const TREND_HEIGHT = 160;

/** Points without a figure leave a gap. @param points - at least one, oldest first */
export function trendShape(points: readonly TrendPoint[]): TrendShape {
	const values = points.flatMap(({ health, coverage }) => [health, coverage]).filter((value) => value !== null);
	const floor = Math.min(90, Math.floor(Math.min(100, ...values) / 10) * 10);
	const times = points.map(({ at }) => Date.parse(at));
	const start = times.at(0) ?? 0;
	const span = (times.at(-1) ?? 0) - start;
	const path = (name: 'health' | 'coverage'): string => {
		let pen = 'M';
		return points
			.map((point, index) => {
				const value = point[name];
				if (value === null) {
					pen = 'M';
					return '';
				}
				const x = span > 0 ? (((times[index] ?? start) - start) / span) * TREND_WIDTH : TREND_WIDTH / 2;
				const y = TREND_HEIGHT - ((value - floor) / (100 - floor)) * TREND_HEIGHT;
				// A point of its own would not be painted without a line, however short.
				const dot = pen === 'M' ? 'h.1' : '';
				const step = `${pen}${x.toFixed(1)} ${y.toFixed(1)}${dot}`;
				pen = 'L';
				return step;
			})
			.join('');
	};
	return {
		floor,
		health: path('health'),
		coverage: path('coverage'),
		first: points.at(0)?.at.slice(0, 10) ?? '',
		last: points.at(-1)?.at.slice(0, 10) ?? '',
	};
}
