import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchRevisions } from '../../../src/infrastructure/git/fetched-revisions.ts';
import { openLocalRevisions } from '../../../src/infrastructure/git/local-revisions.ts';
import type { OpenRevisions } from '../../../src/infrastructure/git/open-revisions.ts';
import { type GitServer, startGitServer } from '../../support/git/http-backend.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const REPOSITORY = 'acme/network.git';
const TOKEN = 'ghs_reader';

let folder: string;
let checkout: string;
let server: GitServer;
let mergeBase: string;
let head: string;

const git = async (...args: string[]): Promise<string> => (await run('git', args, { cwd: checkout })).stdout.trim();

async function write(path: string, content: string | Buffer): Promise<void> {
	await mkdir(dirname(join(checkout, path)), { recursive: true });
	await writeFile(join(checkout, path), content);
}

async function commit(message: string): Promise<string> {
	await git('add', '--all');
	await git('commit', '--quiet', '--message', message);
	return git('rev-parse', 'HEAD');
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'revisions-'));
	checkout = join(folder, 'checkout');
	await mkdir(checkout);
	server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN, readOnly: true } });
	await git('init', '--quiet', '--initial-branch=main');
	await git('config', 'user.name', 'anna');
	await git('config', 'user.email', 'anna@example.net');
	await write('fleet.yml', 'version: 1\n');
	await write('intended-configs/edge-01.cfg', 'hostname edge-01\n');
	await write('intended-configs/edge-02.cfg', 'hostname edge-02\n');
	await write('intended-configs/gone.cfg', 'hostname gone\n');
	await write('intended-configs/latin.cfg', Buffer.from('hostname Zürich\n', 'latin1'));
	await write('golden/leaf.cfg', 'hostname leaf\n');
	await symlink('../golden/leaf.cfg', join(checkout, 'intended-configs/leaf.cfg'));
	await symlink('intended-configs', join(checkout, 'now'));
	mergeBase = await commit('base');
	await write('fleet.yml', 'version: 1\n# newer on main\n');
	await commit('main moves on');
	await git('checkout', '--quiet', '-b', 'change', mergeBase);
	await write('intended-configs/edge-01.cfg', 'hostname edge-01\nip routing\n');
	await write('intended-configs/zürich "1".cfg', 'hostname zürich\n');
	await write('golden/leaf.cfg', 'hostname leaf\nip routing\n');
	await write('intended-configs/binary.cfg', Buffer.from([0x68, 0x00, 0x69]));
	await write('intended-configs/latin.cfg', Buffer.from('hostname Köln\n', 'latin1'));
	await write('intended-configs/huge.cfg', 'x'.repeat(17 * 1024 * 1024));
	await symlink('/etc/passwd', join(checkout, 'intended-configs/link.cfg'));
	await rm(join(checkout, 'intended-configs/gone.cfg'));
	await git('add', '--all');
	await git('update-index', '--add', '--cacheinfo', `160000,${mergeBase},intended-configs/module.cfg`);
	await git('commit', '--quiet', '--message', 'change');
	head = await git('rev-parse', 'HEAD');
	await git('push', '--quiet', server.pathOf(REPOSITORY), 'main', 'change');
});

afterAll(async () => {
	await server[Symbol.asyncDispose]();
	await removeFolder(folder);
});

const OPENERS: [string, () => Promise<OpenRevisions>][] = [
	['openLocalRevisions', () => openLocalRevisions({ cwd: checkout, base: 'main', head: 'change' })],
	[
		'fetchRevisions',
		() => fetchRevisions({ remoteUrl: server.urlOf(REPOSITORY), token: TOKEN, tempDir: folder, mergeBase, head }),
	],
];

