import type { Change } from '../../domain/drift-report.ts';
import type { DeviceNews, DeviceSubject } from '../../domain/issues/issue-action.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { codeSpan, escapeMarkdown } from '../escaping/escape-markdown.ts';
import { describeChanges } from '../wording/describe-device.ts';
import { formatTime } from '../wording/format-quantity.ts';
import type { Section } from './sections.ts';

/** Which device, since when, and what is different from the last time. Ends with a line end. */
export function deviceLead({ device, state, news }: DeviceSubject): string {
	const before = `It had drifted since ${formatTime(state.since)}.`;
	if (device === null) {
		return `⚪ **${escapeMarkdown(state.device)}** has not been in the fleet since ${formatTime(state.writtenAt)}. ${before}\n`;
	}
	const where = [device.platform, device.site, device.role].filter((fact) => fact !== null).map(escapeMarkdown);
	const name = `**${escapeMarkdown(device.name)}** (${where.join(', ')})`;
	if (state.fingerprint === null) {
		return `✅ ${name} has been in sync since ${formatTime(state.writtenAt)}. ${before}\n`;
	}
	const lead = `❌ ${name} differs from its intended configuration: ${describeChanges(device)}. Drifted since ${formatTime(state.since)}.\n`;
	return news === null ? lead : `${lead}\n${describeNews(news, device.changes.length)}\n`;
}

function describeNews({ before, added, gone }: DeviceNews, total: number): string {
	const compared = `Compared with ${formatTime(before)}`;
	if (added === null) return `${compared}, the drift is a different one.`;
	return `${compared}: ${formatCount(added.length)} new, ${formatCount(gone)} gone, ${formatCount(total - added.length)} as before.`;
}

/** The changes that the issue did not show the last time; where all are new, the diff says it. */
export function addedChanges({ device, news }: DeviceSubject, maxParts: number): Section {
	const added = news?.added ?? [];
	return {
		heading: '\n#### New\n\n',
		parts:
			added.length === (device?.changes ?? []).length ? [] : added.map((change) => ({ levels: [changeLine(change)] })),
		ending: '',
		noun: 'new change',
		maxParts,
		priority: 3,
	};
}

function changeLine({ kind, lineage, line, runningText }: Change): string {
	const where = lineage.length === 0 ? '' : ` in ${lineage.map(codeSpan).join(' › ')}`;
	const what = kind === 'changed' ? `runs as ${codeSpan(runningText ?? '')}` : kind;
	return `- ${codeSpan(line)}${where} ${what}\n`;
}
