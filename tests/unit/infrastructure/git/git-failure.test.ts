import { describe, expect, it } from 'vitest';
import { classifyGitOutput, cleanGitOutput, GitFailure } from '../../../../src/infrastructure/git/git-failure.ts';

describe('classifyGitOutput', () => {
	it.each([
		['login-refused', "fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
		['login-refused', "fatal: Authentication failed for 'https://github.com/acme/network.git/'"],
		['not-permitted', 'remote: Permission to acme/network.git denied to github-actions[bot].'],
		['not-permitted', 'fatal: unable to access: The requested URL returned error: 403'],
		['not-found', "remote: Repository not found.\nfatal: repository 'https://github.com/acme/x.git/' not found"],
		['not-found', "fatal: '/srv/x.git' does not appear to be a git repository"],
		['unreachable', 'fatal: unable to access: Could not resolve host: github.com'],
		['unreachable', 'error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502'],
		['certificate', 'fatal: unable to access: SSL certificate problem: unable to get local issuer certificate'],
		['timed-out', 'fatal: unable to access: Operation too slow. Less than 1 bytes/sec transferred the last 30 seconds'],
		['disk-full', 'fatal: write error: No space left on device'],
		['too-many-files', 'fatal: unable to create thread: Too many open files'],
		['not-trusted', "fatal: detected dubious ownership in repository at '/srv/net'\nTo add an exception"],
		['failed', 'remote: fatal: unable to create thread: Too many open files'],
		['failed', 'fatal: bad object'],
	])('reads %s from %j', (kind, output) => {
		expect(classifyGitOutput(output)).toBe(kind);
	});
});

describe('cleanGitOutput', () => {
	it('takes out secrets, credentials of URLs and control characters', () => {
		const output = 'fatal: https://x:ghs_1@git.example.net/ said \u001B[31mghs_1\u202E and bGVhaw== \r::error::x';

		expect(cleanGitOutput(output, ['ghs_1', 'bGVhaw=='])).toBe(
			'fatal: https://git.example.net/ said  [31m***  and *** \n::error::x',
		);
	});

	it('takes out a password that holds an @, and leaves addresses of people', () => {
		expect(cleanGitOutput("fatal: unable to access 'https://x:pa@ss@git.example.net/a/b@c.git/'", [])).toBe(
			"fatal: unable to access 'https://git.example.net/a/b@c.git/'",
		);
		expect(cleanGitOutput('https://git.example.net/ says ask noc@example.net', [])).toBe(
			'https://git.example.net/ says ask noc@example.net',
		);
	});
});

describe('GitFailure', () => {
	it('says why in one short line', () => {
		const output = `Enumerating objects: 3\nremote: no\nhint: try again\nerror: failed to push some refs${'x'.repeat(1_000)}`;

		const { message } = new GitFailure({ command: 'push', kind: 'failed', exitCode: 1, output });

		expect(message).toMatch(/^git push failed: remote: no; error: failed to push some refs/u);
		expect(message.length).toBeLessThan(450);
	});

	it('says how to have a repository of another user read', () => {
		const output = "fatal: detected dubious ownership in repository at '/srv/my net'\nTo add an exception for …";

		expect(new GitFailure({ command: 'rev-parse', kind: 'not-trusted', exitCode: 128, output }).message).toBe(
			"git does not read /srv/my net, which belongs to another user. If you trust it: git config --global --add safe.directory '/srv/my net'",
		);
	});

	it('falls back to the exit code', () => {
		expect(new GitFailure({ command: 'push', kind: 'failed', exitCode: 7, output: '' }).message).toBe(
			'git push failed: exit code 7',
		);
	});
});
