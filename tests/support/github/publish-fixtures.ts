import type { CheckAnnotation } from '../../../src/domain/annotation.ts';
import { openCheck } from '../../../src/infrastructure/github/check/opened-check.ts';
import { createOctokit, type Octokit } from '../../../src/infrastructure/github/client/octokit.ts';
import { RequestTime } from '../../../src/infrastructure/github/client/request-time.ts';
import type { CommentFacts } from '../../../src/infrastructure/github/comment/comment.ts';
import type { EventContext } from '../../../src/infrastructure/github/event/event-context.ts';
import { createLog, type Log } from '../../../src/infrastructure/log.ts';
import type { GitHubServer } from './server.ts';

export const HEAD_SHA = 'a'.repeat(40);

/** A log as the runner reads it, with all that was written. */
export function captureLog(): { readonly log: Log; readonly written: () => string } {
	const lines: string[] = [];
	return { log: createLog({ write: (line) => lines.push(line), inActions: true }), written: () => lines.join('') };
}

export function connect(server: GitHubServer, log: Log = captureLog().log, time?: RequestTime): Promise<Octokit> {
	return createOctokit({ token: server.token, apiUrl: server.url, log, ...(time && { time }) });
}

/** The check that a run starts with. */
export function openOwnCheck(
	octokit: Octokit | null,
	{ repository, url: detailsUrl }: GitHubServer,
): ReturnType<typeof openCheck> {
	return openCheck(octokit, { repository, headSha: HEAD_SHA, name: 'Fleet drift', detailsUrl, externalId: '42-1' });
}

/** A run that has so many milliseconds left for GitHub. */
export function timeOf(ms: number, signal: AbortSignal = new AbortController().signal): RequestTime {
	return new RequestTime({ endMs: performance.now() + ms, signal });
}

export function factsOf(facts: Partial<CommentFacts> = {}): CommentFacts {
	return { headSha: HEAD_SHA, runNumber: 7, runAttempt: 1, verdict: 'drifted', hash: 'h1', ...facts };
}

export function annotationsOf(count: number): CheckAnnotation[] {
	return Array.from({ length: count }, (_, index) => ({
		path: `intended-configs/edge-${index}.cfg`,
		startLine: index + 1,
		endLine: index + 1,
		level: (['failure', 'warning', 'notice'] as const)[index % 3] ?? 'notice',
		title: 'missing',
		message: `line ${index}`,
	}));
}

/** A run on pull request 5 of the server's repository. */
export function pullRequestContext({ url, repository }: GitHubServer, fork = false): EventContext {
	const baseSha = 'b'.repeat(40);
	return {
		event: 'pull_request',
		repository,
		mode: 'preflight',
		headSha: HEAD_SHA,
		baseSha,
		baseRef: 'main',
		defaultBranch: 'main',
		pullRequest: { number: 5, headSha: HEAD_SHA, baseSha, fork, restricted: fork },
		issue: null,
		proposed: null,
		workflow: 'pre-flight',
		runId: 42,
		runNumber: 7,
		runAttempt: 1,
		runUrl: `${url}/octo/network/actions/runs/42`,
		serverUrl: url,
		apiUrl: url,
		workspace: '/tmp',
	};
}
