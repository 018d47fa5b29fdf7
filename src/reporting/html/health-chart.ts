import type { RunSummary } from '../../domain/run-summary.ts';
import { escapeHtml } from '../escape-html.ts';
import { plural } from '../format-quantity.ts';

const WIDTH = 1000;
const HEIGHT = 160;
const MAX_POINTS = 200;

/**
 * Health and coverage over time. The picture stretches to the page while its labels are text beside it, so both can be read
 * on a phone. Runs without a figure leave a gap.
 */
export function healthChart(runs: readonly RunSummary[]): string {
	const shown = runs.slice(-MAX_POINTS);
	const first = shown.at(0);
	const last = shown.at(-1);
	if (first === undefined || last === undefined) return '';
	const values = shown.flatMap(({ fleet }) => [fleet.health, fleet.coverage]).filter((value) => value !== null);
	const floor = Math.min(90, Math.floor(Math.min(100, ...values) / 10) * 10);
	const place = placer(shown, floor);
	const line = (name: 'health' | 'coverage'): string => `<path class="${name}" d="${pathOf(shown, name, place)}"/>`;
	const middle = (100 + floor) / 2;
	return `<section aria-labelledby="trend"><h2 id="trend">Health and coverage</h2>
<div class="card">
<p class="legend"><span>${key('health')} health</span><span>${key('coverage')} coverage</span><span>${plural(shown.length, 'run')}</span></p>
<div class="chart"><div class="ticks" aria-hidden="true"><span>100 %</span><span>${middle} %</span><span>${floor} %</span></div>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Health and coverage of the last ${plural(shown.length, 'run')}; the table of runs has the figures">
<path class="grid" d="M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}"/>${line('coverage')}${line('health')}</svg>
<div class="dates"><span>${day(first)}</span><span>${day(last)}</span></div></div>
</div></section>`;
}

interface Place {
	x(run: RunSummary): number;
	y(percent: number): number;
}

function placer(runs: readonly RunSummary[], floor: number): Place {
	const times = runs.map((run) => Date.parse(run.startedAt));
	const start = times.at(0) ?? 0;
	const span = (times.at(-1) ?? 0) - start;
	return {
		x: (run) => (span > 0 ? ((Date.parse(run.startedAt) - start) / span) * WIDTH : WIDTH / 2),
		y: (percent) => HEIGHT - ((percent - floor) / (100 - floor)) * HEIGHT,
	};
}

function pathOf(runs: readonly RunSummary[], name: 'health' | 'coverage', place: Place): string {
	let pen = 'M';
	return runs
		.map((run) => {
			const value = run.fleet[name];
			if (value === null) {
				pen = 'M';
				return '';
			}
			const point = `${pen}${place.x(run).toFixed(1)} ${place.y(value).toFixed(1)}`;
			// A point of its own would not be painted without a line, however short.
			const dot = pen === 'M' ? 'h.1' : '';
			pen = 'L';
			return `${point}${dot}`;
		})
		.join('');
}

function key(name: 'health' | 'coverage'): string {
	return `<svg class="key" width="26" height="8" aria-hidden="true"><path class="${name}" d="M2 4H24"/></svg>`;
}

function day({ startedAt }: RunSummary): string {
	return escapeHtml(startedAt.slice(0, 10));
}
