import { Buffer } from 'node:buffer';
import type { CommittedFiles } from '../../../src/infrastructure/results-branch/read-history.ts';
import type { LongText } from '../../../src/infrastructure/text-on-disk.ts';

/**
 * A commit with these files, without git; what is added to them later is there, too.
 *
 * @param asked - gets the paths that are fetched, each once
 * @param options.longCharacters - more are a long text
 */
export function commitInMemory(
	files: ReadonlyMap<string, string>,
	asked: string[] = [],
	{ longCharacters = Number.POSITIVE_INFINITY }: { readonly longCharacters?: number } = {},
): CommittedFiles {
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
		longAmong: async (paths) => new Set(paths.filter((path) => (files.get(path)?.length ?? 0) > longCharacters)),
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
