import { setImmediate as endOfTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FetchAhead } from '../../../../src/infrastructure/git/fetch-ahead.ts';

describe('FetchAhead', () => {
	it('fetches once what is wanted at once, and once what is wanted meanwhile', async () => {
		const fetched: (readonly string[])[] = [];
		const gate = Promise.withResolvers<void>();
		const ahead = new FetchAhead(async (objects) => {
			fetched.push(objects);
			await gate.promise;
		});

		const first = [ahead.have('a'), ahead.have('b'), ahead.have('a')];
		while (fetched.length === 0) await endOfTurn();
		const second = [ahead.have('c'), ahead.have('d')];
		gate.resolve();
		await Promise.all([...first, ...second]);
		await ahead.have('a');

		expect(fetched).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
	});

	it('fetches what is expected along with what is wanted, two thousand at a time', async () => {
		const fetched: (readonly string[])[] = [];
		const ahead = new FetchAhead(async (objects) => void fetched.push(objects));
		const objects = Array.from({ length: 3_000 }, (_, index) => `object-${index}`);
		ahead.expect(objects);

		for (const object of objects) await ahead.have(object);

		expect(fetched.map(({ length }) => length)).toEqual([2_000, 1_000]);
		expect(new Set(fetched.flat())).toEqual(new Set(objects));
	});

	it('fetches nothing as long as nobody waits', async () => {
		const fetched: (readonly string[])[] = [];
		const ahead = new FetchAhead(async (objects) => void fetched.push(objects));

		ahead.expect(['a']);
		await endOfTurn();

		expect(fetched).toEqual([]);
	});

	it('has what is expected fail nobody who does not wait for it', async () => {
		const ahead = new FetchAhead(async (objects) => {
			if (objects.includes('lost')) throw new Error('not our ref');
		});
		ahead.expect(['lost', 'b']);

		await expect(ahead.have('a')).resolves.toBeUndefined();
		await expect(ahead.have('lost')).rejects.toThrow('not our ref');
		await expect(ahead.have('b')).resolves.toBeUndefined();
	});

	it('rejects all that waited for a failed fetch, and works again afterwards', async () => {
		let fails = true;
		const ahead = new FetchAhead(async () => {
			if (fails) throw new Error('offline');
		});

		const results = await Promise.allSettled([ahead.have('a'), ahead.have('b')]);
		fails = false;

		expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		await expect(ahead.have('a')).resolves.toBeUndefined();
	});
});
