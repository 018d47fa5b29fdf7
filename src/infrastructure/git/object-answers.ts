/** What git says of an object. */
export interface ObjectAnswer {
	/** `blob`, `tree`, `commit` or `tag`; `missing` where there is none. */
	readonly type: string;
	readonly sizeBytes: number;
	/** Empty where only the size was asked for. */
	readonly content: Buffer;
}

const NEWLINE = 0x0a;
const TYPES: ReadonlySet<string> = new Set(['blob', 'tree', 'commit', 'tag']);

/** Takes apart what `git cat-file --batch` or `--batch-check` prints, in whatever pieces it comes. */
export class ObjectAnswers {
	readonly #holdsContents: boolean;
	#pieces: Buffer[] = [];
	#heldBytes = 0;
	/** Of the answer whose content is still to come. */
	#header: Omit<ObjectAnswer, 'content'> | null = null;

	constructor(answers: 'sizes' | 'contents') {
		this.#holdsContents = answers === 'contents';
	}

	/** @returns the answers that are whole now */
	*take(piece: Buffer): Generator<ObjectAnswer> {
		this.#pieces.push(piece);
		this.#heldBytes += piece.length;
		for (let answer = this.#next(); answer !== null; answer = this.#next()) yield answer;
	}

	#next(): ObjectAnswer | null {
		this.#header ??= this.#takeHeader();
		if (this.#header === null) return null;
		const header = this.#header;
		const hasContent = this.#holdsContents && TYPES.has(header.type);
		// Joined once all of it is here, and not with every piece of it.
		if (hasContent && this.#heldBytes <= header.sizeBytes) return null;
		this.#header = null;
		const content = hasContent ? this.#takeBytes(header.sizeBytes + 1).subarray(0, -1) : Buffer.alloc(0);
		return { ...header, content };
	}

	/** `<object> SP <type> SP <size> LF`, or `<object> SP missing LF` */
	#takeHeader(): Omit<ObjectAnswer, 'content'> | null {
		const end = this.#joined().indexOf(NEWLINE);
		if (end === -1) return null;
		const [, type = '', size = '0'] = this.#takeBytes(end + 1)
			.toString('utf8', 0, end)
			.split(' ');
		return { type, sizeBytes: Number(size) };
	}

	#takeBytes(count: number): Buffer {
		const held = this.#joined();
		this.#pieces = count < held.length ? [held.subarray(count)] : [];
		this.#heldBytes -= count;
		return held.subarray(0, count);
	}

	#joined(): Buffer {
		const [only, ...more] = this.#pieces;
		if (only !== undefined && more.length === 0) return only;
		const joined = Buffer.concat(this.#pieces);
		this.#pieces = [joined];
		return joined;
	}
}
