import { ConfigurationError } from '../../../errors.ts';
import type { Octokit } from '../client/octokit.ts';
import { statusOf } from '../client/status-of.ts';
import type { Repository } from '../event/event-context.ts';
import { ownNodes } from '../own-nodes.ts';
import { translateFailure } from '../publish-failure.ts';
import { parseIssueMarker } from './issue-marker.ts';

/**
 * The devices that an issue of this audit is about. Its text is only believed where we wrote it: anybody may open an issue.
 *
 * @throws ConfigurationError where it is none of ours; PublishError when GitHub refuses
 */
export async function devicesOfIssue(
	octokit: Octokit,
	{
		repository,
		number,
		isOfAudit,
	}: { readonly repository: Repository; readonly number: number; readonly isOfAudit: (key: string) => boolean },
): Promise<readonly string[]> {
	const issue = await readIssue(octokit, repository, number);
	const state = issue === null ? null : parseIssueMarker(issue.body, isOfAudit);
	if (issue === null || state === null || !(await ownNodes(octokit, [issue.nodeId])).has(issue.nodeId)) {
		throw ConfigurationError.of(
			`issue ${number} was not opened by this audit, so it does not say which device to adopt`,
			'Label an issue that the audit opened, with the same report-key; or start the workflow by hand',
		);
	}
	return state.kind === 'device' ? [state.device] : state.members.map(({ device }) => device);
}

async function readIssue(
	octokit: Octokit,
	repository: Repository,
	number: number,
): Promise<{ readonly body: string; readonly nodeId: string } | null> {
	try {
		const { data } = await octokit.rest.issues.get({ ...repository, issue_number: number });
		return { body: data.body ?? '', nodeId: data.node_id };
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw translateFailure({ sink: 'drift issue', permission: 'issues: read', error });
	}
}
