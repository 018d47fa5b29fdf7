import type { FleetReport } from '../../domain/fleet-report.ts';
import { escapeMarkdownHtml } from '../escaping/escape-markdown.ts';
import { formatDuration, formatPercent } from '../wording/format-quantity.ts';
import type { ReportLinks } from './links.ts';
import { markdownLink } from './links.ts';

/** How the figures came about and where there is more. */
export function renderFooter(report: FleetReport, links: ReportLinks): string {
	const { fleet, tool, startedAt, durationMs } = report;
	const items = [
		`health ${formatPercent(fleet.health)} of ${fleet.reachable} reachable`,
		`coverage ${formatPercent(fleet.coverage)} of ${fleet.devices}`,
		`${escapeMarkdownHtml(startedAt.slice(0, 16).replace('T', ' '))} UTC, ${formatDuration(durationMs)}`,
		...(links.run === null ? [] : [markdownLink('run', links.run)]),
		...(links.report === null ? [] : [markdownLink('full report', links.report)]),
		`${tool.name} ${escapeMarkdownHtml(tool.version)}`,
	];
	return `\n<sub>${items.join(' · ')}</sub>\n`;
}
