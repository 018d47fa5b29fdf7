import { tallyOf } from '../../domain/device-details.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { partOnDemand } from '../budget.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';
import { rankDevices } from '../rank-devices.ts';
import type { DeviceState } from '../wording/describe-device.ts';
import { describeChanges, isNoteworthy, stateOf } from '../wording/describe-device.ts';
import { describeReason } from '../wording/describe-reason.ts';
import { describeSince } from '../wording/describe-since.ts';
import type { ReportLinks } from './links.ts';
import { fileUrl, markdownLink } from './links.ts';
import type { Section } from './sections.ts';

const STATES: Readonly<Record<DeviceState, string>> = {
	conflict: '⛔ conflict',
	drifted: '🔴 drifted',
	unknown: '⚪ unknown',
	planned: '🔵 planned',
	applied: '🔵 already applied',
	'in-sync': '🟢 in sync',
};

/** One row per device that is not simply in sync, worst first; the others are counted below. */
export function deviceTable(report: FleetReport, links: ReportLinks, maxRows: number): Section {
	const noteworthy = rankDevices(report.devices).filter(isNoteworthy);
	const columns =
		report.mode === 'preflight'
			? '| Device | Platform | Status | Conflict | Drift | Planned |\n| :-- | :-- | :-- | --: | --: | --: |\n'
			: '| Device | Platform | Status | Changes |\n| :-- | :-- | :-- | :-- |\n';
	return {
		heading: `\n${columns}`,
		parts: noteworthy.map((device) => partOnDemand(() => [tableRow(device, report, links)])),
		ending: countQuietDevices(report),
		noun: 'table row',
		maxParts: maxRows,
		priority: 0,
	};
}

/** What became of the devices that have no row; empty when every device has one. */
function countQuietDevices({ devices }: FleetReport): string {
	const quiet = devices.filter((device) => !isNoteworthy(device)).length;
	return quiet === 0 ? '' : `\n${plural(quiet, 'more device')} in sync.\n`;
}

function tableRow(device: DeviceReport, report: FleetReport, links: ReportLinks): string {
	const { mode } = report;
	const reason = describeReason(device);
	const since = describeSince(device, report);
	const name = markdownLink(`**${escapeMarkdown(device.name)}**`, fileUrl(links.blob, device.intendedPath));
	const status = `${STATES[stateOf(device)]}${reason === '' ? '' : `: ${reason}`}${since === '' ? '' : `, ${since}`}`;
	const counts = mode === 'preflight' ? classCells(device) : [describeChanges(device)];
	return `| ${[name, escapeMarkdown(device.platform), status, ...counts].join(' | ')} |\n`;
}

function classCells(device: DeviceReport): readonly string[] {
	const { conflict, drift, planned, applied } = tallyOf(device).byClass;
	const plannedCells = [countCell(planned), ...(applied === 0 ? [] : [`${formatCount(applied)} applied`])];
	return [countCell(conflict), countCell(drift), plannedCells.filter((text) => text !== '').join(' + ')];
}

function countCell(count: number): string {
	return count === 0 ? '' : formatCount(count);
}
