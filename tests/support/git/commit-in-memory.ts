import { Buffer } from 'node:buffer';
import type { CommittedFiles } from '../../../src/infrastructure/results-branch/read-history.ts';
import type { LongText } from '../../../src/infrastructure/text-on-disk.ts';

/** A commit with these files, without git; what is added to them later is there, too. @param asked - gets the paths that are fetched, each once */
export function commitInMemory(files: ReadonlyMap<string, string>, asked: string[] = []): CommittedFiles {
	const known = (paths: readonly string[]): readonly (readonly [string, string])[] =>
		paths.flatMap((path) => {
			const text = files.get(path);
			return text === undefined ? [] : [[path, text] as const];
		});
	return {
		get paths() {
			return new Set(files.keys());
		},
		fetch: async (paths) => {
			asked.push(...paths.filter((path) => !asked.includes(path)));
		},
		read: async (paths) => new Map(known(paths)),
		open: async (path) => known([path]).map(([, text]) => longText(text))[0] ?? null,
	};
}

/** The same as a text on a disk. */
export function longText(text: string): LongText {
	const bytes = Buffer.from(text);
	return {
		*lines() {
			let start = 0;
			for (const line of text.split('\n')) {
				const length = Buffer.byteLength(line);
				if (start < bytes.length) yield { text: line, start, bytes: length };
				start += length + 1;
			}
		},
		lineAt: ({ start, bytes: length }) => bytes.toString('utf8', start, start + length),
		whole: () => text,
	};
}
