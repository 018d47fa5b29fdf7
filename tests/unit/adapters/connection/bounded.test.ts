import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bounded } from '../../../../src/adapters/connection/bounded.ts';

const timedOut = (bound: string): Error => new Error(`too late: ${bound}`);
const { signal } = new AbortController();

describe('bounded', () => {
	it('gives what the operation gives', async () => {
		const bounds = { signals: [signal], timeoutMs: 1_000, timedOut };

		await expect(bounded<number>(bounds, ({ resolve }) => resolve(1))).resolves.toBe(1);
		await expect(bounded(bounds, ({ reject }) => reject(new Error('no')))).rejects.toThrow('no');
		await expect(
			bounded(bounds, () => {
				throw new Error('at once');
			}),
		).rejects.toThrow('at once');
	});

	it('ends when nothing came for a while, counted from the last sign of life', async () => {
		const started = performance.now();
		const waiting = bounded<void>({ signals: [], timeoutMs: 5_000, idleMs: 100, timedOut }, ({ refresh }) => {
			setTimeout(refresh, 80);
		});

		await expect(waiting).rejects.toThrow('too late: idle');
		expect(performance.now() - started).toBeGreaterThan(170);
	});

	it('ends when the time as a whole is up, whatever comes', async () => {
		const waiting = bounded<void>({ signals: [], timeoutMs: 150, idleMs: 5_000, timedOut }, ({ refresh }) => {
			const signs = setInterval(refresh, 10);
			setTimeout(() => clearInterval(signs), 200);
		});

		await expect(waiting).rejects.toThrow('too late: whole');
	});

	it('gives another time as a whole where a phase follows', async () => {
		const started = performance.now();
		const waiting = bounded<void>({ signals: [], timeoutMs: 5_000, timedOut }, ({ restart }) => restart(50));

		await expect(waiting).rejects.toThrow('too late: whole');
		expect(performance.now() - started).toBeLessThan(4_000);
	});

	it('ends with the reason of the signal that aborts, before or while it waits', async () => {
		const bounds = (...signals: AbortSignal[]) => ({ signals, timeoutMs: 5_000, timedOut });
		const controller = new AbortController();
		const waiting = bounded<void>(bounds(signal, controller.signal), () => undefined);

		controller.abort(new Error('cancelled'));

		await expect(waiting).rejects.toThrow('cancelled');
		await expect(bounded<void>(bounds(controller.signal), () => undefined)).rejects.toThrow('cancelled');
	});

	it.each(['resolves', 'goes on'])('does not blame the other side for a process that was busy: it %s', async (way) => {
		await using pair = await connectedPair();
		const waiting = bounded<string>(
			{ signals: [], timeoutMs: 10_000, idleMs: 50, timedOut },
			({ resolve, refresh }) => {
				pair.client.on('data', (chunk: Buffer) => {
					refresh();
					if (way === 'resolves' || chunk.includes('end')) resolve('heard');
				});
			},
		);

		pair.server.write('something');
		blockFor(200);
		await sleep(20);
		pair.server.write('end');

		await expect(waiting).resolves.toBe('heard');
	});
});

async function connectedPair(): Promise<{ client: Socket; server: Socket } & AsyncDisposable> {
	const listener = createServer().listen(0, '127.0.0.1');
	await once(listener, 'listening');
	const client = connect((listener.address() as AddressInfo).port, '127.0.0.1');
	const [server] = (await once(listener, 'connection')) as [Socket];
	return {
		client,
		server,
		async [Symbol.asyncDispose]() {
			client.destroy();
			server.destroy();
			listener.close();
			await once(listener, 'close');
		},
	};
}

function blockFor(ms: number): void {
	const end = performance.now() + ms;
	while (performance.now() < end);
}