describe.each(OPENERS)('%s', (_, open) => {
	it('knows both commits and what differs between them', async () => {
		await using revisions = await open();

		expect(revisions).toMatchObject({ mergeBase, head, prefix: '' });
		expect(await revisions.changedPaths()).toEqual([
			'golden/leaf.cfg',
			'intended-configs/binary.cfg',
			'intended-configs/edge-01.cfg',
			'intended-configs/gone.cfg',
			'intended-configs/huge.cfg',
			'intended-configs/latin.cfg',
			'intended-configs/link.cfg',
			'intended-configs/module.cfg',
			'intended-configs/zürich "1".cfg',
		]);
	});

	it('reads both sides, and null where a file is not there', async () => {
		await using revisions = await open();

		expect(await revisions.readBase('intended-configs/edge-01.cfg')).toBe('hostname edge-01\n');
		expect(await revisions.readHead('intended-configs/edge-01.cfg')).toBe('hostname edge-01\nip routing\n');
		expect(await revisions.readBase('fleet.yml')).toBe('version: 1\n');
		expect(await revisions.listBase('intended-configs')).toEqual([
			'edge-01.cfg',
			'edge-02.cfg',
			'gone.cfg',
			'latin.cfg',
			'leaf.cfg',
		]);
		expect(await revisions.readBase('intended-configs/latin.cfg')).toBe('hostname Zürich\n');
		expect(await revisions.listBase('intended')).toEqual([]);
		expect(await revisions.readHead('intended-configs/zürich "1".cfg')).toBe('hostname zürich\n');
		expect(await revisions.readBase('intended-configs/zürich "1".cfg')).toBeNull();
		expect(await revisions.readHead('intended-configs/gone.cfg')).toBeNull();
		expect(await revisions.readHead('../../etc/passwd')).toBeNull();
		expect(await revisions.readHead('--help')).toBeNull();
	});

	it('follows links that stay in the repository, on either side', async () => {
		await using revisions = await open();

		expect(await revisions.readBase('now/leaf.cfg')).toBe('hostname leaf\n');
		expect(await revisions.readHead('now/leaf.cfg')).toBe('hostname leaf\nip routing\n');
		const paths = ['now/leaf.cfg', 'now/edge-01.cfg', 'now/edge-02.cfg', 'now/gone.cfg', 'now/nowhere', 'fleet.yml'];
		expect(await revisions.changedAmong(paths)).toEqual(new Set(['now/leaf.cfg', 'now/edge-01.cfg', 'now/gone.cfg']));
		expect(await revisions.missingAtHead([...paths, 'now/link.cfg'])).toEqual(new Set(['now/gone.cfg', 'now/nowhere']));
		expect(await revisions.changedAmong(['now/link.cfg', 'now/module.cfg', 'now/module.cfg/a.cfg'])).toEqual(
			new Set(['now/link.cfg', 'now/module.cfg', 'now/module.cfg/a.cfg']),
		);
	});

	it('reads many files at once', async () => {
		await using revisions = await open();
		const paths = ['intended-configs/edge-01.cfg', 'intended-configs/edge-02.cfg', 'fleet.yml', 'nowhere'];

		const texts = await Promise.all([...paths, ...paths].map((path) => revisions.readHead(path)));

		expect(texts.slice(0, 4)).toEqual(['hostname edge-01\nip routing\n', 'hostname edge-02\n', 'version: 1\n', null]);
		expect(texts.slice(4)).toEqual(texts.slice(0, 4));
	});

	it.each([
		['intended-configs/link.cfg', 'is a symbolic link'],
		['intended-configs/module.cfg', 'is a submodule'],
		['now/module.cfg/edge-03.cfg', 'stands behind intended-configs/module.cfg, a submodule'],
		['intended-configs/binary.cfg', 'holds a NUL byte. Save it as a text in UTF-8'],
		['intended-configs/latin.cfg', 'is not in UTF-8. Save it as UTF-8'],
		['intended-configs/huge.cfg', 'has 17825792 bytes: 16777216 is the most that is read'],
	])('refuses %s', async (path, why) => {
		await using revisions = await open();
		const [refused, fine] = await Promise.allSettled([revisions.readHead(path), revisions.readHead('fleet.yml')]);

		expect(refused).toMatchObject({
			status: 'rejected',
			reason: { code: 'ERR_REVISION', message: expect.stringContaining(`${path} at ${head.slice(0, 7)} ${why}`) },
		});
		expect(fine).toEqual({ status: 'fulfilled', value: 'version: 1\n' });
	});
});

