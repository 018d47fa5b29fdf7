import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, notFound, refuse } from './answer.ts';
import { answerGraphql } from './graphql.ts';
import { findOperation, problemsOfRequest, problemsOfResponse } from './openapi.ts';
import { type Permissions, ROUTES } from './routes.ts';
import { GitHubState } from './state.ts';

export interface GitHubServerOptions {
	/** @default everything that the Action ever needs */
	readonly permissions?: Permissions;
	/** Whom the token belongs to. @default 'github-actions[bot]' */
	readonly login?: string;
	/** Time until the answer to a request, `POST /repos/octo/network/check-runs`. @default 0 for all */
	readonly latencyOf?: (request: string) => number;
}

export interface RecordedRequest {
	readonly method: string;
	/** With the query. */
	readonly path: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: unknown;
	readonly status: number;
	/** Milliseconds since the server started, when it came and when it was answered. */
	readonly atMs: number;
	readonly answeredAtMs: number;
}

/**
 * A server on loopback that answers like GitHub's API and remembers. Disposing it fails if anything broke the API's
 * description.
 */
export interface GitHubServer extends AsyncDisposable {
	/** For GITHUB_API_URL and GITHUB_SERVER_URL. */
	readonly url: string;
	/** What a client must authenticate with. */
	readonly token: string;
	readonly repository: { readonly owner: string; readonly repo: string };
	readonly state: GitHubState;
	readonly requests: readonly RecordedRequest[];
	/** The next request whose `METHOD /path` matches is answered with this instead of being carried out… */
	failNext(matching: RegExp, answer: Answer): void;
	/** …or is carried out, and answered with this all the same. */
	loseNextAnswer(matching: RegExp, answer: Answer): void;
}

interface Fault {
	readonly matching: RegExp;
	readonly answer: Answer;
	readonly carriedOut: boolean;
}

const EVERYTHING: Permissions = { checks: 'write', contents: 'write', issues: 'write', 'pull-requests': 'write' };

export async function startGitHubServer(options: GitHubServerOptions = {}): Promise<GitHubServer> {
	const { permissions = EVERYTHING, login = 'github-actions[bot]', latencyOf = () => 0 } = options;
	const token = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';
	const repository = { owner: 'octo', repo: 'network' };
	const state = new GitHubState();
	const requests: RecordedRequest[] = [];
	const faults: Fault[] = [];
	const violations: string[] = [];
	const started = performance.now();

	const carryOut = (method: string, url: URL, body: unknown): Answer => {
		if (url.pathname === '/graphql') return answerGraphql({ state, login, permissions, body });
		const operation = findOperation(method, url.pathname);
		if (operation === null) {
			violations.push(`${method} ${url.pathname}: no such operation`);
			return notFound();
		}
		const { owner, repo } = operation.parameters;
		if (owner !== undefined && (owner !== repository.owner || repo !== repository.repo)) return notFound();
		const problems = problemsOfRequest(operation, url.searchParams, body);
		violations.push(...problems.map((problem) => `request ${operation.name}: ${problem}`));
		if (problems.length > 0) return refuse(422, 'Invalid request.', problems);
		const route = ROUTES[operation.name];
		if (route === undefined) return refuse(501, `${operation.name} is not served here`);
		const place = `${repository.owner}/${repository.repo}`;
		const addresses = { api: `${url.origin}/repos/${place}`, pages: `${url.origin}/${place}` };
		const answer = route({ parameters: operation.parameters, url, body, state, addresses, permissions, login });
		const defects = problemsOfResponse(operation, answer.status, answer.body);
		violations.push(...defects.map((defect) => `response ${answer.status} of ${operation.name}: ${defect}`));
		return answer;
	};

	const answerOf = (request: IncomingMessage, url: URL, body: unknown): Answer => {
		const method = request.method ?? '';
		if (!/^(?:token|bearer) /iu.test(request.headers.authorization ?? ''))
			return refuse(401, 'Requires authentication');
		if (!request.headers.authorization?.endsWith(` ${token}`)) return refuse(401, 'Bad credentials');
		if (!request.headers['user-agent']) return refuse(403, 'Request forbidden by administrative rules.');
		const index = faults.findIndex(({ matching }) => matching.test(`${method} ${url.pathname}`));
		const [fault] = index < 0 ? [] : faults.splice(index, 1);
		if (fault?.carriedOut === false) return fault.answer;
		const answer = carryOut(method, url, body);
		return fault?.answer ?? answer;
	};

	const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const atMs = performance.now() - started;
		const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
		const body = request.headers['content-type']?.includes('json') ? await json(request) : undefined;
		const { status, body: content, headers } = answerOf(request, url, body);
		const { method = '' } = request;
		await sleep(latencyOf(`${method} ${url.pathname}`));
		const answeredAtMs = performance.now() - started;
		const { headers: sent } = request;
		requests.push({ method, path: url.pathname + url.search, headers: sent, body, status, atMs, answeredAtMs });
		response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
		response.end(content === undefined ? undefined : JSON.stringify(content));
	};

	const server = createServer((request, response) => {
		serve(request, response).catch((error: unknown) => {
			violations.push(`the server failed: ${error}`);
			response.destroy();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;

	return {
		url: `http://127.0.0.1:${port}`,
		token,
		repository,
		state,
		requests,
		failNext: (matching, answer) => void faults.push({ matching, answer, carriedOut: false }),
		loseNextAnswer: (matching, answer) => void faults.push({ matching, answer, carriedOut: true }),
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			if (violations.length > 0) throw new Error(`GitHub's API was not kept to:\n${violations.join('\n')}`);
		},
	};
}
