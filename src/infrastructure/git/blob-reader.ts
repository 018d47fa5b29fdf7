import type { CatFile } from './cat-file.ts';
import type { FetchAhead } from './fetch-ahead.ts';
import type { Git } from './git.ts';
import { absentObject } from './read-blobs.ts';

/** A file's content, or how large it is where that is more than was asked for. */
export type Blob =
	| { readonly kind: 'content'; readonly content: Buffer }
	| { readonly kind: 'too-large'; readonly sizeBytes: number };

/** Reads files of any number by two processes of git, one of which looks how large they are. */
export class BlobReader implements AsyncDisposable {
	readonly #sizes: CatFile;
	readonly #contents: CatFile;
	readonly #fetched: FetchAhead | null;
	/** Devices that share a file ask for it at the same time. */
	readonly #reading = new Map<string, Promise<Blob>>();

	/** @param fetched - where the repository is a clone without its files */
	constructor(git: Git, fetched: FetchAhead | null = null) {
		this.#sizes = git.openCatFile('sizes');
		this.#contents = git.openCatFile('contents');
		this.#fetched = fetched;
	}

	/** @throws GitFailure */
	async read(object: string, maxBytes: number): Promise<Blob> {
		const key = `${object} ${maxBytes}`;
		const reading = this.#reading.get(key) ?? this.#read(object, maxBytes);
		this.#reading.set(key, reading);
		try {
			return await reading;
		} finally {
			this.#reading.delete(key);
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all([this.#sizes, this.#contents].map((catFile) => catFile[Symbol.asyncDispose]()));
	}

	async #read(object: string, maxBytes: number): Promise<Blob> {
		await this.#fetched?.have(object);
		const { type, sizeBytes } = await this.#sizes.ask(object);
		if (type !== 'blob') throw absentObject(object);
		if (sizeBytes > maxBytes) return { kind: 'too-large', sizeBytes };
		const { content } = await this.#contents.ask(object);
		if (content.length !== sizeBytes) throw absentObject(object);
		return { kind: 'content', content };
	}
}
