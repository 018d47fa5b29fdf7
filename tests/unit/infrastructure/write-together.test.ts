import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { writeTogether } from '../../../src/infrastructure/write-together.ts';

describe('writeTogether', () => {
	it('writes once what is said in one go, and before anything that is waited for', async () => {
		const written: string[] = [];
		const write = writeTogether(recording(written));

		write('[1/3] core-1: in-sync\n');
		await Promise.resolve();
		write('[2/3] core-2: in-sync\n');
		await Promise.resolve();
		const meanwhile = [...written];
		await nextTurn();

		expect(meanwhile).toEqual([]);
		expect(written).toEqual(['[1/3] core-1: in-sync\n[2/3] core-2: in-sync\n']);
	});

	it('writes what is said later by itself, in the order in which it is said', async () => {
		const written: string[] = [];
		const write = writeTogether(recording(written));

		for (const text of ['one\n', 'two\n']) {
			write(text);
			await nextTurn();
		}

		expect(written).toEqual(['one\n', 'two\n']);
	});
});

/** What each call of the system would get. */
function recording(written: string[]): Writable {
	return new Writable({
		decodeStrings: false,
		write(chunk, _encoding, done) {
			written.push(String(chunk));
			done();
		},
		writev(chunks, done) {
			written.push(chunks.map(({ chunk }) => String(chunk)).join(''));
			done();
		},
	});
}

function nextTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
