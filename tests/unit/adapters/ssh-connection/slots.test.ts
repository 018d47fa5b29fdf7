import { describe, expect, it } from 'vitest';
import { Slots } from '../../../../src/adapters/ssh-connection/slots.ts';

describe('Slots', () => {
	const { signal } = new AbortController();

	it('gives the places out in the order of asking', async () => {
		const slots = new Slots(1);
		const order: number[] = [];
		const first = await slots.take(signal);
		const waiting = [1, 2].map(async (number) => {
			using _slot = await slots.take(signal);
			order.push(number);
		});

		expect(order).toEqual([]);
		first[Symbol.dispose]();
		await Promise.all(waiting);

		expect(order).toEqual([1, 2]);
	});

	it('takes a place back once, however often it is given', async () => {
		const slots = new Slots(1);
		const first = await slots.take(signal);
		first[Symbol.dispose]();
		first[Symbol.dispose]();
		await slots.take(signal);
		let got = false;
		slots.take(signal).then(
			() => {
				got = true;
			},
			() => undefined,
		);
		await Promise.resolve();

		expect(got).toBe(false);
	});

	it('forgets who has given up', async () => {
		const slots = new Slots(1);
		const first = await slots.take(signal);
		const leaving = new AbortController();
		const gone = slots.take(leaving.signal);
		const next = slots.take(signal);

		leaving.abort(new Error('no more time'));
		await expect(gone).rejects.toThrow('no more time');
		first[Symbol.dispose]();

		await expect(next).resolves.toBeDefined();
	});
});
