import { describe, expect, it } from 'vitest';
import {
	basicCredentials,
	isolatedEnvironment,
	userEnvironment,
} from '../../../../src/infrastructure/git/git-environment.ts';

const TOKEN = 'ghs_reader';

/** git's settings as its variables give them, in their order. */
function settingsOf(remoteUrl: string): readonly (readonly [key: string, value: string])[] {
	const environment = isolatedEnvironment({ remoteUrl, token: TOKEN, home: '/nowhere', machine: {} });
	return Array.from({ length: Number(environment.GIT_CONFIG_COUNT) }, (_, index) => [
		environment[`GIT_CONFIG_KEY_${index}`] ?? '',
		environment[`GIT_CONFIG_VALUE_${index}`] ?? '',
	]);
}

describe('isolatedEnvironment', () => {
	it('binds the token to the origin of the remote, and takes back what others have set for it', () => {
		const headers = settingsOf('https://ghe.example.net/octo/network.git').filter(([key]) =>
			key.endsWith('extraheader'),
		);

		expect(headers).toEqual([
			['http.https://ghe.example.net/.extraheader', ''],
			['http.https://ghe.example.net/.extraheader', `Authorization: Basic ${basicCredentials(TOKEN)}`],
		]);
	});

	it.each(['ssh://git@example.net/network.git', 'file:///srv/network.git', '/srv/network.git'])(
		'gives the token to no remote that takes none: %s',
		(remoteUrl) => {
			expect(JSON.stringify(settingsOf(remoteUrl))).not.toContain(basicCredentials(TOKEN));
		},
	);
});

describe('every git', () => {
	it.each([
		['of ours', isolatedEnvironment({ remoteUrl: 'https://example.net/a.git', token: TOKEN, home: '/h', machine: {} })],
		['in the repository of the user', userEnvironment({})],
	])('waits for nobody at a terminal, and runs no command of a URL: %s', (_, environment) => {
		expect(environment).toMatchObject({ GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'https:http:ssh:file' });
	});
});
