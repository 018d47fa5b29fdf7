import { BAR_HEIGHT, BAR_TOPS } from '../day-bars.ts';
import type { DayState } from '../day-states.ts';
import { svgElement } from './element.ts';

const STEP = 10;

/** How a device was, a bar per day, oldest on the left; it stretches to the room that there is. */
export function strip(states: readonly DayState[]): SVGSVGElement {
	const width = states.length * STEP;
	const bars = (['in-sync', 'unknown', 'drifted'] as const).map((wanted) => {
		const top = BAR_TOPS[wanted];
		const path = states
			.map((state, day) =>
				state === wanted ? `M${day * STEP} ${top}h${STEP - 1}v${BAR_HEIGHT - top}h${1 - STEP}z` : '',
			)
			.join('');
		return svgElement('path', { class: `fill-${wanted}`, d: path });
	});
	const box = { class: 'days', viewBox: `0 0 ${width} ${BAR_HEIGHT}`, preserveAspectRatio: 'none' };
	return svgElement('svg', { ...box, role: 'img', 'aria-label': describe(states) }, ...bars);
}

function describe(states: readonly DayState[]): string {
	const count = (wanted: DayState): number => states.filter((state) => state === wanted).length;
	const rest = count(null) === 0 ? '' : `, ${count(null)} without an audit, or before it was known`;
	return `of ${states.length} days: ${count('drifted')} drifted, ${count('unknown')} unknown, ${count('in-sync')} in sync${rest}`;
}
