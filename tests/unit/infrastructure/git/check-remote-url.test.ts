import { describe, expect, it } from 'vitest';
import { checkRemoteUrl } from '../../../../src/infrastructure/git/check-remote-url.ts';

describe('checkRemoteUrl', () => {
	it.each([
		'https://github.com/acme/network.git',
		'ssh://git@github.com/acme/network.git',
		'git@github.com:acme/network.git',
		'https://git.example.net/a/b@c.git',
		'https://git.example.net:8443/~anna@home/a.git',
		'https://[2001:db8::1]:8443/a@b.git',
		'ssh://git@git.example.net:2222/acme/a@b.git',
		'https://git.example.net/a.git?version=1',
		'git.example.net:acme/network@v1.git',
		'/srv/network.git',
		'/srv/anna:hunter@home:a.git',
		'file:///srv/a:b@c.git',
		'C:/srv/a@b.git',
	])('takes %s', (url) => {
		expect(() => checkRemoteUrl(url)).not.toThrow();
	});

	it.each([
		'https://x-access-token:ghs_hunter2@git.example.net/a.git',
		'https://ghs_hunter2@git.example.net/a.git',
		'https://anna:p@ss@hunter2@git.example.net/a.git',
		'ssh://anna:hunter2@git.example.net/a.git',
		' https://anna:hunter2@git.example.net/a.git',
		'https:///anna:hunter2@git.example.net/a.git',
		'https:/anna:hunter2@git.example.net/a.git',
		'https://anna:hunter2/p@ss@git.example.net/a.git',
		'anna:hunter2@git.example.net:a.git',
		'https://git.example.net/a.git?private_token=hunter2',
		'https://git.example.net/a.git?a=1&access_token=hunter2',
	])('refuses %s, and repeats nothing of what is secret', (url) => {
		const message = messageOf(() => checkRemoteUrl(url));

		expect(message).toContain('the remote at git.example.net is given with credentials in its URL');
		expect(message).not.toMatch(/hunter2|p@ss|ss@/u);
	});
});

function messageOf(check: () => void): string {
	try {
		check();
		return 'taken';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