describe('openLocalRevisions', () => {
	it('compares with the merge base, up to HEAD unless told otherwise', async () => {
		await using revisions = await openLocalRevisions({ cwd: join(checkout, 'intended-configs'), base: 'main' });

		expect(revisions).toMatchObject({ mergeBase, head, prefix: 'intended-configs/' });
		expect(await revisions.readHead('intended-configs/edge-02.cfg')).toBe('hostname edge-02\n');
	});

	it('takes the merge base that git takes where there are several', async () => {
		const tree = `${head}^{tree}`;
		const commitOn = (...parents: string[]) =>
			git('commit-tree', '-m', 'one of two', ...parents.flatMap((parent) => ['-p', parent]), tree);
		const [left, right] = [await commitOn(head), await commitOn(head, mergeBase)];
		const [base, other] = [await commitOn(left, right), await commitOn(right, left)];

		await using revisions = await openLocalRevisions({ cwd: checkout, base, head: other });

		expect(await git('merge-base', '--all', base, other)).toMatch(/\n/u);
		expect(revisions).toMatchObject({ mergeBase: await git('merge-base', base, other), head: other });
	});

	it.each([
		['an annotated tag', 'v1'],
		['a search with dots in it', 'v1^{/b..e}'],
	])('resolves %s', async (_, base) => {
		await git('tag', '--force', '--annotate', '--message', 'first', 'v1', mergeBase);

		await using revisions = await openLocalRevisions({ cwd: checkout, base });

		expect(revisions).toMatchObject({ mergeBase, head, prefix: '' });
	});

	it.each(['--output=/tmp/x', '-h', '', 'main:fleet.yml', 'a b', 'main\n'])('takes %j for no commit', async (base) => {
		await expect(openLocalRevisions({ cwd: checkout, base })).rejects.toMatchObject({
			code: 'ERR_REVISION',
			message: expect.stringContaining('is not the name of a commit'),
		});
	});

	it('names a commit that is not there', async () => {
		await expect(openLocalRevisions({ cwd: checkout, base: 'nowhere' })).rejects.toThrow(
			'there is no commit nowhere in this repository: fetch it first (in a workflow: fetch-depth: 0)',
		);
	});

	it('knows what else the branch is called in a clone', async () => {
		await using place = await temporaryFolder('clone-');
		await run('git', ['clone', '--quiet', '--branch', 'change', checkout, place.path]);

		await expect(openLocalRevisions({ cwd: place.path, base: 'main' })).rejects.toThrow(
			'there is no commit main in this repository: write origin/main, which is',
		);
	});

	it('says that a folder is in no repository', async () => {
		await expect(openLocalRevisions({ cwd: folder, base: 'main' })).rejects.toThrow(/is not in a git repository/u);
	});

	it('says that there is no common ancestor', async () => {
		await git('branch', 'island', await git('commit-tree', '-m', 'island', `${head}^{tree}`));

		await expect(openLocalRevisions({ cwd: checkout, base: 'island' })).rejects.toThrow(
			/island and HEAD have no common ancestor here$/u,
		);
	});

	it('says how to get the common ancestor into a shallow clone', async () => {
		await using place = await temporaryFolder('shallow-');
		const branches = ['--no-single-branch', '--branch', 'change'];
		await run('git', ['clone', '--quiet', '--depth=1', ...branches, `file://${checkout}`, place.path]);

		await expect(openLocalRevisions({ cwd: place.path, base: 'origin/main' })).rejects.toThrow(
			'a shallow clone: git fetch --unshallow (in a workflow: fetch-depth: 0)',
		);
	});

	it('changes nothing in the repository', async () => {
		const before = await git('status', '--porcelain=v2', '--branch');
		const files = await readdir(join(checkout, '.git'));

		await using revisions = await openLocalRevisions({ cwd: checkout, base: 'main' });
		await revisions.changedPaths();
		await revisions.readHead('fleet.yml');

		expect(await readdir(join(checkout, '.git'))).toEqual(files);
		expect(await git('status', '--porcelain=v2', '--branch')).toBe(before);
	});

	it('fetches what a partial clone lacks in one go, and nothing of what it has', async () => {
		await using clone = await partialClone('blob:none');
		const paths = ['intended-configs/edge-01.cfg', 'intended-configs/gone.cfg', 'golden/leaf.cfg'];
		const before = await clone.packs();
		{
			await using revisions = await openLocalRevisions({ cwd: clone.path, base: mergeBase, head });
			await revisions.changedAmong(paths);
			for (const path of paths) await revisions.readBase(path);

			expect(await revisions.readHead(paths[0] ?? '')).toBe('hostname edge-01\nip routing\n');
		}
		expect((await clone.packs()) - before).toBe(1);
		await rm(clone.remote, { recursive: true });
		await using again = await openLocalRevisions({ cwd: clone.path, base: mergeBase, head });

		expect(await again.readBase('golden/leaf.cfg')).toBe('hostname leaf\n');
		await expect(again.readHead('fleet.yml')).rejects.toThrow(
			/this is a partial clone, and files that it lacks could not be fetched from up\.stream/u,
		);
	});

	it('fetches from another remote of a partial clone what the first does not give', async () => {
		await using clone = await partialClone('blob:none');
		const { git } = clone;
		await git('remote', 'add', 'mirror', `file://${clone.remote}`);
		await git('config', 'remote.mirror.promisor', 'true');
		await git('remote', 'set-url', 'up.stream', `file://${clone.remote}/gone`);
		await using revisions = await openLocalRevisions({ cwd: clone.path, base: mergeBase, head });

		expect(await revisions.readHead('intended-configs/edge-01.cfg')).toBe('hostname edge-01\nip routing\n');
	});

	it('fetches from several remotes what none of them has all of', async () => {
		await using clone = await partialClone('blob:none');
		const [old, proposed] = [`${clone.remote}-old`, `${clone.remote}-new`];
		await run('git', ['clone', '--quiet', '--bare', '--branch=main', '--single-branch', `file://${checkout}`, old]);
		await run('git', ['init', '--quiet', '--bare', proposed]);
		await run('git', ['hash-object', '-w', join(checkout, 'intended-configs/edge-01.cfg')], { cwd: proposed });
		await offerAnyObject(old);
		await offerAnyObject(proposed);
		await clone.git('remote', 'set-url', 'up.stream', `file://${proposed}`);
		await clone.git('remote', 'add', 'mirror', `file://${old}`);
		await clone.git('config', 'remote.mirror.promisor', 'true');
		await using revisions = await openLocalRevisions({ cwd: clone.path, base: mergeBase, head });
		await revisions.changedAmong(['intended-configs/edge-01.cfg']);

		const path = 'intended-configs/edge-01.cfg';
		expect(await Promise.all([revisions.readHead(path), revisions.readBase(path)])).toEqual([
			'hostname edge-01\nip routing\n',
			'hostname edge-01\n',
		]);
		await expect(revisions.readHead('intended-configs/binary.cfg')).rejects.toThrow(
			/could not be fetched from up\.stream/u,
		);
	});

	it('fetches in one go what a clone of an older git lacks', async () => {
		await using clone = await partialClone('blob:none');
		const { git } = clone;
		await git('config', '--unset', 'remote.up.stream.promisor');
		await git('config', 'extensions.partialClone', 'up.stream');
		const before = await clone.packs();
		await using revisions = await openLocalRevisions({ cwd: clone.path, base: mergeBase, head });
		await revisions.changedAmong(['intended-configs/edge-01.cfg']);

		expect(await revisions.readHead('intended-configs/edge-01.cfg')).toBe('hostname edge-01\nip routing\n');
		expect(await revisions.readBase('intended-configs/edge-01.cfg')).toBe('hostname edge-01\n');
		expect((await clone.packs()) - before).toBe(1);
	});

	it('reads a clone without folders, or says that they could not be fetched', async () => {
		await using clone = await partialClone('tree:0');
		const open = () => openLocalRevisions({ cwd: clone.path, base: mergeBase, head });
		await clone.git('remote', 'set-url', 'up.stream', `file://${clone.remote}/gone`);
		{
			await using revisions = await open();
			await expect(revisions.changedPaths()).rejects.toThrow(
				/this is a partial clone, and files that it lacks could not be fetched: git ls-tree failed/u,
			);
		}
		await clone.git('remote', 'set-url', 'up.stream', `file://${clone.remote}`);
		await using revisions = await open();

		expect(await revisions.readBase('intended-configs/gone.cfg')).toBe('hostname gone\n');
	});
});

