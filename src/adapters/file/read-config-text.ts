import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { type DecodedText, decodeText, type Encoding, type UnreadableText } from '../../domain/text/decode-text.ts';

/** A config that can be used, or what is wrong with its file. */
export type ConfigText = DecodedText;

/** There is nothing in the file; compared by identity. */
export const EMPTY: UnreadableText = { status: 'refused', why: 'is empty', fix: 'Write the config into it', line: 1 };

/** Configs of carrier routers reach some 10 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

interface ReadOptions {
	readonly encoding: Encoding;
	readonly signal?: AbortSignal;
}

/** Reads a regular file of text. Rejects with the system's error where there is nothing to read. */
export async function readConfigText(path: string, { encoding, signal }: ReadOptions): Promise<ConfigText> {
	return refusalOf(await stat(path)) ?? decode(await readFile(path, { signal }), encoding);
}

/** The same at once, for files that the system has at hand. Throws where the other rejects. */
export function readConfigTextSync(path: string, { encoding }: Pick<ReadOptions, 'encoding'>): ConfigText {
	return refusalOf(statSync(path)) ?? decode(readFileSync(path), encoding);
}

/** Asked before opening: a pipe would block for ever. null: it can be read. */
function refusalOf(facts: Stats): UnreadableText | null {
	if (!facts.isFile()) return refuse('is not a file', 'Put the config there as a file');
	if (facts.size <= MAX_BYTES) return null;
	return refuse(`is larger than ${MAX_BYTES / 1024 / 1024} MB`, 'Check that it is a config');
}

function decode(bytes: Buffer, encoding: Encoding): ConfigText {
	const decoded = decodeText(bytes, encoding);
	const isEmpty = decoded.status === 'read' && decoded.text.trim() === '';
	return isEmpty ? EMPTY : decoded;
}

function refuse(why: string, fix: string): UnreadableText {
	return { status: 'refused', why, fix, line: null };
}
