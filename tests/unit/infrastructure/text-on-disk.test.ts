import { existsSync } from 'node:fs';
import { link, mkdtempDisposable, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LongText, TextOnDisk } from '../../../src/infrastructure/text-on-disk.ts';
import { longText } from '../../support/git/commit-in-memory.ts';

/**
 * Lines of all lengths: none, one that ends where a block of the disk ends, one over several blocks, one of many bytes per
 * letter.
 */
const TEXTS = [
	'',
	'\n',
	'\n\n',
	'one',
	'one\ntwo',
	'one\ntwo\n',
	`${'x'.repeat(256 * 1024 - 1)}\nlast`,
	`${'x'.repeat(256 * 1024)}\nlast\n`,
	`first\n${'long '.repeat(200_000)}\nlast`,
	`${'ü€😀'.repeat(100_000)}\n\n${'ß'.repeat(300_000)}\n`,
];

async function onDisk(text: string, use: (text: TextOnDisk, path: string) => void): Promise<void> {
	await using folder = await mkdtempDisposable(join(tmpdir(), 'text-on-disk-'));
	const path = join(folder.path, 'text');
	await writeFile(path, text);
	using read = TextOnDisk.takeOver(path);
	use(read, path);
}

const linesOf = (text: LongText): readonly string[] => [...text.lines()].map((line) => line.text);

describe('TextOnDisk', () => {
	it.each(TEXTS.map((text, index) => [index, text] as const))('reads the lines of text %i', async (_, text) => {
		await onDisk(text, (read) => {
			const expected = text.split('\n');
			if (expected.at(-1) === '') expected.pop();

			expect(linesOf(read)).toEqual(expected);
			expect([...read.lines()].map((line) => read.lineAt(line))).toEqual(expected);
			expect(read.whole() === text).toBe(true);
			expect(linesOf(longText(text))).toEqual(expected);
		});
	});

	it('takes the file over', async () => {
		await onDisk('one\n', (read, path) => {
			expect(existsSync(path)).toBe(false);
			expect(linesOf(read)).toEqual(['one']);
		});
	});

	it('says that a disk does not give a line back', async () => {
		await using folder = await mkdtempDisposable(join(tmpdir(), 'text-on-disk-'));
		const path = join(folder.path, 'text');
		await writeFile(path, 'one\ntwo\n');
		const other = `${path}-2`;
		await link(path, other);
		using read = TextOnDisk.takeOver(path);
		const [, second] = read.lines();
		await truncate(other, 5);

		expect(() => second && read.lineAt(second)).toThrow(
			expect.objectContaining({
				code: 'ERR_OUTPUT',
				message: expect.stringMatching(/ends too early\. Check its disk/u),
			}),
		);
	});
});
