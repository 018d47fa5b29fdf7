import { describe, expect, it } from 'vitest';
import { WorkAhead } from '../../../src/use-cases/work-ahead.ts';

/** Work that notes what it is done on, and fails where the text says so. */
function counted() {
	const done: string[] = [];
	const ahead = new WorkAhead(async (text) => {
		done.push(text);
		if (text === 'bad') throw new Error('that is why');
		return text.toUpperCase();
	});
	return { ahead, done };
}

describe('WorkAhead', () => {
	it('is done once on the text that was told, and not in the turn in which it was told', async () => {
		const { ahead, done } = counted();

		ahead.begin('config');
		await Promise.resolve();
		expect(done).toEqual([]);

		await expect.poll(() => done).toEqual(['config']);
		expect(await ahead.finish('config')).toBe('CONFIG');
		expect(done).toEqual(['config']);
	});

	it('is done on the text that counts where that is another one, or none was told', async () => {
		const { ahead, done } = counted();
		ahead.begin('half');

		expect(await ahead.finish('half and half')).toBe('HALF AND HALF');
		expect(await counted().ahead.finish('config')).toBe('CONFIG');
		await expect.poll(() => done.toSorted()).toEqual(['half', 'half and half']);
	});

	it('is begun on the first text only, however many are told', async () => {
		const { ahead, done } = counted();
		for (const text of ['one', 'two', 'three']) ahead.begin(text);

		expect(await ahead.finish('three')).toBe('THREE');
		await expect.poll(() => done.toSorted()).toEqual(['one', 'three']);
	});

	it('tells a failure to whoever asks for the result, and to nobody else', async () => {
		const { ahead, done } = counted();
		ahead.begin('bad');
		await expect.poll(() => done).toEqual(['bad']);

		await expect(ahead.finish('bad')).rejects.toThrow('that is why');
		expect(await ahead.finish('good')).toBe('GOOD');
	});
});
