import type { getOctokit } from '@actions/github';
import type { Log } from '../log.ts';

/** GitHub's API with our manners: paced writes, bounded retries, nothing on the console. */
export type Octokit = ReturnType<typeof getOctokit>;

export interface OctokitOptions {
	readonly token: string;
	/** @default GITHUB_API_URL, else https://api.github.com */
	readonly apiUrl?: string;
	readonly log: Pick<Log, 'debug' | 'warning'>;
	/** @default 'fleet-drift-audit' */
	readonly userAgent?: string;
}

/** One attempt of one request; a connection that hangs counts as failed and is tried again. */
const REQUEST_TIMEOUT_MS = 30_000;
const NO_CONTENT = 204;
/** How often we come back after GitHub asked us to wait. */
const MAX_WAITS = 3;
/** A primary limit may ask for most of an hour; a runner that sleeps that long costs more than a missing comment. */
const LONGEST_WAIT_SECONDS = 300;

/**
 * Loads GitHub's client, which reads the event's payload as it is imported and dies of a malformed one: therefore not
 * before `readEventContext()` has looked at it. Proxies (`https_proxy`, `no_proxy`) are honoured.
 */
export async function createOctokit({ token, apiUrl, log, userAgent }: OctokitOptions): Promise<Octokit> {
	const [github, { defaults }, { retry }, { throttling }] = await Promise.all([
		import('@actions/github'),
		import('@actions/github/lib/utils'),
		import('@octokit/plugin-retry'),
		import('@octokit/plugin-throttling'),
	]);
	const comeBack =
		(kind: string) => (seconds: number, request: { method: string; url: string }, _: unknown, waits: number) => {
			const again = waits < MAX_WAITS && seconds <= LONGEST_WAIT_SECONDS;
			const outcome = again ? `trying again in ${seconds} s` : `giving up, it asks for ${seconds} s`;
			log.warning(`GitHub's ${kind} rate limit at ${request.method} ${request.url}: ${outcome}`);
			return again;
		};
	const say = (message: unknown): void => log.debug(String(message));
	const fetch = defaults.request?.fetch ?? globalThis.fetch;
	const octokit = github.getOctokit(
		token,
		{
			userAgent: userAgent ?? 'fleet-drift-audit',
			...(apiUrl === undefined ? {} : { baseUrl: apiUrl }),
			log: { debug: say, info: say, warn: say, error: say },
			request: {
				fetch: (url: string, init: RequestInit) =>
					fetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
			},
			// 429 belongs to the throttling plugin: two plugins that retry it would multiply.
			retry: { retries: 3, doNotRetry: [400, 401, 403, 404, 410, 413, 422, 429, 451] },
			// Writes are paced per server: at most one a second, and one in three seconds where it notifies people.
			throttle: {
				id: apiUrl ?? 'github',
				onRateLimit: comeBack('primary'),
				onSecondaryRateLimit: comeBack('secondary'),
			},
		},
		retry,
		throttling,
	);
	octokit.hook.after('request', ({ status, data }, { method, url }) => refuseNonsense({ status, data, method, url }));
	return octokit;
}

/**
 * The client takes a body that was cut short, or is no JSON, for a text and goes on: a list would be empty, and what was
 * made would have no id. Not tried again, because what was asked for may have been done.
 */
function refuseNonsense(answer: {
	readonly status: number;
	readonly data: unknown;
	readonly method: string;
	readonly url: string;
}): void {
	const { status, data, method, url } = answer;
	if (status === NO_CONTENT || (typeof data === 'object' && data !== null)) return;
	throw new Error(
		`the answer to ${method} ${new URL(url, 'https://api.github.com').pathname} is cut short, or no JSON`,
	);
}
