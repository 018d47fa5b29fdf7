import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { RestLogin, RestRequest } from '../../../src/domain/platform/rest-rules.ts';
import { platformOf } from '../../support/platform-of.ts';
import { fetchRest, restPlatform } from '../../support/rest/fetch-rest.ts';
import { type Answer, json, startRestServer } from '../../support/rest/rest-server.ts';
import { testCredentials } from '../../support/ssh/ssh-fixtures.ts';

const CONFIG = 'hostname edge-01\nend\n';
/** Longer than any test waits. */
const PATIENT = { authMs: 20_000, idleMs: 20_000 };
const served = (response: ServerResponse): void => json(response, { config: CONFIG });
const line = ({ method, url }: { readonly method: string; readonly url: string }): string => `${method} ${url}`;

describe('a session', () => {
	const bySid: RestLogin = {
		kind: 'session',
		open: {
			method: 'POST',
			path: '/login',
			body: { kind: 'json', value: { user: '{username}', password: '{password}' } },
		},
		grant: { kind: 'answer', type: 'json', at: '/sid' },
		send: { headers: { 'X-Sid': '{session}' } },
		close: { method: 'POST', path: '/logout', body: { kind: 'json', value: {} } },
	};
	const platform = restPlatform({ logins: [bySid] });

	it('is opened once, used, and given back, all on one connection', async () => {
		await using server = await startRestServer((request, response) => {
			if (request.url === '/login') json(response, { sid: 's3ss10n' });
			else if (request.headers['x-sid'] === 's3ss10n') served(response);
			else json(response, {}, 401);
		});

		expect(await fetchRest(server, { platform })).toEqual({ text: CONFIG, session: { handshakes: 1, commands: 2 } });
		expect(server.requests.map(line)).toEqual(['POST /login', 'GET /api/config', 'POST /logout']);
		expect(server.requests[0]?.body).toBe('{"user":"audit","password":"open sesame"}');
		expect(server.handshakes).toBe(1);
	});

	it('is given back when the config is refused', async () => {
		await using server = await startRestServer((request, response) =>
			request.url === '/api/config' ? json(response, { error: 'no rights' }) : json(response, { sid: 'x' }),
		);

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({
			message: expect.stringContaining('no rights'),
		});
		expect(server.requests.map(line).at(-1)).toBe('POST /logout');
	});

	it.each<[string, (response: ServerResponse) => void]>([
		['hangs up', (response) => response.destroy()],
		['goes silent', () => undefined],
	])('does not lose the config because the device %s at the end', async (_, farewell) => {
		await using server = await startRestServer((request, response) => {
			if (request.url === '/logout') farewell(response);
			else json(response, request.url === '/login' ? { sid: 'x' } : { config: CONFIG });
		});
		const started = performance.now();

		expect((await fetchRest(server, { platform, connection: { timeouts: PATIENT } })).text).toBe(CONFIG);
		expect(performance.now() - started).toBeLessThan(PATIENT.authMs / 2);
		await expect.poll(() => server.open).toBe(0);
	});

	it.each<[string, Answer]>([
		['that the device refuses', (_, response) => json(response, {}, 401)],
		['that fails', (_, response) => json(response, {}, 500)],
		['that is answered without one', (_, response) => json(response, { error: null })],
		['that would break a header', (_, response) => json(response, { sid: 'a\r\nX-Evil: 1' })],
		['that is answered with a page', (_, response) => response.setHeader('content-type', 'text/html').end('<html>')],
	])('%s is asked for exactly once', async (_, answer) => {
		await using server = await startRestServer(answer);

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({ name: 'DeviceError' });
		expect(server.requests.map(line)).toEqual(['POST /login']);
	});

	it('is refused in the body of an answer with a good status', async () => {
		const denials = [/credentials/i];
		const answer = { type: 'json', text: '/config', complaints: ['/message'], denials } as const;
		await using server = await startRestServer((_, response) => json(response, { message: 'Wrong credentials' }, 400));

		await expect(fetchRest(server, { platform: restPlatform({ logins: [bySid], answer }) })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			reachable: false,
		});
		expect(server.requests).toHaveLength(1);
	});

	it('comes as cookies, whose braces mean nothing', async () => {
		const login: RestLogin = { ...bySid, grant: { kind: 'cookies' }, send: {}, close: null };
		await using server = await startRestServer((request, response) => {
			if (request.url !== '/login') return served(response);
			response.setHeader('set-cookie', ['id={password}; Path=/; Secure', 'csrf=1']);
			response.end();
		});

		await fetchRest(server, { platform: restPlatform({ logins: [login] }) });

		expect(server.requests[1]?.headers.cookie).toBe('id={password}; csrf=1');
	});

	it('comes as a key in XML and is sent by query, as PAN-OS can', async () => {
		const keygen: RestRequest = {
			method: 'POST',
			path: '/api/',
			query: { type: 'keygen' },
			body: { kind: 'form', fields: { user: '{username}', password: '{password}' } },
		};
		const login: RestLogin = {
			kind: 'session',
			open: keygen,
			grant: { kind: 'answer', type: 'xml', at: '/response/result/key' },
			send: { query: { key: '{session}' } },
			close: null,
		};
		const answer = {
			type: 'xml',
			text: '/response/result',
			requires: [{ at: '/response/@status', is: 'success' }],
			complaints: ['/response/msg/line'],
		} as const;
		const showRunning: readonly RestRequest[] = [{ method: 'GET', path: '/api/', query: { type: 'config' } }];
		const markup = '<config version="11.1.0">\n  <a x="1>0">&amp;</a>\n</config>';
		await using server = await startRestServer((request, response) => {
			const inside = request.url === '/api/?type=keygen' ? '<key>LUFRPT1=</key>' : markup;
			response.end(`<?xml version="1.0"?><response status="success"><result>${inside}</result></response>`);
		});

		const platform = restPlatform({ logins: [login], answer, showRunning });

		expect((await fetchRest(server, { platform })).text).toBe(markup);
		expect(server.requests[0]?.body).toBe('user=audit&password=open+sesame');
		expect(server.requests[1]?.url).toBe('/api/?key=LUFRPT1%3D&type=config');
	});
});

