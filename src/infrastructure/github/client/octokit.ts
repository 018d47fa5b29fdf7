import { setImmediate as nextTurn } from 'node:timers/promises';
import type { getOctokit } from '@actions/github';
import type { Log } from '../../log.ts';
import { boundBySize } from './bound-by-size.ts';
import { boundByTime } from './bound-by-time.ts';
import { isBehindProxy, throughProxy } from './proxy.ts';
import { RequestTime } from './request-time.ts';
import { statusOf } from './status-of.ts';

/** GitHub's API with our manners: paced writes, bounded retries, nothing on the console. */
export type Octokit = ReturnType<typeof getOctokit>;

/** Which GitHub is asked, as whom, and until when. */
export interface OctokitOptions {
	readonly token: string;
	/** @default GITHUB_API_URL, else https://api.github.com */
	readonly apiUrl?: string;
	readonly log: Pick<Log, 'debug' | 'warning'>;
	/** @default as long as it takes */
	readonly time?: RequestTime;
}

const NO_CONTENT = 204;
/** How often we come back after GitHub asked us to wait. */
const MAX_WAITS = 3;
/** A primary limit may ask for most of an hour; a runner that sleeps that long costs more than a missing comment. */
const LONGEST_WAIT_SECONDS = 300;

/**
 * Loads GitHub's client, which reads the event's payload as it is imported and dies of a malformed one: therefore not
 * before `readEventContext()` has looked at it. Proxies (`https_proxy`, `no_proxy`) are honoured.
 */
export async function createOctokit({
	token,
	apiUrl,
	log,
	time = new RequestTime({ endMs: Number.POSITIVE_INFINITY, signal: new AbortController().signal }),
}: OctokitOptions): Promise<Octokit> {
	const api = new URL(apiUrl || process.env.GITHUB_API_URL || 'https://api.github.com');
	const [github, { retry }, { throttling }] = await Promise.all([
		throughProxy(() => import('@actions/github'), { api }),
		import('@octokit/plugin-retry'),
		import('@octokit/plugin-throttling'),
	]);
	await loadFetch();
	const comeBack =
		(kind: string) => (seconds: number, request: { method: string; url: string }, _: unknown, waits: number) => {
			const again = waits < MAX_WAITS && seconds <= Math.min(LONGEST_WAIT_SECONDS, time.left() / 1000);
			const outcome = again ? `trying again in ${seconds} s` : `giving up, it asks for ${seconds} s`;
			log.warning(`GitHub's ${kind} rate limit at ${request.method} ${request.url}: ${outcome}`);
			return again;
		};
	const say = (message: unknown): void => log.debug(String(message));
	const options = {
		userAgent: 'fleet-drift-audit',
		...(apiUrl === undefined ? {} : { baseUrl: apiUrl }),
		log: { debug: say, info: say, warn: say, error: say },
		// With a proxy the client brings a `fetch` that knows it, which takes longer to read than all else of the client.
		...(isBehindProxy(api, process.env) ? {} : { request: { fetch: globalThis.fetch } }),
		// 429 belongs to the throttling plugin: two plugins that retry it would multiply.
		retry: { retries: 3, doNotRetry: [400, 401, 403, 404, 409, 410, 413, 422, 429, 451] },
		// Writes are paced per server: at most one a second, and one in three seconds where it notifies people.
		throttle: {
			id: apiUrl ?? 'github',
			onRateLimit: comeBack('primary'),
			onSecondaryRateLimit: comeBack('secondary'),
		},
	};
	// Innermost, so that they have their say at every try.
	const bounds = [boundBySize(), boundByTime(time)];
	const octokit = await throughProxy(() => github.getOctokit(token, options, ...bounds, retry, throttling), { api });
	octokit.hook.after('request', refuseNonsense);
	octokit.hook.after('request', refuseNothingMade);
	octokit.hook.error('request', refuseConflict);
	return octokit;
}

/**
 * Node compiles its `fetch` when that, or a class of it, is asked for first, which takes as long as fits into a turn: not
 * together with whatever else has to be done when the first request is sent.
 */
async function loadFetch(): Promise<void> {
	await nextTurn();
	void globalThis.Headers;
	await nextTurn();
}

const CREATED = 201;

/** What GitHub answered to a request. */
interface Answer {
	readonly status: number;
	readonly data: unknown;
	/** The address that answered. */
	readonly url: string;
}

/** What it was asked. */
interface Asked {
	readonly method: string;
	readonly url: string;
}

/**
 * Where a repository was renamed or moved, a server may answer a POST with a redirect that `fetch` follows with a GET (301,
 * 302): what is there would be taken for what was made.
 */
function refuseNothingMade({ status, url: answered }: Answer, { method, url }: Asked): void {
	if (method !== 'POST' || status === CREATED || pathOf(url).endsWith('/graphql')) return;
	const where = pathOf(answered);
	throw new Error(
		`nothing was created: GitHub redirected a POST to ${where}, which answered ${status}. If the repository was renamed, start a new run of the workflow`,
	);
}

/** The client takes a conflict for an empty list: what is there would be written a second time. */
function refuseConflict(error: unknown, { method, url }: Asked): never {
	if (method !== 'GET' || statusOf(error) !== 409) throw error;
	throw new Error(`GitHub answered 409 to ${method} ${pathOf(url)}`, { cause: error });
}

function pathOf(url: string): string {
	return new URL(url, 'https://api.github.com').pathname;
}

/**
 * The client takes a body that was cut short, or is no JSON, for a text and goes on: a list would be empty, and what was
 * made would have no id. Not tried again, because what was asked for may have been done.
 */
function refuseNonsense({ status, data }: Answer, { method, url }: Asked): void {
	if (status === NO_CONTENT || (typeof data === 'object' && data !== null)) return;
	throw new Error(`the answer to ${method} ${pathOf(url)} is cut short, too large, or not JSON`);
}
