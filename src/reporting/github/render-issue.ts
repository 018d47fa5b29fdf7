import type { FleetReport } from '../../domain/fleet-report.ts';
import type { DeviceSubject, RollUpSubject } from '../../domain/issues/issue-action.ts';
import { asStep, type Steps } from '../../domain/steps.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';
import { composeDocument } from '../markdown/compose-document.ts';
import { deviceDiffs } from '../markdown/device-diffs.ts';
import { addedChanges, deviceLead } from '../markdown/device-issue.ts';
import { renderFooter } from '../markdown/footer.ts';
import type { ReportLinks } from '../markdown/links.ts';
import { repeatedChanges } from '../markdown/repeated-changes.ts';
import { memberTable, rollUpLead } from '../markdown/roll-up-issue.ts';
import { COMMENT_BYTES, ISSUE_MARKER_BYTES } from './limits.ts';

const LIST_ITEMS = 20;
const MEMBER_ROWS = 200;

/** What an issue says. */
export interface IssueText {
	/** Plain text; the same for every run, so that people may reword it. */
	readonly title: string;
	/** Markdown, without the marker that its publisher writes in front. */
	readonly body: string;
}

/** The audit that the issue belongs to, and the room that the text has. */
export interface IssueOptions {
	readonly report: FleetReport;
	readonly links: ReportLinks;
	/** Names the audit, where a repository has several; null: it is the only one. */
	readonly audit: string | null;
	/** UTF-8 bytes that the body may take. */
	readonly budgetBytes?: number;
}

/** What an issue says about a drifted device, or about several. */
export function* renderIssue(about: DeviceSubject | RollUpSubject, options: IssueOptions): Steps<IssueText> {
	const { report, links, audit, budgetBytes = COMMENT_BYTES - ISSUE_MARKER_BYTES } = options;
	const devices = about.kind === 'roll-up' ? about.devices : about.device === null ? [] : [about.device];
	const narrowed = { ...report, devices: devices.filter(({ status }) => status === 'drifted') };
	const [subject, head, sections] =
		about.kind === 'device'
			? [`on ${about.state.device}`, deviceLead(about), [addedChanges(about, LIST_ITEMS), deviceDiffs(narrowed, links)]]
			: [
					'in the fleet',
					rollUpLead(about),
					[
						memberTable(about, links, MEMBER_ROWS),
						yield* repeatedChanges(narrowed, LIST_ITEMS),
						yield* asStep(() => deviceDiffs(narrowed, links)),
					],
				];
	return {
		title: `Configuration drift ${subject}${audit === null ? '' : ` (${audit})`}`,
		body: yield* composeDocument({
			head,
			sections,
			foot: `${HINT}${renderFooter(report, links)}`,
			links,
			budgetBytes,
		}),
	};
}

const HINT = `\n> ${escapeMarkdown(
	'The next audit that finds everything here in sync closes this issue, and new drift reopens it. Its text is rewritten when the drift changes, so put notes in comments.',
)}\n`;