describe('a token', () => {
	const bearer: RestLogin = { kind: 'token', send: { headers: { authorization: 'Bearer {token}' } } };
	const token = testCredentials({ username: '', password: null, token: 't0ken' });

	it('is sent instead of a password where there is one', async () => {
		await using server = await startRestServer((_, response) => served(response));
		const platform = restPlatform({ logins: [bearer, { kind: 'basic' }] });

		await fetchRest(server, { platform, connection: { credentials: token } });
		await fetchRest(server, { platform });

		expect(server.requests.map(({ headers }) => headers.authorization?.split(' ')[0])).toEqual(['Bearer', 'Basic']);
	});

	it('that is refused is not followed by a password', async () => {
		await using server = await startRestServer((_, response) => json(response, {}, 401));
		const credentials = testCredentials({ token: 't0ken' });
		const platform = restPlatform({ logins: [bearer, { kind: 'basic' }] });

		await expect(fetchRest(server, { platform, connection: { credentials } })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
		});
		expect(server.requests).toHaveLength(1);
	});

	it('goes into a form field that looks like JSON, as VyOS takes it', async () => {
		const fields = { data: '{"op": "showConfig", "path": []}', key: '{token}' };
		const showRunning: readonly RestRequest[] = [{ method: 'POST', path: '/retrieve', body: { kind: 'form', fields } }];
		const answer = {
			type: 'json',
			text: '/data',
			requires: [{ at: '/success', is: 'true' }],
			complaints: ['/error'],
		} as const;
		await using server = await startRestServer((_, response) =>
			json(response, { success: true, data: { interfaces: {} }, error: null }),
		);
		const platform = restPlatform({ logins: [{ kind: 'token', send: {} }], showRunning, answer });

		const { text } = await fetchRest(server, { platform, connection: { credentials: token } });

		expect(text).toBe('{\n  "interfaces": {}\n}');
		expect(Object.fromEntries(new URLSearchParams(server.requests[0]?.body))).toEqual({ ...fields, key: 't0ken' });
	});

	it('is not sent anywhere where the credentials hold none', async () => {
		await using server = await startRestServer((_, response) => served(response));

		await expect(fetchRest(server, { platform: restPlatform({ logins: [bearer] }) })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
		});
		expect(server.requests).toEqual([]);
	});
});

describe('a request of several releases', () => {
	const answer = { type: 'text', text: '', complaints: [] } as const;
	const showRunning: readonly RestRequest[] = [
		{ method: 'POST', path: '/backup', body: { kind: 'json', value: { scope: 'global' } } },
		{ method: 'GET', path: '/backup', query: { scope: 'global' } },
	];
	const platform = restPlatform({ showRunning, answer });

	it.each([404, 405])('is sent in its other form after %i, and only then', async (status) => {
		await using server = await startRestServer(({ method }, response) => {
			if (method === 'POST') json(response, {}, status);
			else response.setHeader('content-type', 'text/plain').end(CONFIG.replaceAll('\n', '\r\n'));
		});

		expect(await fetchRest(server, { platform })).toEqual({ text: CONFIG, session: { handshakes: 1, commands: 2 } });
		expect(server.requests.map(line)).toEqual(['POST /backup', 'GET /backup?scope=global']);
	});

	it('is not sent in another form when it is refused', async () => {
		await using server = await startRestServer((_, response) => json(response, {}, 400));

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({ code: 'ERR_COMMAND_REJECTED' });
		expect(server.requests).toHaveLength(1);
	});

	it('says how to switch the API on when no form is known', async () => {
		await using server = await startRestServer((_, response) => json(response, {}, 404));

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining('Switch its API on: api on'),
		});
	});
});

