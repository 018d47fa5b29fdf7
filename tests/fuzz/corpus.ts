import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FuzzTarget } from './fuzz-target.ts';

const FOLDER = fileURLToPath(new URL('corpus', import.meta.url));

/** Inputs that reached what no seed reaches, or that once broke something. */
export function corpusOf({ name, input }: FuzzTarget): readonly string[] {
	const folder = join(FOLDER, name);
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.toSorted()
		.map((file) => readFileSync(join(folder, file), encodingOf(input)));
}

/** Keeps an input under a name made of what it holds, so that the same one is kept once. Returns the path. */
export function keep({ name, input }: FuzzTarget, text: string): string {
	const folder = join(FOLDER, name);
	mkdirSync(folder, { recursive: true });
	const bytes = Buffer.from(text, encodingOf(input));
	const path = join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
	writeFileSync(path, bytes);
	return path;
}

function encodingOf(input: FuzzTarget['input']): 'utf8' | 'latin1' {
	return input === 'bytes' ? 'latin1' : 'utf8';
}
