import type { MaskUse } from '../../domain/masking/mask-use.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';

const ROWS_SHOWN = 20;

/**
 * What the masks took out or replaced in the last audit, those with the most hits first; empty without any. The page's
 * script adds how it was before, where the past is known.
 */
export function maskTable(masks: readonly MaskUse[]): string {
	if (masks.length === 0) return '';
	const rows = masks.slice(0, ROWS_SHOWN).map(({ id, devices, hits }) => {
		const name = escapeHtml(neutraliseLine(id));
		return `<tr><th scope="row"><code>${name}</code></th><td class="number">${formatCount(hits)}</td><td class="number">${formatCount(devices)}</td><td class="mask-trend" data-mask="${name}" hidden></td></tr>`;
	});
	const rest = masks.length > ROWS_SHOWN ? `; ${formatCount(masks.length - ROWS_SHOWN)} more have fewer` : '';
	return `<section aria-labelledby="masks"><h2 id="masks">Masks</h2>
<div class="card scroll" tabindex="0" role="region" aria-label="Table of masks"><table id="mask-table">
<caption>What was not compared, or not shown, in the last audit${rest}</caption>
<thead><tr><th scope="col">Mask</th><th scope="col" class="number">Hits</th><th scope="col" class="number">Devices</th><th scope="col" class="mask-trend" hidden>Hits, 30 days</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div></section>`;
}
