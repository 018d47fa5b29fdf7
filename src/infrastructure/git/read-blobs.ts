import type { Git } from './git.ts';
import { GitFailure } from './git-failure.ts';

/**
 * Reads any number of files' contents by object name through one `git cat-file --batch`.
 *
 * @returns a look-up that throws a `GitFailure` for what is not there: absent must never pass for empty
 */
export async function readBlobs(git: Git, objects: readonly string[]): Promise<(object: string) => Buffer> {
	const blobs: ReadonlyMap<string, Buffer> =
		objects.length === 0 ? new Map() : parseBatch(await git.catFile(['--batch'], `${objects.join('\n')}\n`));
	return (object) => {
		const blob = blobs.get(object);
		if (blob !== undefined) return blob;
		throw absentObject(object);
	};
}

/** Sizes in bytes by object, without their contents. */
export async function readSizes(git: Git, objects: readonly string[]): Promise<ReadonlyMap<string, number>> {
	const output = await git.catFile(['--batch-check=%(objectname) %(objectsize)'], `${objects.join('\n')}\n`);
	const lines = output.toString('utf8').trim().split('\n');
	return new Map(lines.map((line) => line.split(' ')).map(([object = '', size]) => [object, Number(size)]));
}

/** `<object> SP blob SP <size> LF <content> LF`, or `<object> SP missing LF`. */
function parseBatch(output: Buffer): Map<string, Buffer> {
	const blobs = new Map<string, Buffer>();
	let position = 0;
	while (position < output.length) {
		const headEnd = output.indexOf('\n', position);
		const [object = '', type, size] = output.toString('utf8', position, headEnd).split(' ');
		position = headEnd + 1;
		if (type === 'missing') continue;
		const end = position + Number(size);
		if (type === 'blob') blobs.set(object, output.subarray(position, end));
		position = end + 1;
	}
	return blobs;
}

/** An object that is not there, or is no file. */
export function absentObject(object: string): GitFailure {
	const output = `fatal: ${object} is not a file of the repository`;
	return new GitFailure({ command: 'cat-file', kind: 'failed', exitCode: 0, output });
}
