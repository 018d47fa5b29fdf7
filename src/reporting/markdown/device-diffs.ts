import { tallyOf } from '../../domain/device-details.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { partOnDemand } from '../budget.ts';
import { escapeMarkdown, escapeMarkdownHtml } from '../escaping/escape-markdown.ts';
import { fence } from '../escaping/fence.ts';
import { rankDevices } from '../rank-devices.ts';
import { describeChanges, isNoteworthy, stateOf } from '../wording/describe-device.ts';
import { describeFacts } from '../wording/describe-facts.ts';
import { describePlannedSigns } from '../wording/describe-signs.ts';
import { diffParts, fences, firstLines } from './diff-parts.ts';
import type { ReportLinks } from './links.ts';
import { fileUrl, markdownLink } from './links.ts';
import type { Section } from './sections.ts';

/** The diff of every device that has one, folded, worst first; shortened to its first lines before it is left out. */
export function deviceDiffs(report: FleetReport, links: ReportLinks): Section {
	const devices = rankDevices(report.devices).filter((device) => isNoteworthy(device) && tallyOf(device).hasDiff);
	return {
		heading: `\n#### Changes\n\n${legend(report)}\n\n`,
		parts: devices.map((device) => partOnDemand(() => diffLevels(device, links))),
		ending: '',
		noun: 'diff',
		maxParts: Number.POSITIVE_INFINITY,
		priority: 4,
	};
}

function legend(report: FleetReport): string {
	const signs = '`-` intended, not running · `+` running, not intended · `!` moved';
	const planned = describePlannedSigns(report);
	return planned === '' ? signs : `${signs}\n\n${planned.replace(' - ', ' `-` ')}`;
}

function diffLevels(device: DeviceReport, links: ReportLinks): readonly string[] {
	const parts = diffParts(device);
	const whole = fences(parts);
	const commands = foldedCommands(device);
	const { shown, rest } = firstLines(parts);
	const note = rest === 0 ? 'Long lines are cut here.' : `${formatCount(rest)} more lines in the full report.`;
	const short = foldedDiff(device, links, `${fences(shown)}\n${note}\n`);
	const long = foldedDiff(device, links, whole);
	const levels = short.length < long.length ? [long, short] : [long];
	return commands === '' ? levels : [foldedDiff(device, links, `${whole}\n${commands}`), ...levels];
}

/** Behind the diff and folded once more: it is read when somebody is about to mend the device. */
function foldedCommands({ remediation = [] }: DeviceReport): string {
	if (remediation.length === 0) return '';
	const title = 'Commands that would bring it to the intended config; nothing was sent';
	return `<details><summary>${title}</summary>\n\n${fence(remediation.join('\n'), 'text')}\n</details>\n`;
}

function foldedDiff(device: DeviceReport, links: ReportLinks, body: string): string {
	const facts = describeFacts(device).map(escapeMarkdown);
	if (device.ignored > 0) facts.push(`${plural(device.ignored, 'change')} ignored by rules`);
	const file = fileUrl(links.blob, device.intendedPath);
	if (file !== null) facts.push(markdownLink('intended file', file));
	const state = stateOf(device) === 'conflict' ? '⛔ ' : '';
	const title = `<b>${escapeMarkdownHtml(device.name)}</b> (${escapeMarkdownHtml(device.platform)}): ${describeChanges(device)}`;
	// The empty lines switch GitHub from HTML back to Markdown.
	return `<details><summary>${state}${title}</summary>\n\n${facts.length === 0 ? '' : `${facts.join(' · ')}\n\n`}${body}\n</details>\n\n`;
}
