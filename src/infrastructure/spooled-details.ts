import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type DeviceDetails, withDetailsElsewhere } from '../domain/device-details.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { SharedParts } from '../domain/shared-parts.ts';
import { DriftAuditError, systemCode } from '../errors.ts';

export interface SpoolOptions {
	/** Where the file is made, for this user alone. */
	readonly folder: string;
	/** Takes the secrets of the run out of what is written. */
	readonly redact: (details: DeviceDetails) => DeviceDetails;
	/** Told in a sentence why details stay in memory after all. */
	readonly warn: (sentence: string) => void;
	/**
	 * As many bytes stay in memory, as JSON: the reports of most runs, which then need no disk.
	 *
	 * @default 1 MiB
	 */
	readonly memoryBytes?: number;
}

const MEMORY_BYTES = 1024 * 1024;

/**
 * What is kept of a run's devices: what there is to tell at length goes to a file from a certain amount on. The file has no name from the moment that
 * it is made: the system takes it away when the process ends, however that ends. What cannot be written stays in memory, so that
 * a full disk costs memory and no finding.
 *
 * Reading and writing do not yield: renderers are functions of a report and know of no file, and a device's details are some
 * kilobytes. docs/adr/0024-details-on-disk.md has why.
 */
export class SpooledDetails implements Disposable {
	readonly #options: SpoolOptions;
	readonly #shared = new SharedParts();
	/** null: there is none yet. */
	#file: number | null = null;
	#end = 0;
	#memoryLeft: number;
	#isRefused = false;
	/** Whoever asks for a device's changes asks for its diff next. */
	#last: { readonly start: number; readonly details: DeviceDetails } | null = null;

	constructor(options: SpoolOptions) {
		this.#options = options;
		this.#memoryLeft = options.memoryBytes ?? MEMORY_BYTES;
	}

	/** Takes a report that is finished, and returns what is to be kept of it. */
	readonly keep = (finished: DeviceReport): DeviceReport => {
		const report = this.#shared.of(finished);
		const { changes, diff, remediation } = report;
		if (this.#isRefused || (changes.length === 0 && diff === '')) return report;
		const details = { changes, diff, ...(remediation === undefined ? {} : { remediation }) };
		const bytes = Buffer.from(JSON.stringify(this.#options.redact(details)));
		this.#memoryLeft -= bytes.length;
		if (this.#memoryLeft >= 0) return report;
		const { length } = bytes;
		const start = this.#end;
		if (!this.#write(bytes)) return report;
		return withDetailsElsewhere(report, () => this.#read(start, length));
	};

	[Symbol.dispose](): void {
		if (this.#file !== null) closeSync(this.#file);
		this.#file = null;
		this.#last = null;
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
			this.#options.warn(
				`what devices drifted by is kept in memory, since ${this.#options.folder} does not take it (${code}). Make room there, or set TMPDIR (in the Action RUNNER_TEMP) to another folder`,
			);
			return false;
		}
	}

	#read(start: number, length: number): DeviceDetails {
		if (this.#last?.start === start) return this.#last.details;
		if (this.#file === null) throw new Error('the details of a run are read after its end');
		const details: DeviceDetails = JSON.parse(this.#readBytes(this.#file, start, length).toString());
		this.#last = { start, details };
		return details;
	}

	#readBytes(file: number, start: number, length: number): Buffer {
		const bytes = Buffer.allocUnsafe(length);
		try {
			for (let read = 0; read < length; ) {
				const count = readSync(file, bytes, read, length - read, start + read);
				if (count === 0) throw unreadable(this.#options.folder, 'it ends too early');
				read += count;
			}
			return bytes;
		} catch (error) {
			const code = systemCode(error);
			throw code === '' ? error : unreadable(this.#options.folder, code, error);
		}
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

function unreadable(folder: string, why: string, cause?: unknown): DriftAuditError {
	const message = `what devices drifted by cannot be read back from the temporary folder ${folder}: ${why}. Look whether its disk is sound, and run again`;
	return new DriftAuditError('ERR_OUTPUT', message, { cause });
}
