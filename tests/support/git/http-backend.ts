import { execFile, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeFolder } from '../temporary-folder.ts';

const run = promisify(execFile);

export interface GitServerOptions {
	/** Bare repositories to create: `acme/network.git`. */
	readonly repositories: readonly string[];
	/** Every request must log in as `x-access-token`; with `readOnly` pushes are answered 403, as GitHub does. */
	readonly auth?: { readonly token: string; readonly readOnly?: boolean };
	/** Scripts for every repository by hook name: `pre-receive`. */
	readonly hooks?: Readonly<Record<string, string>>;
	/** Settings of every repository on top of the usual ones. */
	readonly config?: Readonly<Record<string, string>>;
	/** Told of every request before it is answered. */
	readonly onRequest?: (request: string) => void;
}

export interface GitServer extends AsyncDisposable {
	/** `http://127.0.0.1:PORT`, what `GITHUB_SERVER_URL` is to a runner. */
	readonly url: string;
	/** Method and path of every request, newest last. */
	readonly requests: readonly string[];
	/** Bytes of all answers' bodies. */
	readonly sentBytes: number;
	/** Bytes of all requests' bodies, as they came: clients may compress them. */
	readonly receivedBytes: number;
	urlOf(repository: string): string;
	/** The bare repository's folder: tests read it with plain git. */
	pathOf(repository: string): string;
	/** Answers the next requests that match with this status instead of asking git. */
	failNext(match: Failure): void;
	/** From now on every request is answered with a redirect to the same path there. */
	redirectTo(url: string): void;
	/** Runs git in a repository and returns what it prints. */
	git(repository: string, ...args: readonly string[]): Promise<string>;
}

export interface Failure {
	readonly path: RegExp;
	readonly status: number;
	readonly times: number;
	/** What git is to show behind `remote:`. @default nothing */
	readonly words?: string;
}

/** A smart HTTP remote on loopback: the real `git http-backend` behind node's HTTP server. */
export async function startGitServer({
	repositories,
	auth,
	hooks = {},
	config = {},
	onRequest = () => {},
}: GitServerOptions): Promise<GitServer> {
	const root = await mkdtemp(join(tmpdir(), 'git-server-'));
	for (const repository of repositories) await createRepository(join(root, repository), { hooks, config });

	const program = join((await run('git', ['--exec-path'])).stdout.trim(), 'git-http-backend');
	const requests: string[] = [];
	let sentBytes = 0;
	let receivedBytes = 0;
	let elsewhere: string | null = null;
	const failures: (Failure & { times: number })[] = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		onRequest(`${request.method} ${request.url}`);
		request.on('data', (chunk: Buffer) => (receivedBytes += chunk.length));
		const failure = failures.find(({ path, times }) => times > 0 && path.test(request.url ?? ''));
		if (failure !== undefined) {
			failure.times--;
			response.writeHead(failure.status, { 'content-type': 'text/plain' }).end(failure.words);
			return;
		}
		if (elsewhere !== null) {
			response.writeHead(302, { location: `${elsewhere}${request.url}` }).end();
			return;
		}
		const refusal = auth === undefined ? null : checkAuth(request, auth);
		if (refusal !== null) {
			response.writeHead(refusal, refusal === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}).end();
			return;
		}
		askBackend({ program, root, request, response, sent: (bytes) => (sentBytes += bytes) });
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	return {
		url,
		requests,
		get sentBytes() {
			return sentBytes;
		},
		get receivedBytes() {
			return receivedBytes;
		},
		urlOf: (repository) => `${url}/${repository}`,
		pathOf: (repository) => join(root, repository),
		failNext: (failure) => failures.push({ ...failure }),
		redirectTo: (target) => {
			elsewhere = target;
		},
		git: async (repository, ...args) =>
			(await run('git', args, { cwd: join(root, repository), maxBuffer: 1 << 28 })).stdout,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await removeFolder(root);
		},
	};
}

async function createRepository(
	path: string,
	{ hooks, config }: Required<Pick<GitServerOptions, 'hooks' | 'config'>>,
): Promise<void> {
	await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', path]);
	const settings = {
		'http.receivepack': 'true',
		'uploadpack.allowFilter': 'true',
		'uploadpack.allowAnySHA1InWant': 'true',
		'receive.shallowUpdate': 'false',
		'receive.fsckObjects': 'true',
		'gc.auto': '0',
		...config,
	};
	for (const [key, value] of Object.entries(settings)) await run('git', ['config', key, value], { cwd: path });
	for (const [name, script] of Object.entries(hooks))
		await writeFile(join(path, 'hooks', name), script, { mode: 0o755 });
}

/** @returns the status to refuse with, null to let it through */
function checkAuth(
	request: IncomingMessage,
	{ token, readOnly = false }: NonNullable<GitServerOptions['auth']>,
): 401 | 403 | null {
	const expected = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
	if (request.headers.authorization !== expected) return 401;
	return readOnly && (request.url ?? '').includes('git-receive-pack') ? 403 : null;
}

function askBackend({
	program,
	root,
	request,
	response,
	sent,
}: {
	/** git-http-backend itself: no program of the tests' PATH. */
	readonly program: string;
	readonly root: string;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly sent: (bytes: number) => void;
}): void {
	const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
	const backend = spawn(program, {
		env: {
			PATH: process.env.PATH ?? '',
			GIT_PROJECT_ROOT: root,
			GIT_HTTP_EXPORT_ALL: '1',
			PATH_INFO: decodeURIComponent(pathname),
			QUERY_STRING: search.slice(1),
			REQUEST_METHOD: request.method ?? 'GET',
			REMOTE_USER: 'x-access-token',
			CONTENT_TYPE: request.headers['content-type'] ?? '',
			HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
			GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
			...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: request.headers['content-length'] }),
		},
	});
	// A client that is killed closes its end; the backend then gets what came until then.
	backend.stdin.on('error', () => {});
	request.pipe(backend.stdin);
	response.on('close', () => backend.kill());

	let head: Buffer | null = Buffer.alloc(0);
	backend.stdout.on('data', (chunk: Buffer) => {
		sent(chunk.length);
		if (head === null) return void response.write(chunk);
		head = Buffer.concat([head, chunk]);
		const end = head.indexOf('\r\n\r\n');
		if (end === -1) return;
		writeHead(response, head.toString('latin1', 0, end));
		response.write(head.subarray(end + 4));
		head = null;
	});
	backend.stdout.on('end', () => response.end());
}

/** The head of a CGI answer: `Status: 404 Not Found` and headers. */
function writeHead(response: ServerResponse, head: string): void {
	const headers = head.split('\r\n').map((line) => line.split(/:\s*/u, 2) as [string, string]);
	const status = headers.find(([name]) => name.toLowerCase() === 'status')?.[1] ?? '200';
	response.writeHead(
		Number.parseInt(status, 10),
		Object.fromEntries(headers.filter(([name]) => name.toLowerCase() !== 'status')),
	);
}
