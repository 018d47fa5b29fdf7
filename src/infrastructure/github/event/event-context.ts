import { readFile as readFileFromDisk } from 'node:fs/promises';
import type { Mode } from '../../../domain/fleet-report.ts';
import { ConfigurationError, messageOf } from '../../../errors.ts';
import {
	type EventPayload,
	parseDefaultBranch,
	parseEnvironment,
	parsePayload,
	type RunnerEnvironment,
} from './event-schema.ts';

/** A repository on GitHub, as its API names it. */
export interface Repository {
	readonly owner: string;
	readonly repo: string;
}

/** What started this run and what it is about. */
export interface EventContext {
	/** `pull_request`, `schedule`… as the runner names it. */
	readonly event: string;
	readonly repository: Repository;
	/** What `mode: auto` means here: pre-flight on events of pull requests and on merge_group, else audit. */
	readonly mode: Mode;
	/** The commit that people look at: of a pull request its head, never the merge commit that GITHUB_SHA names. */
	readonly headSha: string;
	/** What the head is compared with; null where the event has no base. Not yet the merge base: see `compareCommits()`. */
	readonly baseSha: string | null;
	/** A branch name without `refs/heads/`: the target of a pull request or merge group, the branch of any other event. */
	readonly baseRef: string | null;
	/** null where the event does not say: a schedule, which always runs on it. */
	readonly defaultBranch: string | null;
	readonly pullRequest: PullRequest | null;
	/** Number of the issue that something happened to: it was labelled, for example. */
	readonly issue: number | null;
	/** Of a `workflow_run` that a pull request set off: what it proposed; see `contextOfRun()`. */
	readonly proposed: ProposedCommit | null;
	readonly workflow: string;
	/** Unique per run of any workflow; the same again when a run is repeated. */
	readonly runId: number;
	/** Counts the runs of this workflow. */
	readonly runNumber: number;
	readonly runAttempt: number;
	/** The page of this run. */
	readonly runUrl: string;
	readonly serverUrl: string;
	readonly apiUrl: string;
	/** The folder of the checkout. */
	readonly workspace: string;
}

/** The head of a pull request, as a workflow that ran for it knows it. */
export interface ProposedCommit {
	/** Of the repository that the branch is in; null: the fork is gone. */
	readonly owner: string | null;
	readonly branch: string | null;
	readonly headSha: string;
}

/** The pull request that a run is about. */
export interface PullRequest {
	readonly number: number;
	readonly headSha: string;
	readonly baseSha: string;
	/** From another repository, or from one that is gone. */
	readonly fork: boolean;
	/**
	 * GitHub withholds secrets and write permissions: a fork's or Dependabot's pull request. On `pull_request_target` it
	 * does not, but what a fork proposes stays as little trusted.
	 */
	readonly restricted: boolean;
}

/**
 * Reads what the runner says about this run.
 *
 * `pull_request_target`, and every event whose payload has a pull request, is taken for one: head and base come from its
 * payload and only intended configs are ever read from the head. An event that we do not know is an audit of what GITHUB_SHA
 * names, unless that is a pull request's, which would be trusted then.
 *
 * @param env - GITHUB_* variables
 * @param readFile - reads the event's payload
 * @throws ConfigurationError with everything that is missing or malformed
 */
export async function readEventContext(
	env: Readonly<Record<string, string | undefined>>,
	readFile: (path: string) => Promise<string> = (path) => readFileFromDisk(path, 'utf8'),
): Promise<EventContext> {
	const runner = parseEnvironment(env);
	const event = runner.GITHUB_EVENT_NAME;
	const content = await readPayload(runner.GITHUB_EVENT_PATH, readFile);
	const payload = parsePayload(event, content);
	const [owner = '', repo = ''] = runner.GITHUB_REPOSITORY.split('/');
	return {
		event,
		repository: { owner, repo },
		...commitsOf(payload, runner),
		defaultBranch: parseDefaultBranch(event, content),
		issue: payload.kind === 'issues' ? payload.issue.number : null,
		proposed: payload.kind === 'workflow-run' ? proposedBy(payload.workflow_run) : null,
		workflow: runner.GITHUB_WORKFLOW,
		runId: runner.GITHUB_RUN_ID,
		runNumber: runner.GITHUB_RUN_NUMBER,
		runAttempt: runner.GITHUB_RUN_ATTEMPT,
		runUrl: `${runner.GITHUB_SERVER_URL}/${owner}/${repo}/actions/runs/${runner.GITHUB_RUN_ID}`,
		serverUrl: runner.GITHUB_SERVER_URL,
		apiUrl: runner.GITHUB_API_URL,
		workspace: runner.GITHUB_WORKSPACE,
	};
}

function proposedBy({
	event,
	head_sha: headSha,
	head_branch: branch,
	head_repository: head,
}: Extract<EventPayload, { readonly kind: 'workflow-run' }>['workflow_run']): ProposedCommit | null {
	return event === 'pull_request' ? { owner: head?.owner.login ?? null, branch, headSha } : null;
}

type Commits = Pick<EventContext, 'mode' | 'headSha' | 'baseSha' | 'baseRef' | 'pullRequest'>;

function commitsOf(payload: EventPayload, runner: RunnerEnvironment): Commits {
	switch (payload.kind) {
		case 'pull-request': {
			const { number, head, base, user } = payload.pull_request;
			const fork = head.repo === null || head.repo.full_name !== base.repo.full_name;
			const restricted = fork || user?.login === 'dependabot[bot]' || runner.GITHUB_ACTOR === 'dependabot[bot]';
			const pullRequest = { number, headSha: head.sha, baseSha: base.sha, fork, restricted };
			return { mode: 'preflight', headSha: head.sha, baseSha: base.sha, baseRef: base.ref, pullRequest };
		}
		case 'merge-group': {
			const { head_sha: headSha, base_sha: baseSha, base_ref: baseRef } = payload.merge_group;
			return { mode: 'preflight', headSha, baseSha, baseRef: branchOf(baseRef), pullRequest: null };
		}
		case 'push': {
			const baseSha = /^0+$/u.test(payload.before) ? null : payload.before;
			return { ...auditOf(runner), baseSha };
		}
		case 'workflow-run':
		case 'issues':
		case 'other':
			return auditOf(runner);
	}
}

function auditOf(runner: RunnerEnvironment): Commits {
	if (runner.GITHUB_REF.startsWith('refs/pull/')) {
		throw ConfigurationError.of(
			`the event ${runner.GITHUB_EVENT_NAME} runs on ${runner.GITHUB_REF}, and does not say what the pull request began from`,
			'Start the workflow on pull_request',
		);
	}
	return {
		mode: 'audit',
		headSha: runner.GITHUB_SHA,
		baseSha: null,
		baseRef: branchOf(runner.GITHUB_REF),
		pullRequest: null,
	};
}

/** null for a tag or anything else that is no branch. */
function branchOf(ref: string): string | null {
	if (ref.startsWith('refs/heads/')) return ref.slice('refs/heads/'.length);
	return ref === '' || ref.startsWith('refs/') ? null : ref;
}

async function readPayload(path: string, readFile: (path: string) => Promise<string>): Promise<unknown> {
	try {
		return JSON.parse(await readFile(path));
	} catch (error) {
		throw ConfigurationError.of(
			`the event's payload (GITHUB_EVENT_PATH) cannot be read: ${messageOf(error)}`,
			'Run the action in a workflow, or use the command line: fleet-drift audit',
		);
	}
}
