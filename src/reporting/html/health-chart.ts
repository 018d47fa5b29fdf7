import { plural } from '../../domain/text/count-words.ts';
import { TREND_HEIGHT, TREND_WIDTH, type TrendPoint, trendShape } from '../dashboard/trend-shape.ts';
import { escapeHtml } from '../escaping/escape-html.ts';

/**
 * Health and coverage over time. The picture stretches to the page while its labels are text beside it, so both can be read
 * on a phone. The script of the page draws other periods into the same elements.
 *
 * @param points - oldest first; empty below two, which show no course
 */
export function healthChart(points: readonly TrendPoint[]): string {
	if (points.length < 2) return '';
	const { floor, health, coverage, first, last } = trendShape(points);
	return `<section aria-labelledby="trend"><h2 id="trend">Health and coverage</h2>
<div class="card" id="trend-card">
<p class="legend"><span>${key('health')} health</span><span>${key('coverage')} coverage</span><span id="trend-runs">${plural(points.length, 'run')}</span></p>
<div class="chart"><div class="ticks" aria-hidden="true"><span>100 %</span><span id="trend-middle">${(100 + floor) / 2} %</span><span id="trend-floor">${floor} %</span></div>
<svg viewBox="0 0 ${TREND_WIDTH} ${TREND_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Health and coverage over time; the table of runs has the figures">
<path class="grid" d="M0 0H${TREND_WIDTH}M0 ${TREND_HEIGHT / 2}H${TREND_WIDTH}M0 ${TREND_HEIGHT}H${TREND_WIDTH}"/><path class="coverage" id="trend-coverage" d="${coverage}"/><path class="health" id="trend-health" d="${health}"/></svg>
<div class="dates"><span id="trend-first">${escapeHtml(first)}</span><span id="trend-last">${escapeHtml(last)}</span></div></div>
</div></section>`;
}

function key(name: 'health' | 'coverage'): string {
	return `<svg class="key" width="26" height="8" aria-hidden="true"><path class="${name}" d="M2 4H24"/></svg>`;
}
