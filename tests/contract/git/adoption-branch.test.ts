import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BranchEdit, type PushedEdits, pushEdits } from '../../../src/infrastructure/git/adoption-branch.ts';
import { type GitServer, type GitServerOptions, startGitServer } from '../../support/git/http-backend.ts';
import { BRANCH_NAMES } from '../../support/hostile-names.ts';

const run = promisify(execFile);
const REPOSITORY = 'acme/network.git';
const TOKEN = 'ghs_writer_of_the_tests';
const BRANCH = 'fleet-drift/adopt-fleet';
const IDENTITY = { name: 'fleet-drift', email: 'fleet-drift@example.net' };

const BEFORE = 'hostname edge-01\nntp server 192.0.2.1\n';
const EDIT: BranchEdit = { path: 'configs/edge-01.cfg', before: BEFORE, after: 'hostname edge-01\n' };

/** Everything that may stand where an intended file is expected. */
async function fillCheckout(folder: string): Promise<void> {
	await mkdir(join(folder, 'configs'), { recursive: true });
	const files = { 'edge-01.cfg': BEFORE, 'run.cfg': 'a\n', 'dos.cfg': '\uFEFFa\r\nb\r\n', 'moved-on.cfg': 'newer\n' };
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'configs', name), text);
	await chmod(join(folder, 'configs/run.cfg'), 0o755);
	await symlink('/etc/passwd', join(folder, 'configs/link.cfg'));
	await symlink('configs', join(folder, 'linked'));
}

