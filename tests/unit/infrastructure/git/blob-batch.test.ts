import { describe, expect, it } from 'vitest';
import { BlobBatch } from '../../../../src/infrastructure/git/blob-batch.ts';
import type { Git } from '../../../../src/infrastructure/git/git.ts';

/** Answers as `git cat-file` does for objects whose content is their own name. */
function catFile(calls: string[][]): Git {
	return {
		text: async () => '',
		catFile: async ([option = ''], input) => {
			const objects = input.trim().split('\n');
			calls.push([option.split('=')[0] ?? '', ...objects]);
			const answer = (object: string): string =>
				option === '--batch' ? `${object} blob ${object.length}\n${object}\n` : `${object} ${object.length}\n`;
			return Buffer.from(objects.map(answer).join(''));
		},
	};
}

describe('BlobBatch', () => {
	it('asks once for what is wanted at once, and once for what is wanted meanwhile', async () => {
		const calls: string[][] = [];
		const fetched: (readonly string[])[] = [];
		const gate = Promise.withResolvers<void>();
		const batch = new BlobBatch({
			git: catFile(calls),
			maxBytes: 10,
			fetch: async (objects) => {
				fetched.push(objects);
				await gate.promise;
			},
		});

		const first = [batch.read('a'), batch.read('b'), batch.read('a')];
		while (fetched.length === 0) await new Promise((resolve) => setImmediate(resolve));
		const second = [batch.read('c'), batch.read('d')];
		gate.resolve();
		const blobs = await Promise.all([...first, ...second]);

		expect(fetched).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
		expect(calls).toEqual([
			['--batch-check', 'a', 'b'],
			['--batch', 'a', 'b'],
			['--batch-check', 'c', 'd'],
			['--batch', 'c', 'd'],
		]);
		expect(blobs.map((blob) => (blob.kind === 'content' ? String(blob.content) : blob.kind))).toEqual([
			'a',
			'b',
			'a',
			'c',
			'd',
		]);
	});

	it('does not read what is too large', async () => {
		const calls: string[][] = [];
		const batch = new BlobBatch({ git: catFile(calls), maxBytes: 3 });

		const blobs = await Promise.all([batch.read('abcd'), batch.read('abc')]);

		expect(blobs[0]).toEqual({ kind: 'too-large', sizeBytes: 4 });
		expect(calls.at(-1)).toEqual(['--batch', 'abc']);
	});

	it('rejects all that waited for a failed fetch, and works again afterwards', async () => {
		let fails = true;
		const batch = new BlobBatch({
			git: catFile([]),
			maxBytes: 10,
			fetch: async () => {
				if (fails) throw new Error('offline');
			},
		});

		const results = await Promise.allSettled([batch.read('a'), batch.read('b')]);
		fails = false;

		expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
		expect(await batch.read('a')).toMatchObject({ kind: 'content' });
	});
});
