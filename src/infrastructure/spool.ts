import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DriftAuditError, systemCode } from '../errors.ts';

/** Where texts are put aside, and what people call them. */
export interface SpoolOptions {
	/** Where the file is made, for this user alone. */
	readonly folder: string;
	/** What lies there, as a sentence begins with it: `what devices drifted by`. */
	readonly what: string;
	/** Told in a sentence why it stays in memory after all. */
	readonly warn: (sentence: string) => void;
	/**
	 * As many bytes stay in memory: what most runs have, which then need no disk.
	 *
	 * @default 1 MiB
	 */
	readonly memoryBytes?: number;
}

const MEMORY_BYTES = 1024 * 1024;

/**
 * What a run puts aside goes to a file from a certain amount on. The file has no name from the moment that it is made: the
 * system takes it away when the process ends, however that ends. What cannot be written stays in memory, so that a full disk
 * costs memory and no finding.
 *
 * Reading and writing do not yield: who reads knows of no file, and it is some kilobytes.
 * docs/adr/0024-details-on-disk.md has why.
 */
export class Spool implements Disposable {
	readonly #options: SpoolOptions;
	/** null: there is none yet. */
	#file: number | null = null;
	#end = 0;
	#memoryLeft: number;
	#isRefused = false;

	constructor(options: SpoolOptions) {
		this.#options = options;
		this.#memoryLeft = options.memoryBytes ?? MEMORY_BYTES;
	}

	/** Whether the disk has refused: then everything stays in memory. */
	get isRefused(): boolean {
		return this.#isRefused;
	}

	/** Puts a text aside, and returns how it is read again; null where it is to stay in memory. */
	put(text: string): (() => string) | null {
		if (this.#isRefused) return null;
		const bytes = Buffer.from(text);
		const { length } = bytes;
		this.#memoryLeft -= length;
		if (this.#memoryLeft >= 0) return null;
		const start = this.#end;
		return this.#write(bytes) ? () => this.#read(start, length) : null;
	}

	/** Puts a text aside wherever there is room for it, and returns how it is read again. */
	readonly putAside = (text: string): (() => string) => this.put(text) ?? (() => text);

	[Symbol.dispose](): void {
		if (this.#file !== null) closeSync(this.#file);
		this.#file = null;
	}

	#write(bytes: Buffer): boolean {
		try {
			this.#file ??= openUnnamed(this.#options.folder);
			for (let written = 0; written < bytes.length; ) {
				written += writeSync(this.#file, bytes, written, bytes.length - written, this.#end + written);
			}
			this.#end += bytes.length;
			return true;
		} catch (error) {
			const code = systemCode(error);
			if (code === '') throw error;
			this.#isRefused = true;
			const { folder, what, warn } = this.#options;
			warn(
				`${what} is kept in memory, because ${folder} does not take it (${code}). Make room there, or set TMPDIR (in the Action RUNNER_TEMP) to another folder`,
			);
			return false;
		}
	}

	#read(start: number, length: number): string {
		if (this.#file === null) throw new Error('what a run has put aside is read after its end');
		const bytes = Buffer.allocUnsafe(length);
		try {
			for (let read = 0; read < length; ) {
				const count = readSync(this.#file, bytes, read, length - read, start + read);
				if (count === 0) throw this.#unreadable('it ends too early');
				read += count;
			}
			return bytes.toString();
		} catch (error) {
			const code = systemCode(error);
			throw code === '' ? error : this.#unreadable(code, error);
		}
	}

	#unreadable(why: string, cause?: unknown): DriftAuditError {
		const { folder, what } = this.#options;
		const message = `${what} cannot be read back from the temporary folder ${folder}: ${why}. Check its disk, and run again`;
		return new DriftAuditError('ERR_OUTPUT', message, { cause });
	}
}

/** Nobody else can open it, and nobody has to remove it. */
function openUnnamed(folder: string): number {
	const path = join(folder, `fleet-drift-details-${randomBytes(8).toString('hex')}`);
	const file = openSync(path, 'wx+', 0o600);
	try {
		unlinkSync(path);
		return file;
	} catch (error) {
		closeSync(file);
		throw error;
	}
}
