import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';

/** A config that can be used, or what is wrong with its file. */
export type ConfigText =
	| { readonly status: 'read'; readonly text: string }
	| { readonly status: 'refused'; readonly why: string; readonly fix: string; readonly line: number | null };

/** Configs of carrier routers reach some 10 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

interface ReadOptions {
	/**
	 * `utf-8`: anything else is refused. `any`: devices say nowhere what their text is encoded in, so a line that is not UTF-8
	 * is taken as latin1.
	 */
	readonly encoding: 'utf-8' | 'any';
	readonly signal?: AbortSignal;
}

/** Reads a regular file of text. Rejects with the system's error where there is nothing to read. */
export async function readConfigText(path: string, { encoding, signal }: ReadOptions): Promise<ConfigText> {
	// Asked before opening: a pipe would block for ever.
	const facts = await stat(path);
	if (!facts.isFile()) return refuse('is not a file', 'Put the config there as a file');
	if (facts.size > MAX_BYTES)
		return refuse(`is larger than ${MAX_BYTES / 1024 / 1024} MB`, 'Check that it is a config');
	return check(await readFile(path, { signal }), encoding);
}

function check(bytes: Buffer, encoding: ReadOptions['encoding']): ConfigText {
	const mark = bytes.subarray(0, 2).toString('hex');
	if (mark === 'fffe' || mark === 'feff') return refuse('is in UTF-16', 'Save it as UTF-8', 1);
	const zero = bytes.indexOf(0);
	if (zero >= 0) return refuse('holds a NUL byte', 'Save it as a text in UTF-8', lineOf(bytes, zero));
	const isWhole = isUtf8(bytes);
	if (!isWhole && encoding === 'utf-8') return refuse('is not in UTF-8', 'Save it as UTF-8', firstInvalidLine(bytes));
	// The decoder takes a byte order mark away.
	const text = isWhole ? new TextDecoder().decode(bytes) : linesOf(bytes).map(decodeLine).join('\n');
	return text.trim() === '' ? refuse('is empty', 'Write the config into it', 1) : { status: 'read', text };
}

function refuse(why: string, fix: string, line: number | null = null): ConfigText {
	return { status: 'refused', why, fix, line };
}

function lineOf(bytes: Buffer, offset: number): number {
	return bytes.subarray(0, offset).toString('latin1').split('\n').length;
}

function firstInvalidLine(bytes: Buffer): number {
	return linesOf(bytes).findIndex((line) => !isUtf8(line)) + 1;
}

function linesOf(bytes: Buffer): readonly Buffer[] {
	return bytes
		.toString('latin1')
		.split('\n')
		.map((line) => Buffer.from(line, 'latin1'));
}

function decodeLine(line: Buffer): string {
	return line.toString(isUtf8(line) ? 'utf8' : 'latin1');
}
