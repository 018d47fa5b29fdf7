import type { FleetFeature } from '../../domain/features/summarise-features.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';

/** Compliance by feature, in the order of fleet.yml; empty without features. */
export function featureTable(features: readonly FleetFeature[]): string {
	if (features.length === 0) return '';
	const rows = features.map(
		({ name, compliant, devices, compliance }) =>
			`<tr><th scope="row">${escapeHtml(neutraliseLine(name))}</th><td class="number">${formatCount(compliant)}</td><td class="number">${formatCount(devices)}</td><td class="number">${compliance === null ? '–' : `${compliance} %`}</td></tr>`,
	);
	return `<section aria-labelledby="features"><h2 id="features">Features</h2>
<div class="card scroll"><table><thead><tr><th scope="col">Feature</th><th scope="col" class="number">Compliant</th><th scope="col" class="number">Devices</th><th scope="col" class="number">Compliance</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div></section>`;
}
