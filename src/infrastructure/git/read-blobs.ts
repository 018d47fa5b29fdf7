import type { Git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import { type ObjectAnswer, ObjectAnswers } from './object-answers.ts';

/**
 * Reads any number of files' contents by object name through one `git cat-file --batch`.
 *
 * @returns a look-up that throws a `GitFailure` for what is not there: absent must never pass for empty
 */
export async function readBlobs(git: Git, objects: readonly string[]): Promise<(object: string) => Buffer> {
	const answers = await ask(git, objects, 'contents');
	const blobs = new Map(answers.flatMap(([object, { type, content }]) => (type === 'blob' ? [[object, content]] : [])));
	return (object) => {
		const blob = blobs.get(object);
		if (blob !== undefined) return blob;
		throw absentObject(object);
	};
}

/** Sizes in bytes by object, without their contents. */
export async function readSizes(git: Git, objects: readonly string[]): Promise<ReadonlyMap<string, number>> {
	return new Map((await ask(git, objects, 'sizes')).map(([object, { sizeBytes }]) => [object, sizeBytes]));
}

/** What git says of each, in their order. */
async function ask(
	git: Git,
	objects: readonly string[],
	what: 'contents' | 'sizes',
): Promise<readonly (readonly [object: string, answer: ObjectAnswer])[]> {
	if (objects.length === 0) return [];
	const option = what === 'contents' ? '--batch' : '--batch-check';
	const answers = new ObjectAnswers(what).take(await git.catFile([option], `${objects.join('\n')}\n`));
	return answers.map((answer, index) => [objects[index] ?? '', answer] as const).toArray();
}

/** An object that is not there, or is no file. */
export function absentObject(object: string): GitFailure {
	const output = `fatal: ${object} is not a file of the repository`;
	return new GitFailure({ command: 'cat-file', kind: 'failed', exitCode: 0, output });
}
