import { plural } from '../../../domain/text/count-words.ts';
import type { PageState } from '../page-data.ts';
import { trendShape } from '../trend-shape.ts';
import { choices } from './choices.ts';
import { byId } from './element.ts';
import type { Segments } from './load-segment.ts';
import { monthsOf, PERIODS, type ShownPeriod } from './period.ts';

/** Lets the chart of health and coverage, which is drawn where there are enough runs, show another period. */
export function startTrend(state: PageState, segments: Segments): void {
	const card = document.getElementById('trend-card');
	if (card === null) return;
	const show = async (period: ShownPeriod): Promise<void> => {
		const { from, months } = monthsOf(period, state);
		const loaded = await Promise.all(months.map((month) => segments.month(month)));
		const points = loaded.flatMap(({ runs }) => runs).filter(({ at }) => at >= from);
		if (points.length === 0) return;
		const { floor, health, coverage, first, last } = trendShape(points);
		byId('trend-health', SVGPathElement).setAttribute('d', health);
		byId('trend-coverage', SVGPathElement).setAttribute('d', coverage);
		byId('trend-middle', HTMLElement).textContent = `${(100 + floor) / 2} %`;
		byId('trend-floor', HTMLElement).textContent = `${floor} %`;
		byId('trend-first', HTMLElement).textContent = first;
		byId('trend-last', HTMLElement).textContent = last;
		byId('trend-runs', HTMLElement).textContent = plural(points.length, 'run');
	};
	card.before(
		choices('Period of the chart', PERIODS, { chosen: 90 as ShownPeriod, choose: (period) => void show(period) }),
	);
}