/** A clone without what the filter names; its remote is called `up.stream`. */
async function partialClone(filter: string) {
	const place = await temporaryFolder('partial-');
	const [remote, path] = [join(place.path, 'whole.git'), join(place.path, 'clone')];
	await run('git', ['clone', '--quiet', '--bare', checkout, remote]);
	await offerAnyObject(remote);
	const options = [`--filter=${filter}`, '--no-checkout', '--origin', 'up.stream'];
	await run('git', ['clone', '--quiet', ...options, `file://${remote}`, path]);
	return {
		path,
		remote,
		git: (...args: string[]) => run('git', args, { cwd: path }),
		/** How many fetches have brought something. */
		packs: async () =>
			(await readdir(join(path, '.git/objects/pack'))).filter((name) => name.endsWith('.promisor')).length,
		[Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
	};
}

async function offerAnyObject(repository: string): Promise<void> {
	for (const setting of ['allowFilter', 'allowAnySHA1InWant'])
		await run('git', ['config', `uploadpack.${setting}`, 'true'], { cwd: repository });
}

describe('fetchRevisions', () => {
	const access = () => ({ remoteUrl: server.urlOf(REPOSITORY), token: TOKEN, tempDir: folder, mergeBase, head });

	it('fetches no file that is not read, and removes its repository', async () => {
		const before = server.sentBytes;
		{
			await using revisions = await fetchRevisions(access());
			await revisions.readHead('intended-configs/edge-01.cfg');
			expect(await readdir(folder)).toHaveLength(2);
		}
		expect(server.sentBytes - before).toBeLessThan(10_000);
		expect(await readdir(folder)).toEqual(['checkout']);
	});

	it('fetches files that are read together in one go', async () => {
		await using revisions = await fetchRevisions(access());
		await revisions.changedPaths();
		const before = server.requests.length;

		await Promise.all([
			revisions.readHead('intended-configs/edge-01.cfg'),
			revisions.readBase('intended-configs/edge-01.cfg'),
			revisions.readHead('intended-configs/edge-02.cfg'),
		]);

		expect(server.requests.slice(before).filter((request) => request.startsWith('POST'))).toHaveLength(1);
	});

	it('fetches what a change touches in one go, however it is read then', async () => {
		await using revisions = await fetchRevisions(access());
		const paths = ['intended-configs/edge-01.cfg', 'intended-configs/gone.cfg', 'golden/leaf.cfg'];
		await revisions.changedAmong(paths);
		const before = server.requests.length;

		for (const path of paths) await Promise.allSettled([revisions.readBase(path), revisions.readHead(path)]);

		expect(server.requests.slice(before).filter((request) => request.startsWith('POST'))).toHaveLength(1);
	});

	it('names the permission when the token is refused', async () => {
		await expect(fetchRevisions({ ...access(), token: 'wrong' })).rejects.toMatchObject({
			code: 'ERR_REVISION',
			message: expect.stringContaining('contents: read'),
		});
		expect(await readdir(folder)).toEqual(['checkout']);
	});

	it.each([
		[AbortSignal.timeout(0), 'ERR_TIMEOUT'],
		[AbortSignal.abort(), 'ERR_CANCELLED'],
	])('ends when the signal says so: %#', async (signal, code) => {
		await new Promise((resolve) => setTimeout(resolve, 5));

		await expect(fetchRevisions({ ...access(), signal })).rejects.toMatchObject({ code });
		expect(await readdir(folder)).toEqual(['checkout']);
	});

	it('ends at once while the remote keeps silent', async () => {
		const silent = createServer(() => {});
		await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
		await using _ = { [Symbol.asyncDispose]: async () => void silent.close() };
		const remoteUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/acme/network.git`;
		const started = performance.now();

		await expect(fetchRevisions({ ...access(), remoteUrl, signal: AbortSignal.timeout(500) })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
		});

		// Git itself gives up after half a minute.
		expect(performance.now() - started).toBeLessThan(20_000);
		expect(await readdir(folder)).toEqual(['checkout']);
	});

	it.each(['main', '--upload-pack=x', 'HEAD', ''])('takes %j for no SHA', async (commitName) => {
		await expect(fetchRevisions({ ...access(), head: commitName })).rejects.toMatchObject({ code: 'ERR_REVISION' });
	});
});
