import type { FleetReport } from '../../domain/fleet-report.ts';
import { escapeMarkdownHtml } from '../escaping/escape-markdown.ts';
import { describeSecrets } from '../wording/describe-secrets.ts';
import { formatDuration, formatPercent, formatTime } from '../wording/format-quantity.ts';
import type { ReportLinks } from './links.ts';
import { markdownLink } from './links.ts';

/** How the figures came about and where there is more. */
export function renderFooter(report: FleetReport, links: ReportLinks): string {
	const { fleet, tool, startedAt, durationMs } = report;
	const secrets = describeSecrets(report);
	const items = [
		`health ${formatPercent(fleet.health)} of ${fleet.reachable} reachable`,
		`coverage ${formatPercent(fleet.coverage)} of ${fleet.devices}`,
		...(secrets === '' ? [] : [secrets]),
		`${escapeMarkdownHtml(formatTime(startedAt))}, ${formatDuration(durationMs)}`,
		...(links.run === null ? [] : [markdownLink('run', links.run)]),
		...(links.report === null ? [] : [markdownLink('full report', links.report)]),
		`${tool.name} ${escapeMarkdownHtml(tool.version)}`,
	];
	return `\n<sub>${items.join(' · ')}</sub>\n`;
}