describe.concurrent('pushEdits', () => {
	let folder: string;
	let checkout: string;

	const git = async (...args: string[]): Promise<string> => (await run('git', args, { cwd: checkout })).stdout.trim();
	const serve = async (options: Partial<GitServerOptions> = {}): Promise<GitServer> => {
		const server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN }, ...options });
		// Not through the server: its hooks are for what is tested.
		await run('git', ['fetch', '--quiet', checkout, 'main:main'], { cwd: server.pathOf(REPOSITORY) });
		return server;
	};
	const push = (server: GitServer, edits: readonly BranchEdit[], base = 'main'): Promise<PushedEdits> =>
		pushEdits(edits, {
			base,
			branch: BRANCH,
			identity: IDENTITY,
			subject: 'Adopt drift of edge-01',
			time: Date.UTC(2026, 10, 23),
			remoteUrl: server.urlOf(REPOSITORY),
			token: TOKEN,
			tempDir: folder,
		});
	const show = (server: GitServer, path: string): Promise<string> =>
		server.git(REPOSITORY, 'show', `${BRANCH}:${path}`);

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'adoption-'));
		checkout = await mkdtemp(join(tmpdir(), 'adoption-checkout-'));
		await git('init', '--quiet', '--initial-branch=main');
		await fillCheckout(checkout);
		await git('add', '--all');
		await git(
			'-c',
			'user.name=anna',
			'-c',
			'user.email=anna@example.net',
			'commit',
			'--quiet',
			'--message',
			'intended',
		);
	});
	afterAll(async () => {
		// What was cloned is gone, whatever became of it.
		expect(await readdir(folder)).toEqual([]);
		for (const path of [folder, checkout]) await rm(path, { recursive: true, force: true, maxRetries: 5 });
	});

	it('makes one commit on top of the base, and leaves it alone where the edits are the same', async () => {
		await using server = await serve();

		const first = await push(server, [EDIT]);

		expect(first).toEqual({ commit: (await server.git(REPOSITORY, 'rev-parse', BRANCH)).trim(), leftOut: [] });
		expect(await show(server, EDIT.path)).toBe(EDIT.after);
		expect(await server.git(REPOSITORY, 'log', '--format=%an %s', `main..${BRANCH}`)).toBe(
			'fleet-drift Adopt drift of edge-01\n',
		);
		expect(await server.git(REPOSITORY, 'diff', '--name-only', 'main', BRANCH)).toBe(`${EDIT.path}\n`);
		expect(await push(server, [EDIT])).toEqual(first);
		expect(
			server.requests.filter((request) => request.startsWith('POST') && request.endsWith('receive-pack')),
		).toHaveLength(1);

		await push(server, [{ ...EDIT, after: 'hostname edge-02\n' }]);

		expect(await server.git(REPOSITORY, 'rev-list', '--count', `main..${BRANCH}`)).toBe('1\n');
		expect(await show(server, EDIT.path)).toBe('hostname edge-02\n');
	});

	it('writes more files than are kept in memory at a time', async () => {
		await using server = await serve();
		const paths = Array.from({ length: 450 }, (_, index) => `fleet/${index}.cfg`);
		const files = paths.map((path) => `M 100644 inline ${path}\ndata 2\na\n`).join('');
		const author = 'committer anna <anna@example.net> 1763900000 +0000';
		const input = `commit refs/heads/large\n${author}\ndata 0\nfrom refs/heads/main\n${files}`;
		const importing = run('git', ['fast-import', '--quiet'], { cwd: server.pathOf(REPOSITORY) });
		importing.child.stdin?.end(input);
		await importing;

		const edits = paths.map((path, index) => ({ path, before: 'a\n', after: `hostname ${index}\n` }));
		const { leftOut } = await push(
			server,
			[...edits, { path: 'fleet/gone.cfg', before: 'a\n', after: 'b\n' }],
			'large',
		);

		expect(leftOut).toEqual([{ path: 'fleet/gone.cfg', reason: 'is not on large' }]);
		expect(await server.git(REPOSITORY, 'diff', '--shortstat', 'large', BRANCH)).toMatch(/^ 450 files changed, 450/u);
		for (const index of [0, 199, 200, 449])
			expect(await show(server, `fleet/${index}.cfg`)).toBe(`hostname ${index}\n`);
	});

	it('keeps the mode, the line ends and the mark of a file', async () => {
		await using server = await serve();

		const { leftOut } = await push(server, [
			{ path: 'configs/run.cfg', before: 'a\n', after: 'b\n' },
			{ path: 'configs/dos.cfg', before: 'a\r\nb\r\n', after: 'a\r\nc\r\n' },
		]);

		expect(leftOut).toEqual([]);
		expect(await server.git(REPOSITORY, 'ls-tree', BRANCH, 'configs/run.cfg')).toMatch(/^100755 /u);
		expect(await show(server, 'configs/dos.cfg')).toBe('\uFEFFa\r\nc\r\n');
	});

	it('writes neither through a link nor over what has changed since, and says so', async () => {
		await using server = await serve();
		const edit = (path: string): BranchEdit => ({ path, before: BEFORE, after: 'evil\n' });

		const pushed = await push(server, [
			edit('configs/link.cfg'),
			edit('linked/edge-01.cfg'),
			edit('configs/gone.cfg'),
			edit('configs/moved-on.cfg'),
			edit('configs'),
		]);

		expect(pushed).toEqual({
			commit: null,
			leftOut: [
				{ path: 'configs/link.cfg', reason: 'is not a regular file' },
				{ path: 'linked/edge-01.cfg', reason: 'is not on main' },
				{ path: 'configs/gone.cfg', reason: 'is not on main' },
				{ path: 'configs/moved-on.cfg', reason: 'has changed on main since the audit began: run it again' },
				{ path: 'configs', reason: 'is not on main' },
			],
		});
		expect(await server.git(REPOSITORY, 'branch', '--list')).not.toContain('fleet-drift');
	});

	it('never overwrites what somebody else has pushed to its branch', async () => {
		await using server = await serve();
		await server.git(REPOSITORY, 'branch', BRANCH, 'main');

		await expect(push(server, [EDIT])).rejects.toThrow(`somebody has pushed to ${BRANCH}, and it was not overwritten`);

		expect(await server.git(REPOSITORY, 'rev-parse', BRANCH)).toBe(await server.git(REPOSITORY, 'rev-parse', 'main'));
	});

	it('loses to a run that pushes at the same time, without overwriting it', async () => {
		const update = ['update-ref', `refs/heads/${BRANCH}`, 'refs/heads/main'];
		const duringThePush = `#!/bin/sh\nenv -u GIT_QUARANTINE_PATH git ${update.join(' ')}\n`;
		await using server = await serve({ hooks: { 'pre-receive': duringThePush } });
		await using other = await serve({
			// After the branch was looked at and before the push begins: only the lease knows what was there.
			onRequest: (request) => {
				if (!request.startsWith('GET') || !request.endsWith('service=git-receive-pack')) return;
				execFileSync('git', update, { cwd: other.pathOf(REPOSITORY) });
			},
		});

		for (const raced of [server, other]) {
			await expect(push(raced, [EDIT])).rejects.toThrow(`another run was writing to ${BRANCH} at the same time`);

			expect(await raced.git(REPOSITORY, 'rev-parse', BRANCH)).toBe(await raced.git(REPOSITORY, 'rev-parse', 'main'));
		}
	});

	it('says what rule of a protected branch refused it', async () => {
		const rule = 'error: GH013: Repository rule violations found: branches match another pattern';
		await using server = await serve({ hooks: { update: `#!/bin/sh\necho "${rule}" >&2\nexit 1\n` } });

		await expect(push(server, [EDIT])).rejects.toThrow(rule);

		expect(await server.git(REPOSITORY, 'branch', '--list')).not.toContain('fleet-drift');
	});

	it('tells a token that may not push, without telling the token', async () => {
		await using server = await serve({ auth: { token: TOKEN, readOnly: true } });

		const refusal = await push(server, [EDIT]).catch((error: unknown) => error);

		expect(refusal).toMatchObject({ kind: 'not-permitted' });
		expect(JSON.stringify([refusal, String(refusal)])).not.toContain(TOKEN);
	});

	it('takes the name of a base for that and for nothing else', async () => {
		await using server = await serve();
		const base = BRANCH_NAMES.filter((name) => /[&;$`"<\u202e]/u.test(name)).join('/');
		await server.git(REPOSITORY, 'update-ref', `refs/heads/${base}`, 'refs/heads/main');

		const { commit, leftOut } = await push(server, [EDIT, { ...EDIT, path: 'gone.cfg' }], base);

		expect(leftOut).toEqual([{ path: 'gone.cfg', reason: `is not on ${base}` }]);
		expect(await server.git(REPOSITORY, 'rev-parse', `${commit}^`)).toBe(
			await server.git(REPOSITORY, 'rev-parse', 'main'),
		);
	});
});
