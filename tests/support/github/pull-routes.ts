import { type Answer, forbidden, invalid, notFound, paged, refuse } from './answer.ts';
import { refuseIssue } from './limits.ts';
import { pullFileOf, pullOf } from './representations.ts';
import type { Call, Route } from './routes.ts';
import type { StoredPull } from './state.ts';

interface PullBody {
	readonly title?: string;
	readonly body?: string;
	readonly head?: string;
	readonly base?: string;
	readonly state?: 'open' | 'closed';
}

/** Pull requests, by operation. */
export const PULL_ROUTES: Readonly<Record<string, Route>> = {
	'GET /repos/{owner}/{repo}/pulls': ({ state, parameters, url, addresses, permissions }) => {
		if (permissions['pull-requests'] === undefined) return forbidden();
		const { searchParams } = url;
		const wanted = searchParams.get('state') ?? 'open';
		const [head, base] = [searchParams.get('head'), searchParams.get('base')];
		const pulls = state.pulls
			.filter((pull) => wanted === 'all' || pull.state === wanted)
			.filter((pull) => head === null || head === `${pull.headOwner ?? parameters.owner}:${pull.head}`)
			.filter((pull) => base === null || base === pull.base)
			.toReversed();
		return paged(
			pulls.map((pull) => pullOf(pull, addresses, 'pull-request-simple')),
			url,
		);
	},
	'POST /repos/{owner}/{repo}/pulls': (call) => {
		const { state, permissions, login, addresses } = call;
		if (permissions['pull-requests'] !== 'write') return forbidden();
		if (!state.workflowsOpenPulls) {
			return refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.');
		}
		const { title = '', body = '', head = '', base = '' } = call.body as PullBody;
		const refusal = refuseIssue({ title, body });
		if (refusal !== null) return refusal;
		if (title.trim() === '') return invalid('PullRequest', 'title', 'can’t be blank');
		if (state.pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base)) {
			return invalid('PullRequest', 'head', `A pull request already exists for ${call.parameters.owner}:${head}.`);
		}
		return { status: 201, body: pullOf(state.addPull({ author: login, title, body, head, base }), addresses) };
	},
	'GET /repos/{owner}/{repo}/pulls/{pull_number}': (call) => {
		if (call.permissions['pull-requests'] === undefined) return forbidden();
		return withPull(call, (pull) => ({ status: 200, body: pullOf(pull, call.addresses) }));
	},
	'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': (call) => {
		if (call.permissions['pull-requests'] !== 'write') return forbidden();
		const changes = call.body as PullBody;
		const refusal = refuseIssue(changes);
		if (refusal !== null) return refusal;
		return withPull(call, (pull) => {
			pull.title = changes.title ?? pull.title;
			pull.body = changes.body ?? pull.body;
			pull.state = changes.state ?? pull.state;
			pull.updatedAt = new Date().toISOString();
			return { status: 200, body: pullOf(pull, call.addresses) };
		});
	},
	'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': ({ state, parameters, url, addresses, permissions }) => {
		if (permissions['pull-requests'] === undefined) return forbidden();
		const files = state.pullFiles.get(Number(parameters.pull_number));
		if (files === undefined) return notFound();
		return paged(
			files.map((file) => pullFileOf(file, addresses)),
			url,
		);
	},
};

function withPull({ state, parameters }: Call, then: (pull: StoredPull) => Answer): Answer {
	const pull = state.pulls.find(({ number }) => number === Number(parameters.pull_number));
	return pull === undefined ? notFound() : then(pull);
}
