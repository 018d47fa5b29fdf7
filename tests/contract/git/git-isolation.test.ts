import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_RETENTION } from '../../../src/domain/history/retention.ts';
import { ConfigurationError, PublishError } from '../../../src/errors.ts';
import { HistoryRepository } from '../../../src/infrastructure/results-branch/history-repository.ts';
import { deviceReport, fleetReport } from '../../support/git/fleet-reports.ts';
import { startGitServer } from '../../support/git/http-backend.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const REPOSITORY = 'acme/network.git';
const TOKEN = 'ghs_0123456789abcdefSECRET';
const HEADER = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
const REPORT = fleetReport('1', [deviceReport('core-01')]);

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'git-isolation-'));
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await removeFolder(folder);
});

function branchAt(remoteUrl: string, token: string | null = TOKEN): HistoryRepository {
	return new HistoryRepository({
		remoteUrl,
		branch: 'drift-results',
		token,
		tempDir: folder,
		identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
		clock: { now: () => 0, elapsed: () => 0 },
		random: () => 0,
		retention: DEFAULT_RETENTION,
		renderPages: () => [{ path: 'README.md', content: '# Fleet\n' }],
	});
}

/** Puts a script called `git` in front of the real one. */
async function wrapGit(script: string): Promise<void> {
	const real = (await run('sh', ['-c', 'command -v git'])).stdout.trim();
	const bin = join(folder, 'bin');
	await mkdir(bin);
	await writeFile(join(bin, 'git'), `#!/bin/sh\n${script}\nexec ${real} "$@"\n`);
	await chmod(join(bin, 'git'), 0o755);
	vi.stubEnv('PATH', `${bin}${delimiter}${process.env.PATH}`);
}