describe('a task', () => {
	const platform = restPlatform({
		showRunning: [{ method: 'POST', path: '/run', body: { kind: 'json', value: {} } }],
		task: {
			at: '/task',
			ask: { method: 'GET', path: '/task', query: { id: '{task}' } },
			state: { at: '/state', pending: ['queued', 'running'] },
		},
		answer: { type: 'json', text: '/config', complaints: ['/error'], requires: [{ at: '/state', is: 'done' }] },
	});
	const states = (...steps: readonly object[]): Answer => {
		const left = [...steps];
		return ({ url }, response) => json(response, url === '/run' ? { task: 't{password}' } : left.shift());
	};

	it('is asked for until it is done', async () => {
		const answer = states({ state: 'queued' }, { state: 'running' }, { state: 'done', config: CONFIG });
		await using server = await startRestServer(answer);

		expect(await fetchRest(server, { platform })).toEqual({ text: CONFIG, session: { handshakes: 1, commands: 4 } });
		expect(server.requests.map(line).slice(0, 2)).toEqual(['POST /run', 'GET /task?id=t%7Bpassword%7D']);
	});

	it('that failed is told in its own words', async () => {
		await using server = await startRestServer(states({ state: 'running' }, { state: 'failed', error: 'no clish' }));

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining('rejected POST /run: no clish'),
		});
	});

	it('that is never done is given up with the device', async () => {
		await using server = await startRestServer(({ url }, response) =>
			json(response, url === '/run' ? { task: 1 } : { state: 'running' }),
		);

		await expect(fetchRest(server, { platform, signal: AbortSignal.timeout(600) })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
		});
		await expect.poll(() => server.open).toBe(0);
	});

	it('that takes longer than a command may is timed out, and names the device', async () => {
		await using server = await startRestServer(({ url }, response) =>
			json(response, url === '/run' ? { task: 1 } : { state: 'running' }),
		);

		await expect(fetchRest(server, { platform, connection: { timeouts: { commandMs: 100 } } })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			message: expect.stringMatching(/^127\.0\.0\.1:\d+ did not finish POST \/run within 0\.1 s\. .*timeouts\.command/),
		});
	});

	it('that was done at once is not asked for', async () => {
		await using server = await startRestServer((_, response) => json(response, { state: 'done', config: CONFIG }));

		await fetchRest(server, { platform });

		expect(server.requests).toHaveLength(1);
	});
});

describe('a part of a device', () => {
	it('is asked for by its name', async () => {
		const showVdom: readonly RestRequest[] = [{ method: 'GET', path: '/api/config', query: { vdom: '{vdom}' } }];
		await using server = await startRestServer((_, response) => served(response));

		await fetchRest(server, { platform: restPlatform({ showVdom }), connection: { vdom: 'guests' } });

		expect(server.requests.map(line)).toEqual(['GET /api/config?vdom=guests']);
	});

	it('of a FortiGate is a backup of that VDOM, by POST or GET', async () => {
		await using server = await startRestServer(({ method }, response) => {
			if (method === 'POST') json(response, {}, 405);
			else response.setHeader('content-type', 'application/octet-stream').end('config system settings\nend\n');
		});
		const credentials = testCredentials({ username: '', password: null, token: 't0ken' });

		await fetchRest(server, { platform: platformOf('fortinet'), connection: { vdom: 'guests', credentials } });

		const path = '/api/v2/monitor/system/config/backup';
		expect(server.requests.map(line)).toEqual([`POST ${path}`, `GET ${path}?destination=file&scope=vdom&vdom=guests`]);
		expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ destination: 'file', scope: 'vdom', vdom: 'guests' });
	});
});

it('unpacks a config in base64', async () => {
	const answer = { type: 'json', text: '/config', encoding: 'base64', complaints: [] } as const;
	await using server = await startRestServer((_, response) =>
		json(response, { config: Buffer.from('hostname süd\n').toString('base64') }),
	);

	expect((await fetchRest(server, { platform: restPlatform({ answer }) })).text).toBe('hostname süd\n');
});
