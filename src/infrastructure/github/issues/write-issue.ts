import type { IssueState } from '../../../domain/issues/issue-state.ts';
import type { Owners } from '../../../domain/issues/owner-rule.ts';
import type { Octokit } from '../client/octokit.ts';
import { statusOf } from '../client/status-of.ts';
import type { Repository } from '../event/event-context.ts';
import { printIssueMarker } from './issue-marker.ts';

/** An issue as it shall be. */
export type IssueWrite = {
	readonly state: IssueState;
	/** Markdown without the marker, which is put before it. */
	readonly body: string;
} & (
	| { readonly action: 'create'; readonly title: string; readonly owners: Owners }
	| { readonly action: 'update' | 'reopen' | 'close'; readonly number: number }
);

/** GitHub takes no more. */
const MAX_ASSIGNEES = 10;
const MAX_LABELS = 100;

/** @returns what had to be left out, in a sentence; null: nothing */
export async function writeIssue(octokit: Octokit, repository: Repository, write: IssueWrite): Promise<string | null> {
	const body = `${printIssueMarker(write.state)}\n${write.body}`;
	if (write.action === 'create') return createIssue(octokit, { ...write, repository, body });
	await octokit.rest.issues.update({
		...repository,
		issue_number: write.number,
		body,
		// Title, labels and assignees belong to whoever works on it.
		...STATES[write.action],
	});
	return null;
}

const STATES = {
	update: {},
	reopen: { state: 'open', state_reason: 'reopened' },
	close: { state: 'closed', state_reason: 'completed' },
} as const;

interface NewIssue {
	readonly repository: Repository;
	readonly title: string;
	readonly body: string;
	readonly owners: Owners;
}

async function createIssue(octokit: Octokit, { repository, title, body, owners }: NewIssue): Promise<string | null> {
	const labels = owners.labels.slice(0, MAX_LABELS);
	const assignees = owners.assignees.slice(0, MAX_ASSIGNEES);
	const parameters = { ...repository, title, body, labels };
	try {
		// Never repeated blindly: an issue that was written all the same would be there twice. The next run makes up for it.
		await octokit.rest.issues.create({ ...parameters, assignees, request: { retries: 0 } });
		return null;
	} catch (error) {
		if (statusOf(error) !== 422 || assignees.length === 0) throw error;
		// Somebody who left must not keep the drift from being told.
		await octokit.rest.issues.create({ ...parameters, request: { retries: 0 } });
		return `GitHub does not let "${title}" be assigned to ${assignees.join(', ')}: check \`owners\` in fleet.yml`;
	}
}
