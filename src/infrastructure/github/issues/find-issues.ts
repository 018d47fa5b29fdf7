import type { ExistingIssue } from '../../../domain/issues/issue-state.ts';
import type { Octokit } from '../client/octokit.ts';
import type { Repository } from '../event/event-context.ts';
import { ownNodes } from '../own-nodes.ts';
import { parseIssueMarker } from './issue-marker.ts';

/**
 * The issues of this audit, open and closed: those that carry its marker and were written by us, whatever their title and
 * labels say. All pages are read.
 */
export async function findIssues(
	octokit: Octokit,
	repository: Repository,
	key: string,
): Promise<readonly ExistingIssue[]> {
	// A busy repository has hundreds of pages; ours are on the first few of those that we wrote. Some servers name apps
	// otherwise than they filter by, so an empty answer is not believed.
	const own = await readIssues(octokit, { repository, key, creator: await login(octokit) });
	return own.length > 0 ? own : readIssues(octokit, { repository, key });
}

async function login(octokit: Octokit): Promise<string> {
	const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
	return viewer.login;
}

async function readIssues(
	octokit: Octokit,
	{ repository, key, creator }: { readonly repository: Repository; readonly key: string; readonly creator?: string },
): Promise<readonly ExistingIssue[]> {
	const candidates: (ExistingIssue & { readonly nodeId: string })[] = [];
	const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
		...repository,
		state: 'all',
		per_page: 100,
		...(creator === undefined ? {} : { creator }),
	});
	for await (const { data } of pages) {
		for (const { number, node_id: nodeId, state, body, pull_request: pullRequest } of data) {
			const written = pullRequest === undefined ? parseIssueMarker(body ?? '', (of) => of === key) : null;
			if (written !== null) candidates.push({ number, nodeId, open: state === 'open', state: written });
		}
	}
	const own = await ownNodes(
		octokit,
		candidates.map(({ nodeId }) => nodeId),
	);
	return candidates.filter(({ nodeId }) => own.has(nodeId));
}
