import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readAs } from '../../../src/domain/platform/text-form.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { findIncompleteness } from '../../support/at-once.ts';
import { platformOf } from '../../support/platform-of.ts';
import { selfSigned } from '../../support/rest/certificates.ts';
import { type FetchRestOptions, fetchRest } from '../../support/rest/fetch-rest.ts';
import { apiAnswer, type RestApi, restApis } from '../../support/rest/rest-apis.ts';
import { type Answer, type RestServer, startRestServer } from '../../support/rest/rest-server.ts';
import { testCredentials } from '../../support/ssh/ssh-fixtures.ts';

/** What the adapter says of an answer to the request for the config. */
const WRONG_ANSWERS: readonly [string, (api: RestApi) => Answer, string][] = [
	['401', () => (_, response) => response.writeHead(401).end(), 'ERR_AUTHENTICATION'],
	['403', () => (_, response) => response.writeHead(403).end(), 'ERR_AUTHENTICATION'],
	['404', () => (_, response) => response.writeHead(404).end('not found'), 'ERR_COMMAND_REJECTED'],
	['405', () => (_, response) => response.writeHead(405).end(), 'ERR_COMMAND_REJECTED'],
	['429', () => (_, response) => response.writeHead(429, { 'retry-after': '0' }).end(), 'ERR_COMMAND_REJECTED'],
	['500', () => (_, response) => response.writeHead(500, { 'retry-after': '0' }).end('oops'), 'ERR_COMMAND_REJECTED'],
	[
		'half of what it announces',
		({ body, mediaType }) =>
			(_, response) => {
				response.writeHead(200, { 'content-type': mediaType, 'content-length': Buffer.byteLength(body) });
				response.write(body.slice(0, body.length / 2), () => response.destroy());
			},
		'ERR_INCOMPLETE',
	],
	[
		'a login page',
		() => (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><form>'),
		'ERR_COMMAND_REJECTED',
	],
	['silence', () => () => undefined, 'ERR_TIMEOUT'],
	['nothing, closing the connection', () => (_, response) => response.destroy(), 'ERR_UNREACHABLE'],
];

it('knows every platform with rules for REST', () => {
	const withRest = platforms.names.filter((name) => platformOf(name).rest !== undefined);

	expect(Object.keys(restApis).toSorted()).toEqual(withRest);
});

describe.each(Object.entries(restApis))('the API of %s', (name, api) => {
	const platform = platformOf(name);
	const credentials = testCredentials(api.credentials);
	const fetch = (server: RestServer, { connection, ...options }: FetchRestOptions = {}) =>
		fetchRest(server, { platform, ...options, connection: { credentials, ...connection } });
	const asked = ({ requests }: RestServer): readonly string[] =>
		requests.map(({ method, url }) => `${method} ${url.split('?', 1)[0]}`);
	const logins = (server: RestServer): number => {
		// PAN-OS logs in and is asked at one and the same place.
		const isLogin = ({ url, body }: { readonly url: string; readonly body: string }): boolean =>
			url === api.login && (name !== 'paloalto_panos' || body.includes('type=keygen'));
		return server.requests.filter(isLogin).length;
	};
	const expectHarmless = async (server: RestServer, error: unknown): Promise<void> => {
		const shown = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
		for (const secret of api.secrets) {
			expect(shown).not.toContain(secret);
			for (const { url } of server.requests) expect(decodeURIComponent(url)).not.toContain(secret);
		}
		expect(logins(server)).toBe(api.login === null ? 0 : 1);
		await expect.poll(() => server.open).toBe(0);
	};

	it('gives the whole config over one connection, and the session back', async () => {
		await using server = await startRestServer(apiAnswer(api));

		const { text, session } = await fetch(server);

		expect(text.trim()).toBe(api.config.trim());
		expect(findIncompleteness(text, readAs(platform, 'rest'))).toBeNull();
		expect(asked(server)).toEqual(api.requests);
		const commands = api.logout === null ? api.requests.length : api.requests.length - 1;
		expect(session).toEqual({ handshakes: 1, commands });
		await expectHarmless(server, null);
	});

	it.each(WRONG_ANSWERS)('that answers with %s is told by its code', async (_, answer, code) => {
		await using server = await startRestServer(apiAnswer(api, answer(api)));
		// Only who goes silent has to be waited for.
		const silenceMs = code === 'ERR_TIMEOUT' ? 600 : 5_000;
		const timeouts = { authMs: silenceMs, idleMs: silenceMs };

		const error = await fetch(server, { connection: { timeouts } }).catch((reason: unknown) => reason);

		expect(error).toMatchObject({ name: 'DeviceError', code });
		if (api.logout !== null) expect(asked(server).at(-1)).toBe(`POST ${api.logout}`);
		await expectHarmless(server, error);
	});

	it('that refuses the login is asked once', async () => {
		const right = apiAnswer(api);
		await using server = await startRestServer((request, response, number) =>
			number === 1 && api.login !== null
				? response.writeHead(401, { 'content-type': api.mediaType }).end()
				: api.login === null
					? api.refuse(response)
					: right(request, response, number),
		);

		const error = await fetch(server).catch((reason: unknown) => reason);

		expect(error).toMatchObject({ code: 'ERR_AUTHENTICATION', reachable: false });
		expect(server.requests).toHaveLength(1);
		await expectHarmless(server, error);
	});

	it('that knows another password says so once, in its own way', async () => {
		await using server = await startRestServer(apiAnswer(api));
		const wrong = testCredentials({
			username: 'audit',
			password: 'hunter5',
			token: api.credentials.token === undefined ? null : 'hunter6',
		});

		const error = await fetchRest(server, { platform, connection: { credentials: wrong } }).catch(
			(reason: unknown) => reason,
		);

		expect(error).toMatchObject({ code: 'ERR_AUTHENTICATION', reachable: false });
		expect(server.requests).toHaveLength(1);
		expect(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(/hunter\d/);
	});

	it('that sends us elsewhere is not followed, and nobody else hears a secret', async () => {
		await using other = await startRestServer((_, response) => response.end());
		const location = `https://127.0.0.1:${other.port}/`;
		await using server = await startRestServer((_, response) => response.writeHead(307, { location }).end());

		const error = await fetch(server).catch((reason: unknown) => reason);

		expect(error).toMatchObject({ code: 'ERR_COMMAND_REJECTED', message: expect.stringContaining('redirects') });
		expect(other.requests).toEqual([]);
		expect(server.requests).toHaveLength(1);
	});

	it('that nobody vouches for is asked nothing', async () => {
		await using server = await startRestServer(apiAnswer(api), selfSigned(['127.0.0.1']));

		const error = await fetch(server, { authority: null }).catch((reason: unknown) => reason);

		expect(error).toMatchObject({ code: 'ERR_HOST_KEY', reason: 'host-key-mismatch', reachable: false });
		expect(server.requests).toEqual([]);
	});

	it('that answers with something of another type is not judged', async () => {
		const answer = apiAnswer(api, (_, response) =>
			response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7\n%âãÏÓ\nend\n'),
		);
		await using server = await startRestServer(answer);

		const problem = await fetch(server).then(
			({ text }) => findIncompleteness(text, readAs(platform, 'rest')),
			({ code }: { readonly code: string }) => code,
		);

		expect(problem).not.toBeNull();
	});

	it('that gives a cut config with a good status is not taken for whole', async () => {
		const cut = api.config.slice(0, (api.config.length * 2) / 3);
		const body = cutBody(api, cut);
		await using server = await startRestServer(
			apiAnswer(api, (_, response) => response.writeHead(200, { 'content-type': api.mediaType }).end(body)),
		);

		const problem = await fetch(server).then(
			({ text }) => findIncompleteness(text, readAs(platform, 'rest')),
			({ code }: { readonly code: string }) => code,
		);

		// NX-OS ends its configs with nothing: there the whole JSON around it is the proof.
		if (name === 'cisco_nxos') expect(problem).toBeNull();
		else expect(problem).not.toBeNull();
	});
});

const WITH_LOGIN = Object.entries(restApis).filter(([, { login }]) => login !== null);

describe.each(WITH_LOGIN)('the session of %s', (name, api) => {
	it('keeps what its login granted to itself, also where the device repeats it', async () => {
		// Everything that the device was sent, in all places where an API has words for an error.
		await using server = await startRestServer(
			apiAnswer(api, ({ headers }, response) => {
				const said = api.secrets.map((secret) => `${secret} "${secret}" ${encodeURIComponent(secret)}`).join(' ');
				const line = said.replaceAll('"', '&quot;');
				const xml = `<response status="error"><result><msg>${line}</msg></result></response>`;
				const isXml = api.mediaType.startsWith('application/xml');
				response.writeHead(400, {
					'content-type': api.mediaType,
					'x-sent': encodeURIComponent(JSON.stringify(headers)),
				});
				response.end(isXml ? xml : JSON.stringify({ message: said, code: said, error: said }));
			}),
		);
		const granted = api.secrets.at(-1) ?? '';

		const error = await fetchRest(server, {
			platform: platformOf(name),
			connection: { credentials: testCredentials(api.credentials) },
		}).catch((reason: unknown) => reason);

		expect(error).toMatchObject({ name: 'DeviceError', code: 'ERR_COMMAND_REJECTED' });
		const shown = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
		expect(shown).not.toContain(granted);
	});
});

/** The same answer with less of the config in it. */
function cutBody({ body, config }: RestApi, cut: string): string {
	const forms = [
		[JSON.stringify(config.replaceAll('\n', '\r\n')), JSON.stringify(cut)],
		[JSON.stringify(config), JSON.stringify(cut)],
		[Buffer.from(config).toString('base64'), Buffer.from(cut).toString('base64')],
		[config, cut],
	] as const;
	const form = forms.find(([whole]) => body.includes(whole));
	return form === undefined ? body.slice(0, (body.length * 2) / 3) : body.replace(form[0], () => form[1]);
}
