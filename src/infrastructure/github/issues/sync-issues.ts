import type { ExistingIssue } from '../../../domain/issues/issue-state.ts';
import { PublishError } from '../../../errors.ts';
import type { Octokit } from '../client/octokit.ts';
import { statusOf } from '../client/status-of.ts';
import type { Repository } from '../event/event-context.ts';
import { translateFailure } from '../publish-failure.ts';
import { findIssues } from './find-issues.ts';
import { type IssueWrite, writeIssue } from './write-issue.ts';

/** The issues of one audit, planned when it is known what is there. */
export interface IssuesPublication {
	/** Tells apart several audits of one repository. */
	readonly key: string;
	/** What to write, given what is there. */
	readonly plan: (existing: readonly ExistingIssue[]) => Promise<readonly IssueWrite[]>;
}

/**
 * Brings the issues of this audit up to date, one after the other. One that GitHub refuses does not keep the others.
 *
 * @returns what could not be written as wished
 * @throws PublishError when they cannot be read, or when the token may not write any
 */
export async function syncIssues(
	octokit: Octokit,
	repository: Repository,
	{ key, plan }: IssuesPublication,
): Promise<readonly PublishError[]> {
	const failures: PublishError[] = [];
	for (const write of await plan(await asking(() => findIssues(octokit, repository, key)))) {
		try {
			const remark = await asking(() => writeIssue(octokit, repository, write));
			if (remark !== null) failures.push(new PublishError(SINK, remark));
		} catch (error) {
			if (!(error instanceof PublishError) || !concernsOneIssue(error)) throw error;
			failures.push(error);
		}
	}
	return failures;
}

const SINK = 'drift issue';

/** Gone, moved elsewhere, or not taken as it is. Anything else would go wrong with the next issue as well. */
function concernsOneIssue({ cause }: PublishError): boolean {
	return [404, 410, 422].includes(statusOf(cause) ?? 0);
}

async function asking<T>(ask: () => Promise<T>): Promise<T> {
	try {
		return await ask();
	} catch (error) {
		throw translateFailure({ sink: SINK, permission: 'issues: write', error });
	}
}
