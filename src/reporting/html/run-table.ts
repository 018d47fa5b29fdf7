import type { RunSummary } from '../../domain/run-summary.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { formatDuration, formatPercent, formatTime } from '../wording/format-quantity.ts';

const NAMES_SHOWN = 6;
/** A column that a phone has no room for. */
const WIDE = ' wide';

/** The last runs, newest first, with what each of them found new. Runs come oldest first. */
export function runTable(runs: readonly RunSummary[], count: number): string {
	if (runs.length === 0) return '';
	const first = Math.max(0, runs.length - count);
	const rows = runs.slice(first).map(runRow);
	return `<section aria-labelledby="runs"><h2 id="runs">Last runs</h2>
<div class="card scroll" tabindex="0" role="region" aria-label="Table of runs"><table>
<caption>Newest first</caption>
<thead><tr><th scope="col">Started</th><th scope="col" class="number">Health</th><th scope="col" class="number wide">Coverage</th><th scope="col" class="number">Drifted</th><th scope="col" class="number">Unknown</th><th scope="col" class="number wide">Took</th><th scope="col">What changed</th></tr></thead>
<tbody>
${rows.toReversed().join('\n')}
</tbody>
</table></div></section>`;
}

function runRow({ fleet, startedAt, durationMs, transitions }: RunSummary): string {
	const started = transitions.filter(({ before, status }) => status === 'drifted' && before !== 'drifted').map(nameOf);
	// A device that could not be read has not been mended.
	const ended = transitions.filter(({ before, status }) => status === 'in-sync' && before === 'drifted').map(nameOf);
	const news = [
		...(started.length === 0 ? [] : [`<span class="tag drifted">new drift</span> ${nameList(started)}`]),
		...(ended.length === 0 ? [] : [`<span class="tag in-sync">back in sync</span> ${nameList(ended)}`]),
	];
	const cell = (text: string, width = ''): string => `<td class="number${width}">${text}</td>`;
	const numbers = [
		cell(formatPercent(fleet.health)),
		cell(formatPercent(fleet.coverage), WIDE),
		cell(formatCount(fleet.drifted)),
		cell(formatCount(fleet.unknown)),
		cell(formatDuration(durationMs), WIDE),
	];
	return `<tr><td class="when"><time datetime="${escapeHtml(startedAt)}">${escapeHtml(formatTime(startedAt))}</time></td>${numbers.join('')}<td class="news">${news.join('<br>')}</td></tr>`;
}

function nameOf({ name }: { readonly name: string }): string {
	return name;
}

function nameList(names: readonly string[]): string {
	return nameSome(names, { most: NAMES_SHOWN, write: escapeHtml });
}
