import { describe, expect, it } from 'vitest';
import { CommitPair } from '../../../../src/infrastructure/git/commit-pair.ts';
import type { Git } from '../../../../src/infrastructure/git/git.ts';

const BASE = 'b'.repeat(40);
const HEAD = 'h'.repeat(40);
const DEVICES = 5_000;
const paths = Array.from({ length: DEVICES }, (_, index) => `links/${index}.cfg`);

/** Each device stands behind a link of its own, and every second one changes. Notes how git is asked. */
function linkedFleet(asked: string[]): Git {
	return {
		text: async ([command = '', ...options]) => {
			asked.push(command);
			const isHead = options.includes(HEAD);
			const entries = paths.flatMap((path, index) => [
				`120000 blob link-${index}\t${path}`,
				`100644 blob ${isHead && index % 2 === 0 ? 'new' : 'old'}-${index}\treal/${index}.cfg`,
			]);
			return entries.map((entry) => `${entry}\0`).join('');
		},
		catFile: async () => Buffer.alloc(0),
		openCatFile: (answers) => {
			asked.push(answers);
			return {
				ask: async (object) => {
					const content = Buffer.from(`../real/${object.slice('link-'.length)}.cfg`);
					return { type: 'blob', sizeBytes: content.length, content };
				},
				[Symbol.asyncDispose]: async () => {},
			};
		},
	};
}

describe('CommitPair', () => {
	it('reads thousands of links by two processes', async () => {
		const asked: string[] = [];
		await using pair = new CommitPair({ git: linkedFleet(asked), mergeBase: BASE, head: HEAD });

		const changed = await pair.changedAmong(paths);

		expect(changed.size).toBe(DEVICES / 2);
		expect(asked).toEqual(['sizes', 'contents', 'ls-tree', 'ls-tree']);
	});
});
