import { afterEach, describe, expect, it, vi } from 'vitest';
import { isBehindProxy, throughProxy } from '../../../../../src/infrastructure/github/client/proxy.ts';

const API = new URL('https://github.example.com/api/v3');

afterEach(() => {
	vi.unstubAllEnvs();
});

describe('throughProxy', () => {
	it.each([
		['proxy.example:3128', 'http://proxy.example:3128'],
		['anna:Fictive1@proxy.example:3128', 'http://anna:Fictive1@proxy.example:3128'],
		['[2001:db8::1]:3128', 'http://[2001:db8::1]:3128'],
		['https://proxy.example', 'https://proxy.example'],
		['', ''],
	])('lets the client see %s as %s', async (value, seen) => {
		const env = { HTTPS_PROXY: value, NO_PROXY: 'github.example.net', all_proxy: 'socks5h://proxy.example:1080' };

		expect(await throughProxy(() => ({ ...env }), { api: API, env })).toEqual({ ...env, HTTPS_PROXY: seen });
	});

	it('takes a proxy for everything where there is none of its own', async () => {
		const env = { all_proxy: 'proxy.example:3128', HTTP_PROXY: 'http://other.example' };

		expect(await throughProxy(() => ({ ...env }), { api: API, env })).toEqual({
			...env,
			https_proxy: 'http://proxy.example:3128',
		});
	});

	it('takes an empty one for none, as git does', async () => {
		const given = { all_proxy: 'http://proxy.example:3128', https_proxy: '', HTTP_PROXY: '' };
		const env = { ...given };

		expect(await throughProxy(() => ({ ...env }), { api: API, env })).toEqual(given);
	});

	it.each([
		'http://proxy.example:99999',
		'http://anna:100%@proxy.example:3128',
		'http://anna:%ff@proxy.example:3128',
		'http://',
		'proxy example',
	])('refuses %s, past which the client would go', async (value) => {
		const made = throughProxy(() => 'a client', { api: API, env: { https_proxy: value } });

		await expect(made).rejects.toMatchObject({ code: 'ERR_CONFIGURATION' });
		await expect(made).rejects.not.toThrow(/anna|proxy.example:9/u);
	});

	it('takes any for an API that is asked directly', async () => {
		vi.stubEnv('no_proxy', 'example.net,.example.com');
		const env = { https_proxy: 'http://proxy.example:99999' };

		expect(await throughProxy(() => ({ ...env }), { api: API, env })).toEqual(env);
	});

	it('leaves an error of what is made alone', async () => {
		const make = () => Promise.reject(new Error('no such module'));

		await expect(throughProxy(make, { api: API, env: {} })).rejects.toThrow('no such module');
	});
});

describe('isBehindProxy', () => {
	it.each([
		[{ https_proxy: 'http://proxy.example' }, true],
		[{ HTTP_PROXY: 'http://proxy.example' }, true],
		[{ https_proxy: '', all_proxy: 'http://proxy.example', no_proxy: '*' }, false],
	])('%o: %s', (env, expected) => {
		expect(isBehindProxy(API, env)).toBe(expected);
	});

	it('is not where no_proxy names the API', () => {
		vi.stubEnv('no_proxy', 'github.example.com');

		expect(isBehindProxy(API, { https_proxy: 'http://proxy.example' })).toBe(false);
	});
});
