import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startCountdown } from '../../../../src/adapters/connection/countdown.ts';
import { Intake, receiveInTurns } from '../../../../src/adapters/connection/intake.ts';
import { blockFor, connectedPair } from '../../../support/socket-pair.ts';

/** Longer than a turn lasts. */
const LONG_MS = 20;

describe('Intake', () => {
	it('hands on at once what comes in one turn, and what would make it long in the turns that follow', () => {
		const { intake, takeAll, handedOn, runTurn } = anIntake();

		expect(takeAll({ a: 1, b: LONG_MS, c: 1, d: LONG_MS, e: 1 })).toEqual([true, true, false, false, false]);
		expect(handedOn).toEqual(['a', 'b']);
		runTurn();
		// Timers and sockets come before what waits, and what they bring comes behind it.
		expect(handedOn).toEqual(['a', 'b']);
		expect(takeAll({ f: 1 })).toEqual([false]);
		runTurn();
		expect(handedOn).toEqual(['a', 'b', 'c', 'd']);
		runTurn();
		expect(handedOn).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
		runTurn();
		expect(intake.take(() => undefined)).toBe(true);
	});

	it('begins a turn when something comes, not when it was made', () => {
		const { takeAll, pass, runTurn } = anIntake();

		pass(LONG_MS);

		expect(takeAll({ a: 1 })).toEqual([true]);
		runTurn();
		pass(LONG_MS);
		expect(takeAll({ b: 1 })).toEqual([true]);
	});
});

describe('receiveInTurns', () => {
	it('gives all that a socket receives and its end, in order, however often it has to wait', async () => {
		await using pair = await connectedPair();
		let now = 0;
		const alwaysLate = new Intake({ elapsed: () => (now += LONG_MS), later: setImmediate });
		const socket = receiveInTurns(pair.client, alwaysLate);
		const sent = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`).join('');

		pair.server.end(sent);
		let received = '';
		for await (const chunk of socket) received += chunk;

		expect(received === sent).toBe(true);
	});

	it('gives nothing more of a socket that was destroyed while some of it waits', async () => {
		await using pair = await connectedPair();
		const { intake, takeAll, runTurn } = anIntake();
		const socket = receiveInTurns(pair.client, intake);
		const received: Buffer[] = [];
		socket.on('data', (chunk) => received.push(chunk));
		takeAll({ other: LONG_MS });

		pair.server.write('late');
		await sleep(20);
		socket.destroy();
		runTurn();
		runTurn();

		expect(received).toEqual([]);
	});
});

describe('startCountdown', () => {
	it('takes what waits for its turn into account before it is over', async () => {
		await using busy = await connectedPair();
		await using other = await connectedPair();
		await using quiet = await connectedPair();
		for (const { client } of [busy, other, quiet]) receiveInTurns(client);
		for (const { client } of [busy, other]) client.on('data', () => blockFor(60));
		const { promise, resolve } = Promise.withResolvers<string>();
		using _idle = startCountdown(50, () => resolve('over'));
		quiet.client.once('data', () => resolve('heard'));

		await sleep(10);
		// Not by way of the system, which may bring the last one first.
		for (const { client } of [busy, other, quiet]) client.push(Buffer.from('something'));

		await expect(promise).resolves.toBe('heard');
	});
});

function anIntake() {
	let now = 0;
	let calls: (() => void)[] = [];
	const handedOn: string[] = [];
	const intake = new Intake({ elapsed: () => now, later: (call) => calls.push(call) });
	return {
		intake,
		handedOn,
		pass(ms: number) {
			now += ms;
		},
		/** @param lasting - how long each takes; whether each was handed on at once */
		takeAll(lasting: Readonly<Record<string, number>>): readonly boolean[] {
			return Object.entries(lasting).map(([name, ms]) =>
				intake.take(() => {
					handedOn.push(name);
					now += ms;
				}),
			);
		},
		runTurn() {
			const told = calls;
			calls = [];
			for (const call of told) call();
		},
	};
}
