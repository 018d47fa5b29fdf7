import type { DeviceReport } from '../../domain/fleet-report.ts';
import type { RollUpNews, RollUpSubject } from '../../domain/issues/issue-action.ts';
import type { RollUpMember } from '../../domain/issues/issue-state.ts';
import { plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { partOnDemand } from '../budget.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';
import { describeChanges } from '../wording/describe-device.ts';
import { describeReason } from '../wording/describe-reason.ts';
import { formatTime } from '../wording/format-quantity.ts';
import type { ReportLinks } from './links.ts';
import { fileUrl, markdownLink } from './links.ts';
import type { Section } from './sections.ts';

const NAMES_SHOWN = 10;

/** How many devices, and what is different from the last time. Ends with a line end. */
export function rollUpLead({ state, news }: RollUpSubject): string {
	const { members, writtenAt } = state;
	if (members.length === 0) {
		const gone = news?.gone ?? [];
		const orGone = gone.length === 0 ? '' : `, or no longer in the fleet (${listNames(gone)}),`;
		return `✅ Every device in this issue has been in sync${orGone} since ${formatTime(writtenAt)}.\n`;
	}
	const lead = `❌ ${plural(members.length, 'device')} ${members.length === 1 ? 'differs' : 'differ'} from what is intended.\n`;
	const differences = news === null ? [] : describeNews(news);
	if (news === null || differences.length === 0) return lead;
	return `${lead}\nCompared with ${formatTime(news.before)}:\n\n${differences.join('')}`;
}

function describeNews({ joined, left, gone, changed }: RollUpNews): string[] {
	const lines = [
		['drifted since', joined],
		['no longer drifted, or with an issue of its own', left],
		['no longer in the fleet', gone],
		['drifted differently', changed],
	] as const;
	return lines.filter(([, names]) => names.length > 0).map(([what, names]) => `- ${what}: ${listNames(names)}\n`);
}

function listNames(names: readonly string[]): string {
	return nameSome(names, { most: NAMES_SHOWN, write: (name) => `**${escapeMarkdown(name)}**` });
}

/** One row per device of the issue, the longest drifted first. */
export function memberTable({ state, devices }: RollUpSubject, links: ReportLinks, maxParts: number): Section {
	const reported = new Map(devices.map((device) => [device.name, device]));
	return {
		heading: '\n| Device | Platform | Drifted since | Changes |\n| :-- | :-- | :-- | :-- |\n',
		parts: state.members.map((member) => partOnDemand(() => [memberRow(member, reported.get(member.device), links)])),
		ending: '',
		noun: 'table row',
		maxParts,
		priority: 0,
	};
}

function memberRow(
	{ device: name, since }: RollUpMember,
	device: DeviceReport | undefined,
	links: ReportLinks,
): string {
	const label = markdownLink(`**${escapeMarkdown(name)}**`, fileUrl(links.blob, device?.intendedPath ?? null));
	const platform = escapeMarkdown(device?.platform ?? '');
	return `| ${[label, platform, formatTime(since), stateOfMember(device)].join(' | ')} |\n`;
}

/** A device that this run could not judge stays in the issue: nothing says that it was mended. */
function stateOfMember(device: DeviceReport | undefined): string {
	if (device === undefined) return 'not checked';
	return device.status === 'unknown' ? `⚪ not judged: ${describeReason(device)}` : describeChanges(device);
}
