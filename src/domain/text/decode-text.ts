/** A text, or why bytes are none and what to do about it. */
export type DecodedText = { readonly status: 'read'; readonly text: string } | UnreadableText;

/** Why a file's bytes cannot be used. */
export interface UnreadableText {
	readonly status: 'refused';
	/** Goes on after the name of the file: `is in UTF-16`. */
	readonly why: string;
	readonly fix: string;
	/** 1-based; null where it has no place. */
	readonly line: number | null;
}

/**
 * `utf-8`: anything else is refused. `any`: for what says nowhere what it is encoded in; UTF-16 is told by its mark, and of the
 * rest a line that is not UTF-8 is taken as latin1.
 */
export type Encoding = 'utf-8' | 'any';

/** Reads the bytes of a file as text, without a byte order mark. UTF-16 is what PowerShell writes with `>`. */
export function decodeText(bytes: Buffer, encoding: Encoding): DecodedText {
	if (isLfsPointer(bytes)) return refuse(...LFS_POINTER);
	if (bytes.toString('latin1', 0, GIT_CRYPT_MARK.length) === GIT_CRYPT_MARK) return refuse(...GIT_CRYPT_FILE);
	const wide = UTF_16[bytes.subarray(0, 2).toString('hex')];
	if (wide !== undefined && encoding === 'utf-8') return refuse('is in UTF-16', 'Save it as UTF-8', 1);
	if (wide !== undefined) return { status: 'read', text: new TextDecoder(wide).decode(bytes) };
	const zero = bytes.indexOf(0);
	if (zero >= 0) return refuse('holds a NUL byte', 'Save it as a text in UTF-8', lineOf(bytes, zero));
	const whole = asUtf8(bytes);
	if (whole !== null) return { status: 'read', text: whole };
	const lines = linesOf(bytes);
	if (encoding === 'any') return { status: 'read', text: lines.map(decodeLine).join('\n') };
	return refuse('is not in UTF-8', 'Save it as UTF-8', lines.findIndex((line) => asUtf8(line) === null) + 1);
}

/**
 * What stands in a commit, and in a checkout without `lfs: true`, for a file that Git LFS keeps: taken for a config, all of
 * it would be drift. https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: less than 1,024 bytes, the version first.
 */
function isLfsPointer(bytes: Buffer): boolean {
	return bytes.length < 1024 && bytes.toString('latin1').startsWith('version https://git-lfs.github.com/spec/');
}

const LFS_POINTER = [
	'is a pointer of Git LFS and not the file itself',
	'Keep it in git, where pre-flight checks read it; for audits alone, check it out with `lfs: true`',
	1,
] as const;

/** What a file begins with that git-crypt has encrypted (its commands.cpp): in a commit, and in a checkout that is locked. */
const GIT_CRYPT_MARK = '\0GITCRYPT\0';

const GIT_CRYPT_FILE = [
	'is encrypted by git-crypt',
	'Keep it in git as it is, where pre-flight checks read it; for audits alone, run `git-crypt unlock` first',
	1,
] as const;

/** By the byte order mark. */
const UTF_16: Readonly<Record<string, 'utf-16le' | 'utf-16be'>> = { fffe: 'utf-16le', feff: 'utf-16be' };

function refuse(why: string, fix: string, line: number): UnreadableText {
	return { status: 'refused', why, fix, line };
}

/** null: it is something else. */
function asUtf8(bytes: Buffer): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		// What the decoder throws for bytes that are no UTF-8.
		if (error instanceof TypeError) return null;
		throw error;
	}
}

function lineOf(bytes: Buffer, offset: number): number {
	return bytes.subarray(0, offset).toString('latin1').split('\n').length;
}

function linesOf(bytes: Buffer): readonly Buffer[] {
	return bytes
		.toString('latin1')
		.split('\n')
		.map((line) => Buffer.from(line, 'latin1'));
}

function decodeLine(line: Buffer): string {
	return asUtf8(line) ?? line.toString('latin1');
}
