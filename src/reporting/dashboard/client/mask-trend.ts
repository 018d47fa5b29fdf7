import { maskSeries } from '../mask-series.ts';
import type { PageState } from '../page-data.ts';
import { svgElement } from './element.ts';
import type { Segments } from './load-segment.ts';
import { monthsOf } from './period.ts';

const DAYS = 30;
const WIDTH = 100;
const HEIGHT = 20;

/** Adds to the table of masks how often each hit lately. It loads its months when the table comes into view. */
export function startMaskTrend(state: PageState, segments: Segments): void {
	const table = document.getElementById('mask-table');
	if (table === null) return;
	const draw = async (): Promise<void> => {
		const { from, months } = monthsOf(DAYS, state);
		const series = maskSeries(await Promise.all(months.map((month) => segments.month(month))), { from });
		for (const cell of table.querySelectorAll<HTMLElement>('td[data-mask]')) {
			const values = series.get(cell.dataset.mask ?? '')?.filter((hits) => hits !== null) ?? [];
			if (values.length > 1) cell.replaceChildren(line(values));
		}
		const hasLines = table.querySelector('td[data-mask] svg') !== null;
		for (const cell of table.querySelectorAll<HTMLElement>('.mask-trend')) cell.hidden = !hasLines;
	};
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			void draw();
		},
		{ rootMargin: '200px' },
	);
	observer.observe(table);
}

/** From nothing to the most: half as high is half as many. */
function line(values: readonly number[]): SVGSVGElement {
	const most = Math.max(1, ...values);
	const points = values.map((hits, run) => {
		const x = (run / (values.length - 1)) * WIDTH;
		return `${x.toFixed(1)} ${(HEIGHT - (hits / most) * (HEIGHT - 2) - 1).toFixed(1)}`;
	});
	const box = { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' };
	const said = `from ${values.at(0)} to ${values.at(-1)} hits, between ${Math.min(...values)} and ${Math.max(...values)}`;
	return svgElement(
		'svg',
		{ ...box, role: 'img', 'aria-label': said },
		svgElement('path', { d: `M${points.join('L')}` }),
	);
}
