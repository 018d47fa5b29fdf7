import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { escapeMarkdown, escapeMarkdownHtml } from '../escaping/escape-markdown.ts';
import { fence } from '../escaping/fence.ts';
import { clip } from '../escaping/neutralise.ts';
import { rankDevices } from '../rank-devices.ts';
import { describeChanges, isNoteworthy, stateOf } from '../wording/describe-device.ts';
import { describeFacts } from '../wording/describe-facts.ts';
import { formatCount, plural } from '../wording/format-quantity.ts';
import type { ReportLinks } from './links.ts';
import { fileUrl, markdownLink } from './links.ts';
import type { Section } from './sections.ts';

const SHORT_DIFF_LINES = 40;
const SHORT_DIFF_COLUMNS = 200;

/** The diff of every device that has one, folded, worst first; shortened to its first lines before it is left out. */
export function deviceDiffs(report: FleetReport, links: ReportLinks): Section {
	const devices = rankDevices(report.devices).filter((device) => isNoteworthy(device) && device.diff !== '');
	return {
		heading: '\n#### Changes\n\n`-` intended, not running · `+` running, not intended · `!` moved\n\n',
		parts: devices.map((device) => ({ levels: diffLevels(device, links) })),
		ending: '',
		noun: 'diff',
		maxParts: Number.POSITIVE_INFINITY,
		priority: 4,
	};
}

function diffLevels(device: DeviceReport, links: ReportLinks): readonly string[] {
	const diff = fence(device.diff, 'diff');
	const whole = foldedDiff(device, links, diff);
	const commands = foldedCommands(device);
	const lines = device.diff.trimEnd().split('\n');
	const shown = lines.slice(0, SHORT_DIFF_LINES).map((line) => clip(line, SHORT_DIFF_COLUMNS));
	const rest = lines.length - shown.length;
	const note = rest === 0 ? 'Long lines are cut here.' : `${formatCount(rest)} more lines in the full report.`;
	const short = foldedDiff(device, links, `${fence(shown.join('\n'), 'diff')}\n${note}\n`);
	const levels = short.length < whole.length ? [whole, short] : [whole];
	return commands === '' ? levels : [foldedDiff(device, links, `${diff}\n${commands}`), ...levels];
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
