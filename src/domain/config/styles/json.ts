import type { Steps } from '../../steps.ts';
import type { ConfigLine } from '../config-line.ts';
import { DocumentLines, SIGNS_ON_END } from './document-lines.ts';

const BLANK = /[ \t\r\n]*/y;
const SCALAR = /-?(?:0|[1-9]\d{0,99})(?:\.\d{1,99})?(?:[eE][+-]?\d{1,9})?|true|false|null/y;

/**
 * Reads a JSON document as lines, one per key or element. Commas are not insisted on, because a masked document whose last
 * key was dropped keeps the one before it. Linear, and without recursion: the text is hostile.
 *
 * @throws DriftAuditError `ERR_PARSE` with the line on which the text stops being JSON
 */
export function* jsonLines(text: string): Steps<readonly ConfigLine[]> {
	const out = new DocumentLines('JSON');
	const tokens = new JsonTokens(text, out);
	/** What closes the open objects and arrays, innermost last. */
	const closers: string[] = [];
	const first = tokens.line;
	const root = tokens.opening() ?? out.fail(first, 'does not start an object');
	out.add(root, first, 'frame');
	closers.push(closerOf(root));
	const readMember = (closer: string): void => {
		const number = tokens.line;
		if (tokens.take(closer)) {
			closers.pop();
			if (closers.length === 0) out.add(closer, number, 'frame');
			else out.close(closer + tokens.comma(), number);
			return;
		}
		const key = closer === '}' ? `${tokens.key()}: ` : '';
		const opened = tokens.opening();
		if (opened === null) {
			out.add(key + tokens.value() + tokens.comma(), number);
		} else if (tokens.take(closerOf(opened))) {
			out.add(key + opened + closerOf(opened) + tokens.comma(), number);
		} else {
			out.open(key + opened, number);
			closers.push(closerOf(opened));
		}
	};
	const read = (signs: number): boolean => {
		for (let sign = 0; sign < signs; sign += 1) {
			const closer = closers.at(-1);
			if (closer === undefined) return false;
			readMember(closer);
		}
		return true;
	};
	while (read(SIGNS_ON_END)) yield;
	tokens.end();
	return out.lines;
}

/** `"mtu": "9100",` → `"mtu": "9100"`: the comma only says that something follows. */
export function withoutComma(text: string): string {
	return text.endsWith(',') ? text.slice(0, -1) : text;
}

function closerOf(opened: string): string {
	return opened === '{' ? '}' : ']';
}

/** A place in the text; in front of a token, never in front of blanks. */
class JsonTokens {
	/** Of the token that comes next. */
	line = 1;
	readonly #text: string;
	readonly #out: DocumentLines;
	#at = 0;

	constructor(text: string, out: DocumentLines) {
		this.#text = text;
		this.#out = out;
		this.#advance(0);
	}

	take(punctuation: string): boolean {
		const found = this.#text[this.#at] === punctuation;
		if (found) this.#advance(1);
		return found;
	}

	opening(): '{' | '[' | null {
		if (this.take('{')) return '{';
		return this.take('[') ? '[' : null;
	}

	comma(): ',' | '' {
		return this.take(',') ? ',' : '';
	}

	key(): string {
		const key = this.#string() ?? this.#fail('holds no key where one should be');
		return this.take(':') ? key : this.#fail('has no colon after a key');
	}

	value(): string {
		return this.#string() ?? this.#scalar() ?? this.#fail('holds no value where one should be');
	}

	end(): void {
		if (this.#at < this.#text.length) this.#fail('goes on after the end of the document');
	}

	/** In its shortest form, so that `\u0041` and `A` are the same; null: something else comes next. */
	#string(): string | null {
		if (this.#text[this.#at] !== '"') return null;
		let end = this.#text.indexOf('"', this.#at + 1);
		while (end !== -1 && isEscaped(this.#text, end)) end = this.#text.indexOf('"', end + 1);
		if (end === -1) this.#fail('holds a string that does not end');
		const token = shortest(this.#text.slice(this.#at, end + 1));
		if (token === null) return this.#fail('holds a string that JSON does not allow');
		this.#advance(end + 1 - this.#at);
		return token;
	}

	#scalar(): string | null {
		SCALAR.lastIndex = this.#at;
		const token = SCALAR.exec(this.#text)?.[0];
		if (token !== undefined) this.#advance(token.length);
		return token ?? null;
	}

	#advance(length: number): void {
		BLANK.lastIndex = this.#at + length;
		const blank = BLANK.exec(this.#text)?.[0] ?? '';
		this.#at += length + blank.length;
		if (blank.includes('\n')) this.line += blank.split('\n').length - 1;
	}

	#fail(problem: string): never {
		return this.#out.fail(this.line, this.#at < this.#text.length ? problem : 'ends too early');
	}
}

/** Whether an odd number of backslashes stands in front. */
function isEscaped(text: string, at: number): boolean {
	let before = at;
	while (text[before - 1] === '\\') before -= 1;
	return (at - before) % 2 === 1;
}

function shortest(token: string): string | null {
	try {
		return JSON.stringify(JSON.parse(token));
	} catch {
		// A control character or an unknown escape; the caller says where.
		return null;
	}
}
