import { DriftAuditError } from '../../../errors.ts';
import type { ConfigLine } from '../config-line.ts';
import { MAX_DEPTH, MAX_PARTS, TooLarge } from '../size-limits.ts';

/** What a document is made of, one to a line. The root of a JSON text has no name and is frame. */
type DocumentRole = 'statement' | 'closer' | 'comment' | 'frame';

/** Signs of a document that are read on end: some milliseconds. */
export const SIGNS_ON_END = 2_000;

/**
 * Collects the parts of a JSON or XML document as lines of one canonical form: however a device breaks its lines, each part
 * stands on a line of its own, below what holds it, and knows the line of the text that it comes from. Throws `TooLarge`.
 */
export class DocumentLines {
	readonly #lines: ConfigLine[] = [];
	readonly #open: number[] = [];
	readonly #kind: string;

	constructor(kind: 'JSON' | 'XML') {
		this.#kind = kind;
	}

	get lines(): readonly ConfigLine[] {
		return this.#lines;
	}

	get depth(): number {
		return this.#open.length;
	}

	add(text: string, number: number, role: DocumentRole = 'statement'): void {
		const raw = '  '.repeat(this.#open.length) + text;
		this.#push({ number, raw, text, role, parent: this.#open.at(-1) ?? -1, block: null });
	}

	/** Adds a line that holds the next ones, up to the matching `close`. */
	open(text: string, number: number): void {
		if (this.#open.length === MAX_DEPTH) this.fail(number, `is nested deeper than ${MAX_DEPTH} levels`);
		this.add(text, number);
		this.#open.push(this.#lines.length - 1);
	}

	close(text: string, number: number): void {
		const parent = this.#open.pop() ?? -1;
		const raw = '  '.repeat(this.#open.length) + text;
		this.#push({ number, raw, text, role: 'closer', parent, block: null });
	}

	#push(line: ConfigLine): void {
		if (this.#lines.push(line) > MAX_PARTS) throw new TooLarge('parts');
	}

	/** Throws `ERR_PARSE`. No part of the text: it may be a secret. */
	fail(number: number, problem: string): never {
		throw new DriftAuditError('ERR_PARSE', `it is not ${this.#kind}: line ${number} ${problem}`, { line: number });
	}
}