describe('git as the project runs it', () => {
	it('has the token in no argument, and knows none of the machine’s other secrets', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		const log = join(folder, 'log');
		await wrapGit(`{ printf '%s\\n' "ARGV $*"; env | cut -d= -f1 | sed 's/^/ENV /'; } >> ${log}`);
		vi.stubEnv('FLEET_PASSWORD', 'hunter2');
		vi.stubEnv('GIT_ASKPASS', '/bin/false');
		vi.stubEnv('GIT_DIR', '/nowhere');

		await branchAt(server.urlOf(REPOSITORY)).record(REPORT);

		const lines = (await readFile(log, 'utf8')).split('\n');
		const argv = lines.filter((line) => line.startsWith('ARGV ')).join('\n');
		expect(argv).toContain('ARGV push');
		expect(argv).not.toContain(TOKEN);
		expect(argv).not.toContain(HEADER);
		expect(argv).not.toMatch(/--force|\s-f\s|\spush\s.*\s\+/u);
		expect(lines).toContain('ENV GIT_CONFIG_COUNT');
		for (const name of ['FLEET_PASSWORD', 'GIT_ASKPASS', 'GIT_DIR', 'GITHUB_TOKEN']) {
			expect(lines).not.toContain(`ENV ${name}`);
		}
		expect(server.requests.join('\n')).not.toContain(TOKEN);
	});

	it('uses nothing of the user’s configuration but the way out to the network', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		const home = join(folder, 'home');
		await mkdir(join(home, 'hooks'), { recursive: true });
		await writeFile(join(home, 'hooks', 'pre-push'), `#!/bin/sh\ntouch ${home}/hook-ran\nexit 1\n`, { mode: 0o755 });
		await writeFile(
			join(home, '.gitconfig'),
			[
				`[core]\n\thooksPath = ${home}/hooks`,
				`[credential]\n\thelper = "!touch ${home}/helper-ran"`,
				`[url "http://127.0.0.1:1/"]\n\tinsteadOf = ${server.url}/`,
				`[http]\n\textraheader = "X-Secret: leaked"\n\tproxy = http://proxy.invalid:3128`,
				'[commit]\n\tgpgSign = true',
				'[user]\n\tname = anna',
			].join('\n'),
		);
		vi.stubEnv('HOME', home);

		await expect(branchAt(server.urlOf(REPOSITORY)).record(REPORT)).rejects.toThrow(/could not be reached/u);
		vi.stubEnv('no_proxy', '127.0.0.1');
		await branchAt(server.urlOf(REPOSITORY)).record(REPORT);

		expect(await server.git(REPOSITORY, 'log', '-1', '--format=%an', 'drift-results')).toBe('fleet-drift\n');
		await expect(readFile(join(home, 'hook-ran'))).rejects.toThrow();
		await expect(readFile(join(home, 'helper-ran'))).rejects.toThrow();
	});

	it('leaves the repository that it runs in alone', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		const checkout = join(folder, 'checkout');
		await run('git', ['init', '--quiet', checkout]);
		const previous = process.cwd();
		await using _ = { [Symbol.asyncDispose]: async () => process.chdir(previous) };
		process.chdir(checkout);
		const before = await run('find', ['.', '-printf', '%p %T@ %s\n']);

		await branchAt(server.urlOf(REPOSITORY)).record(REPORT);

		expect(await run('find', ['.', '-printf', '%p %T@ %s\n'])).toEqual(before);
	});

	it('sends the token to no other host that the remote redirects to', async () => {
		await using thief = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		server.redirectTo(thief.url);

		await expect(branchAt(server.urlOf(REPOSITORY)).record(REPORT)).rejects.toBeInstanceOf(PublishError);

		expect(thief.requests).toEqual([]);
	});

	it.each([
		'https://anna:hunter2@git.example.net/acme/network.git',
		'https://hunter2@git.example.net/acme/network.git',
		'ssh://anna:hunter2@git.example.net/acme/network.git',
	])('refuses %s before anything is contacted, without repeating its credentials', (remoteUrl) => {
		let error: unknown;
		try {
			branchAt(remoteUrl);
		} catch (reason) {
			error = reason;
		}

		expect(error).toBeInstanceOf(ConfigurationError);
		expect(String(error)).toContain('git.example.net');
		expect(String(error)).not.toMatch(/anna|hunter2/u);
	});

	it('shows the token to nobody who turns on debug output', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		const script = join(folder, 'record.ts');
		const source = new URL('../../../src/infrastructure/git/temporary-repository.ts', import.meta.url);
		await writeFile(
			script,
			`import { TemporaryRepository } from '${source}';
			const options = JSON.parse(process.argv[2]);
			await using repository = await TemporaryRepository.create({ ...options, token: process.env.TOKEN });
			await repository.git.text(['ls-remote', 'origin']);`,
		);
		const options = JSON.stringify({ remoteUrl: server.urlOf(REPOSITORY), tempDir: folder });

		const { stderr } = await run(process.execPath, [script, options], {
			env: { PATH: process.env.PATH, HOME: folder, DEBUG: '*', TOKEN },
		});

		expect(stderr).toContain('simple-git');
		expect(stderr).not.toContain(TOKEN);
		expect(stderr).not.toContain(HEADER);
	});

	it('runs no command that a URL names', async () => {
		await expect(branchAt(`ext::sh -c "touch ${folder}/pwned"`, null).record(REPORT)).rejects.toBeInstanceOf(
			PublishError,
		);

		await expect(readFile(join(folder, 'pwned'))).rejects.toThrow();
	});

	it('says that git is not installed', async () => {
		vi.stubEnv('PATH', join(folder, 'empty'));

		await expect(branchAt(join(folder, 'x.git'), null).record(REPORT)).rejects.toThrow(
			'git is not installed, or not on the PATH',
		);
	});

	it('logs in to a host whose name looks like a setting to simple-git', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		const remoteUrl = server.urlOf(REPOSITORY).replace('127.0.0.1', 'alias.localhost');

		await expect(branchAt(remoteUrl).record(REPORT)).resolves.toMatch(/^[0-9a-f]{40}$/u);
	});
});
