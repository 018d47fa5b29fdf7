/** Who commits. */
export interface Identity {
	readonly name: string;
	readonly email: string;
}

/** A file whose content is in the repository already, and its git mode (100644 unless it is given). */
export interface StoredFile {
	readonly path: string;
	readonly object: string;
	readonly mode?: string;
}

/** A file to write: its path from the root, its bytes as UTF-8 text. */
export interface NewFile {
	readonly path: string;
	readonly content: string;
}

/** A commit as `git fast-import` takes it. */
export interface NewCommit {
	readonly subject: string;
	readonly identity: Identity;
	/** Milliseconds since the epoch. */
	readonly time: number;
	/** null: the first commit of an orphan branch. */
	readonly parent: string | null;
	/** Files to write; every other file of the parent stays, but for `removed`. */
	readonly files: readonly NewFile[];
	/** Further files, whose content is in the repository already. */
	readonly stored: readonly StoredFile[];
	/** Files of the parent that go. */
	readonly removed: readonly string[];
}

/**
 * The input of `git fast-import` that makes a commit and prints its name. One process and one stream make all blobs, trees
 * and the commit, without an index and without a work tree, and need none of the parent's blobs.
 */
export function fastImportStream(
	{ subject, identity, time, parent, files, stored, removed }: NewCommit,
	ref: string,
): Buffer {
	const head = [
		'feature done',
		`commit ${ref}`,
		'mark :1',
		`committer ${plain(identity.name)} <${plain(identity.email)}> ${Math.floor(time / 1000)} +0000`,
	];
	return Buffer.concat([
		Buffer.from(`${head.join('\n')}\n`),
		data(`${plain(subject)}\n`),
		Buffer.from(parent === null ? '' : `from ${parent}\n`),
		...removed.map((path) => Buffer.from(`D ${path}\n`)),
		...stored.map(({ path, object, mode = '100644' }) => Buffer.from(`M ${mode} ${object} ${path}\n`)),
		...files.flatMap(({ path, content }) => [Buffer.from(`M 100644 inline ${path}\n`), data(content)]),
		Buffer.from('\nget-mark :1\ndone\n'),
	]);
}

function data(text: string): Buffer {
	const bytes = Buffer.from(text);
	return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

/** Neither a second line nor the brackets that frame an address. */
function plain(text: string): string {
	return text.replaceAll(/[\u0000-\u001F\u007F<>]/gu, ' ').trim();
}
