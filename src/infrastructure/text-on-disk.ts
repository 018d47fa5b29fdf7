import { Buffer } from 'node:buffer';
import { closeSync, openSync, readSync, unlinkSync } from 'node:fs';
import { DriftAuditError, systemCode } from '../errors.ts';

/** A text whose lines are read when they are wanted: it need not be in memory. */
export interface LongText {
	/** From the first on. What stands behind the last line end is a line, too, unless it is empty. */
	lines(): Iterable<PlacedLine>;
	lineAt(place: PlaceOnDisk): string;
	whole(): string;
}

/** Where a line stands. */
export interface PlaceOnDisk {
	readonly start: number;
	readonly bytes: number;
}

/** A line, and where it can be read again. */
export interface PlacedLine extends PlaceOnDisk {
	/** Without its end. */
	readonly text: string;
}

/** Tells that a text cannot be read. @param why - the code of the system's error, or half a sentence */
type Unreadable = (why: string, cause?: unknown) => Error;

const BLOCK_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;

/**
 * A text on a disk. Reading does not yield, as in {@link SpooledDetails}: it is some kilobytes of a file that was written a
 * moment ago.
 */
export class TextOnDisk implements LongText, Disposable {
	readonly #file: number;
	readonly #unreadable: Unreadable;

	/**
	 * Throws the system's error where there is no such file.
	 *
	 * @param unreadable - what is thrown where the disk does not give the text back
	 */
	constructor(path: string, unreadable: Unreadable) {
		this.#file = openSync(path, 'r');
		this.#unreadable = unreadable;
	}

	/**
	 * Takes a temporary file over: it loses its name at once, so that nobody has to take it away. A disk that does not give it
	 * back throws `ERR_OUTPUT`.
	 */
	static takeOver(path: string): TextOnDisk {
		const text = new TextOnDisk(path, (why, cause) => lost(path, why, cause));
		unlinkSync(path);
		return text;
	}

	*lines(): Generator<PlacedLine> {
		let start = 0;
		let rest: Buffer = Buffer.alloc(0);
		for (;;) {
			const block = this.#read(start + rest.length, BLOCK_BYTES);
			const bytes = rest.length === 0 ? block : Buffer.concat([rest, block]);
			let from = 0;
			// What was left has no end in it: of a long line nothing is looked at twice.
			for (let end = bytes.indexOf(LINE_FEED, rest.length); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
				yield { text: bytes.toString('utf8', from, end), start: start + from, bytes: end - from };
				from = end + 1;
			}
			start += from;
			rest = bytes.subarray(from);
			if (block.length > 0) continue;
			if (rest.length > 0) yield { text: rest.toString('utf8'), start, bytes: rest.length };
			return;
		}
	}

	lineAt({ start, bytes }: PlaceOnDisk): string {
		const read = this.#read(start, bytes);
		if (read.length === bytes) return read.toString('utf8');
		throw this.#unreadable('it ends too early');
	}

	whole(): string {
		const blocks: Buffer[] = [];
		for (let start = 0; ; ) {
			const block = this.#read(start, BLOCK_BYTES);
			if (block.length === 0) return Buffer.concat(blocks).toString('utf8');
			blocks.push(block);
			start += block.length;
		}
	}

	[Symbol.dispose](): void {
		closeSync(this.#file);
	}

	/** Fewer bytes at the end of the file alone. */
	#read(start: number, bytes: number): Buffer {
		const buffer = Buffer.allocUnsafe(bytes);
		try {
			for (let read = 0; read < bytes; ) {
				const count = readSync(this.#file, buffer, read, bytes - read, start + read);
				if (count === 0) return buffer.subarray(0, read);
				read += count;
			}
			return buffer;
		} catch (error) {
			const code = systemCode(error);
			throw code === '' ? error : this.#unreadable(code, error);
		}
	}
}

function lost(path: string, why: string, cause: unknown): DriftAuditError {
	const message = `the temporary file ${path} cannot be read back: ${why}. Check its disk, and run again`;
	return new DriftAuditError('ERR_OUTPUT', message, { cause });
}
