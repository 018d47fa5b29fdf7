import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fetchRest, restPlatform } from '../../support/rest/fetch-rest.ts';
import { type Answer, json, startRestServer } from '../../support/rest/rest-server.ts';
import { systemClock, testCredentials } from '../../support/ssh/ssh-fixtures.ts';

const CONFIG = `${'interface Ethernet1\n'.repeat(5_000)}end\n`;
const BODY = JSON.stringify({ config: CONFIG });
const served: Answer = (_, response) => json(response, { config: CONFIG });

interface Wrong {
	readonly code: string;
	readonly says: string;
	readonly reachable: boolean;
	/** How often the device is asked. */
	readonly requests: number;
}

const WRONG_ANSWERS: readonly [string, Answer, Wrong][] = [
	[
		'401',
		(_, response) => json(response, {}, 401),
		{ code: 'ERR_AUTHENTICATION', says: 'tried once', reachable: false, requests: 1 },
	],
	[
		'403',
		(_, response) => json(response, {}, 403),
		{ code: 'ERR_AUTHENTICATION', says: '(HTTP 403 Forbidden). Its API needs: api on.', reachable: false, requests: 1 },
	],
	[
		'403 and why',
		(_, response) => json(response, { error: 'Type [op] not authorized for user role.' }, 403),
		{
			code: 'ERR_AUTHENTICATION',
			says: '(HTTP 403 Forbidden): Type [op] not authorized for user role. Its API needs',
			reachable: false,
			requests: 1,
		},
	],
	[
		'405',
		(_, response) => json(response, {}, 405),
		{ code: 'ERR_COMMAND_REJECTED', says: 'Switch its API on: api on', reachable: true, requests: 1 },
	],
	[
		'429 for ever',
		(_, response) => response.writeHead(429, { 'retry-after': '0' }).end(),
		{ code: 'ERR_COMMAND_REJECTED', says: 'Ask fewer devices at once', reachable: true, requests: 2 },
	],
	[
		'429 until next year',
		(_, response) => response.writeHead(429, { 'retry-after': '31536000' }).end(),
		{ code: 'ERR_COMMAND_REJECTED', says: 'HTTP 429', reachable: true, requests: 1 },
	],
	[
		'500 twice',
		(_, response) => response.writeHead(500).end('<html>stack trace'),
		{ code: 'ERR_COMMAND_REJECTED', says: 'failed on GET /api/config. Check the log', reachable: true, requests: 2 },
	],
	[
		'a redirect to itself',
		(_, response) => response.writeHead(302, { location: '/api/config' }).end(),
		{ code: 'ERR_COMMAND_REJECTED', says: 'redirects are not followed', reachable: true, requests: 1 },
	],
	[
		'a login page',
		(_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html><form>'),
		{ code: 'ERR_COMMAND_REJECTED', says: 'with an HTML page instead of the config', reachable: true, requests: 1 },
	],
	[
		'a login page that calls itself JSON',
		(_, response) => response.setHeader('content-type', 'application/json').end('\n<html><form></form></html>'),
		{ code: 'ERR_COMMAND_REJECTED', says: 'with an HTML page instead of the config', reachable: true, requests: 1 },
	],
	[
		'half of the length that it announces',
		(_, response) => {
			response.writeHead(200, { 'content-type': 'application/json', 'content-length': BODY.length });
			response.write(BODY.slice(0, BODY.length / 2), () => response.destroy());
		},
		{ code: 'ERR_INCOMPLETE', says: 'broke off', reachable: true, requests: 1 },
	],
	[
		'chunks without an end',
		(_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.write(BODY, () => response.destroy());
		},
		{ code: 'ERR_INCOMPLETE', says: 'broke off', reachable: true, requests: 1 },
	],
	[
		'half of a JSON text',
		(_, response) => response.setHeader('content-type', 'application/json').end(BODY.slice(0, -10)),
		{ code: 'ERR_INCOMPLETE', says: 'not complete JSON', reachable: true, requests: 1 },
	],
	[
		'nothing at all, as a success (204)',
		(_, response) => response.writeHead(204).end(),
		{ code: 'ERR_INCOMPLETE', says: 'answered GET /api/config with nothing', reachable: true, requests: 1 },
	],
	[
		'JSON without a config',
		(_, response) => json(response, { uptime: 5 }),
		{ code: 'ERR_INCOMPLETE', says: 'there is nothing at /config', reachable: true, requests: 1 },
	],
	[
		'100 MB',
		(_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const block = Buffer.alloc(1024 * 1024, 0x20);
			const more = (left: number): void => {
				if (left > 0) response.write(block, () => more(left - 1));
				else response.end('{}');
			};
			more(100);
		},
		{ code: 'ERR_INCOMPLETE', says: 'more than 64 MiB', reachable: true, requests: 1 },
	],
	[
		'100 MB, packed into 100 kB',
		(_, response) => {
			response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
			response.end(gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20)));
		},
		{ code: 'ERR_INCOMPLETE', says: 'more than 64 MiB', reachable: true, requests: 1 },
	],
	[
		'nothing, closing the connection',
		(_, response) => response.destroy(),
		{ code: 'ERR_UNREACHABLE', says: 'hung up before it answered', reachable: false, requests: 1 },
	],
	[
		'no HTTP',
		(_, response) => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n'),
		{ code: 'ERR_UNREACHABLE', says: 'does not speak HTTP', reachable: false, requests: 1 },
	],
	[
		'silence',
		() => undefined,
		{ code: 'ERR_TIMEOUT', says: 'went silent for 0.6 s during GET /api/config', reachable: false, requests: 1 },
	],
	[
		'silence in the middle',
		(_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.write(BODY.slice(0, 100));
		},
		{ code: 'ERR_TIMEOUT', says: 'went silent for 0.6 s during GET /api/config', reachable: true, requests: 1 },
	],
];

