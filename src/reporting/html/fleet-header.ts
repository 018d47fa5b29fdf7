import type { FleetReport, FleetSummary } from '../../domain/fleet-report.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { describeInSync } from '../wording/describe-fleet.ts';
import { formatDuration, formatPercent, formatTime } from '../wording/format-quantity.ts';

/** The top of a page: verdict, figures, and the fleet as a bar. */
export function fleetHeader(options: {
	readonly title: string;
	readonly headline: string;
	readonly verdict: Verdict['verdict'];
	readonly report: FleetReport;
}): string {
	const { title, headline, verdict, report } = options;
	const { fleet, startedAt, durationMs, runId } = report;
	const when = `${escapeHtml(title)} · <time datetime="${escapeHtml(startedAt)}">${escapeHtml(formatTime(startedAt))}</time> · ${formatDuration(durationMs)} · run ${escapeHtml(runId)}`;
	return `<header>
<div class="verdict ${verdict}"><h1>${escapeHtml(headline)}</h1><p class="soft">${when}</p></div>
<ul class="tiles">
${tile(formatPercent(fleet.health), `health, of ${formatCount(fleet.reachable)} reachable`)}
${tile(formatPercent(fleet.coverage), `coverage, of ${formatCount(fleet.devices)}`)}
${tile(formatCount(fleet.inSync), describeInSync(report))}
${tile(formatCount(fleet.drifted), 'drifted')}
${tile(formatCount(fleet.unknown), 'unknown')}
</ul>
${fleetBar(fleet, describeInSync(report))}
</header>`;
}

function tile(figure: string, meaning: string): string {
	return `<li><b>${figure}</b><span>${meaning}</span></li>`;
}

function fleetBar({ devices, inSync, drifted, unknown }: FleetSummary, inSyncWords: string): string {
	const total = Math.max(devices, 1);
	let x = 0;
	const box = (name: string, count: number): string => {
		const start = x;
		x += (count / total) * 1000;
		return count === 0
			? ''
			: `<rect class="fill-${name}" x="${start.toFixed(1)}" width="${(x - start).toFixed(1)}" height="10"/>`;
	};
	const label = `${inSync} ${inSyncWords}, ${drifted} drifted, ${unknown} unknown`;
	const boxes = `${box('in-sync', inSync)}${box('drifted', drifted)}${box('unknown', unknown)}`;
	return `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="${label}"><rect class="fill-none" width="1000" height="10"/>${boxes}</svg>`;
}
