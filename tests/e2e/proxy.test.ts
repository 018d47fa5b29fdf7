import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { scheduleEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';

/** What no name server knows: only who goes through the proxy gets there. */
const HOST = 'github.example.invalid';

interface Proxy extends AsyncDisposable {
	readonly port: number;
	/** What was asked for. */
	readonly asked: readonly string[];
	/** What it was told beside that. */
	readonly headers: readonly string[];
}

/** A proxy on loopback that leads every host to one port. */
async function startProxy(port: number): Promise<Proxy> {
	const asked: string[] = [];
	const headers: string[] = [];
	const proxy = createServer();
	proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
		asked.push(request.url ?? '');
		headers.push(JSON.stringify(request.headers));
		const upstream = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			upstream.pipe(socket).pipe(upstream);
		});
		for (const end of [socket, upstream]) end.on('error', () => {});
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	return {
		port: (proxy.address() as AddressInfo).port,
		asked,
		headers,
		async [Symbol.asyncDispose]() {
			proxy.closeAllConnections();
			await new Promise((resolve) => proxy.close(resolve));
		},
	};
}

it.each([
	['written in full', 'http://127.0.0.1'],
	['as curl and git take it', 'localhost'],
])('reaches the API of a server of one’s own through a proxy %s, and devices past it', async (_, host) => {
	await using fleet = await startTwoDevices();
	await using hosting = await startHosting();
	await using proxy = await startProxy(Number(new URL(hosting.github.url).port));
	await proposeSmallChange(hosting, fleet);

	const run = await hosting.run({
		eventName: 'schedule',
		event: scheduleEvent,
		env: { ...LOGIN, GITHUB_API_URL: `http://${HOST}/`, http_proxy: `${host}:${proxy.port}`, no_proxy: '127.0.0.1' },
	});

	expect(run.outputs).toMatchObject({ devices: '2', unknown: '0' });
	expect(run.outputs['results-commit']).toMatch(/^[0-9a-f]{40}$/u);
	expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed' }]);
	expect(new Set(proxy.asked)).toEqual(new Set([`${HOST}:80`]));
	expect(proxy.headers.join()).not.toContain(hosting.github.token);
});

it('says how to write a proxy that is none for GitHub', async () => {
	await using fleet = await startTwoDevices();
	await using hosting = await startHosting();
	await proposeSmallChange(hosting, fleet);

	const run = await hosting.run({
		eventName: 'schedule',
		event: scheduleEvent,
		env: {
			...LOGIN,
			GITHUB_API_URL: `http://${HOST}/`,
			http_proxy: 'socks5://anna:Fictive1@127.0.0.1:1080',
			no_proxy: '127.0.0.1',
		},
	});

	expect(run.exitCode).toBe(2);
	expect(run.stdout).toContain('Write its address in full, with http:// or https:// in front');
	expect(run.stdout).not.toMatch(/internal error|Fictive1/u);
});

it('does not mind a proxy that is none where the API is asked past it', async () => {
	await using fleet = await startTwoDevices();
	await using hosting = await startHosting();
	await proposeSmallChange(hosting, fleet);

	const run = await hosting.run({
		eventName: 'schedule',
		event: scheduleEvent,
		env: {
			...LOGIN,
			https_proxy: 'http://proxy.invalid:99999',
			http_proxy: 'socks5://127.0.0.1:1080',
			no_proxy: '127.0.0.1',
		},
	});

	expect(run.outputs).toMatchObject({ devices: '2', unknown: '0' });
	expect(run.outputs['results-commit']).toMatch(/^[0-9a-f]{40}$/u);
});