describe('a device that answers with', () => {
	it.each(WRONG_ANSWERS)('%s', async (_, answer, { code, says, reachable, requests }) => {
		await using server = await startRestServer(answer);
		const credentials = testCredentials({ password: 'hunter2', enable: 'hunter3', token: 'hunter4' });
		// Only who goes silent has to be waited for.
		const timeouts = { idleMs: code === 'ERR_TIMEOUT' ? 600 : 5_000 };

		const error = await fetchRest(server, { connection: { credentials, timeouts } }).catch((reason: unknown) => reason);

		expect(error).toMatchObject({ name: 'DeviceError', code, reachable, message: expect.stringContaining(says) });
		expect(error).toHaveProperty('message', expect.stringContaining(`127.0.0.1:${server.port} `));
		expect(server.requests).toHaveLength(requests);
		await expect.poll(() => server.open).toBe(0);
		const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
		expect(everything).not.toMatch(/hunter\d/);
		expect(everything).not.toContain(Buffer.from('audit:hunter2').toString('base64'));
	});

	it('500 once is asked again', async () => {
		await using server = await startRestServer((request, response, number) =>
			number === 1 ? json(response, {}, 503) : served(request, response, number),
		);

		expect(await fetchRest(server)).toEqual({ text: CONFIG, session: { handshakes: 1, commands: 2 } });
	});

	it.each([
		['seconds', '1'],
		['a date', new Date(1_700_000_001_000).toUTCString()],
	])('429 once is asked again after the pause that it asks for, in %s', async (_, retryAfter) => {
		const clock = { ...systemClock, now: () => 1_700_000_000_000 };
		let firstAt = 0;
		await using server = await startRestServer((request, response, number) => {
			if (number > 1) return served(request, response, number);
			firstAt = performance.now();
			response.writeHead(429, { 'retry-after': retryAfter }).end();
		});

		expect((await fetchRest(server, { clock })).text).toBe(CONFIG);
		expect(performance.now() - firstAt).toBeGreaterThan(950);
	});

	it('429 is not waited for longer than the device has', async () => {
		await using server = await startRestServer((_, response) => response.writeHead(429, { 'retry-after': '15' }).end());
		const started = performance.now();

		await expect(fetchRest(server, { signal: AbortSignal.timeout(300) })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
		});
		// Less than the pause that was asked for.
		expect(performance.now() - started).toBeLessThan(10_000);
	});

	it('a packed body is unpacked', async () => {
		await using server = await startRestServer((_, response) => {
			const packed = gzipSync(BODY);
			response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
		});

		expect((await fetchRest(server)).text).toBe(CONFIG);
	});

	it('text that is not UTF-8 loses no byte', async () => {
		const answer = { type: 'text', text: '', complaints: [] } as const;
		await using server = await startRestServer((_, response) => {
			response.setHeader('content-type', 'text/plain').end(Buffer.from('description caf\u00e9\nend\n', 'latin1'));
		});

		expect((await fetchRest(server, { platform: restPlatform({ answer }) })).text).toBe('description café\nend\n');
	});

	it('text of which one line is not UTF-8 leaves the other lines as they are', async () => {
		const answer = { type: 'text', text: '', complaints: [] } as const;
		await using server = await startRestServer((_, response) => {
			const lines = [Buffer.from('\ufeffdescription café\n'), Buffer.from('description caf\u00e9\nend\n', 'latin1')];
			response.setHeader('content-type', 'text/plain').end(Buffer.concat(lines));
		});

		const { text } = await fetchRest(server, { platform: restPlatform({ answer }) });

		expect(text).toBe('description café\ndescription café\nend\n');
	});

	it('JSON behind a byte order mark is read', async () => {
		await using server = await startRestServer((_, response) => response.end(`\ufeff${BODY}`));

		expect((await fetchRest(server)).text).toBe(CONFIG);
	});

	it('text that only the end of the connection ends is refused: a part of it would look like all', async () => {
		const answer = { type: 'text', text: '', complaints: [] } as const;
		await using server = await startRestServer((_, response) => {
			response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\n${CONFIG}`);
		});

		await expect(fetchRest(server, { platform: restPlatform({ answer }) })).rejects.toMatchObject({
			code: 'ERR_INCOMPLETE',
			reachable: true,
			message: expect.stringContaining('did not say where its answer to GET /api/config ends'),
		});
	});

	it.each(['transfer-encoding: identity', 'content-encoding: identity'])(
		'text that %s leaves to the end of the connection is refused as well',
		async (header) => {
			const answer = { type: 'text', text: '', complaints: [] } as const;
			await using server = await startRestServer((_, response) => {
				response.socket?.end(`HTTP/1.1 200 OK\r\n${header}\r\nconnection: close\r\n\r\n${CONFIG}`);
			});

			await expect(fetchRest(server, { platform: restPlatform({ answer }) })).rejects.toMatchObject({
				code: 'ERR_INCOMPLETE',
				message: expect.stringContaining('did not say where its answer to GET /api/config ends'),
			});
		},
	);

	it.each([
		['a page', '<?xml version="1.0"?>\n<html><body>login</body></html>\n', 'with markup'],
		['a page behind a remark', '<!-- login -->\n<html><body>login</body></html>\n', 'with markup'],
		['JSON', '{\n"status": "error",\n"error": -651\n}\n', 'with JSON'],
	])('%s that calls itself a file is not taken for text', async (_, body, says) => {
		const answer = { type: 'text', text: '', complaints: [] } as const;
		await using server = await startRestServer((__, response) => {
			response.setHeader('content-type', 'application/octet-stream').end(body);
		});

		await expect(fetchRest(server, { platform: restPlatform({ answer }) })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining(says),
		});
	});

	it('text that is packed ends where its format says', async () => {
		const answer = { type: 'text', text: '', complaints: [] } as const;
		await using server = await startRestServer((_, response) => {
			response.socket?.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n');
			response.socket?.end(gzipSync(CONFIG));
		});

		expect((await fetchRest(server, { platform: restPlatform({ answer }) })).text).toBe(CONFIG);
	});

	it('a value that it should not have says why where the device does', async () => {
		const requires = [{ at: '/code', is: '200', why: '/msg' }];
		const answer = { type: 'json', text: '/config', complaints: [], requires } as const;
		await using server = await startRestServer((_, response) => json(response, { code: '413', msg: 'Too large' }));

		await expect(fetchRest(server, { platform: restPlatform({ answer }) })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining('rejected GET /api/config: Too large. Check'),
		});
	});

	it('JSON where text is asked for is refused', async () => {
		const answer = { type: 'text', text: '', complaints: [] } as const;
		await using server = await startRestServer(served);

		await expect(fetchRest(server, { platform: restPlatform({ answer }) })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining('with JSON'),
		});
	});
});

it.each([
	['in between', 1],
	['in the moment of the next request', 2],
])('opens the connection anew where the device closes it %s', async (_, closedAt) => {
	await using server = await startRestServer((request, response, number) => {
		const { socket } = response;
		if (number > 2) return served(request, response, number);
		if (number === 1) response.writeHead(500).end();
		if (number === closedAt) setTimeout(() => socket?.destroy(), 20);
		else if (number === 2) served(request, response, number);
	});

	expect(await fetchRest(server)).toMatchObject({ text: CONFIG, session: { handshakes: 2, commands: 2 } });
});

it('asks no proxy', async () => {
	for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, 'http://127.0.0.1:1');
	onTestFinished(() => void vi.unstubAllEnvs());
	await using server = await startRestServer(served);

	expect((await fetchRest(server)).text).toBe(CONFIG);
});
