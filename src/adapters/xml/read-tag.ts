/** A document that is not well-formed, or more than devices have to send. */
export class XmlError extends Error {
	override readonly name = 'XmlError';
}

/** A tag and where it stands. */
export interface Tag {
	readonly kind: 'open' | 'close' | 'empty';
	/** With its prefix. */
	readonly name: string;
	/** What stands behind the name. */
	readonly attributes: string;
	/** Offset of `<`. */
	readonly start: number;
	/** Offset behind `>`. */
	readonly end: number;
}

/** Attributes hold names and dates, never a config. */
const MAX_TAG = 16_384;

const NAME = /[A-Za-z_][\w.:-]{0,255}/y;

/** Reads the tag that begins at an offset. */
export function readTag(text: string, start: number): Tag {
	const isClose = text[start + 1] === '/';
	NAME.lastIndex = start + (isClose ? 2 : 1);
	const name = NAME.exec(text)?.[0];
	if (name === undefined) throw new XmlError('a tag has no name');
	const end = endOfTag(text, NAME.lastIndex);
	const inside = text.slice(NAME.lastIndex, end - 1);
	if (isClose) return { kind: 'close', name, attributes: '', start, end };
	if (inside.length > MAX_TAG) throw new XmlError('a tag is too long');
	const isEmpty = inside.endsWith('/');
	return { kind: isEmpty ? 'empty' : 'open', name, attributes: isEmpty ? inside.slice(0, -1) : inside, start, end };
}

/**
 * Offset behind the tag that `from` stands in. A `>` may stand inside an attribute's quotes, as whatever looks like another
 * tag.
 */
export function endOfTag(text: string, from: number): number {
	for (let at = from; ; at += 1) {
		DELIMITER.lastIndex = at;
		const found = DELIMITER.exec(text);
		if (found === null || found[0] === '<') throw new XmlError('a tag has no end');
		if (found[0] === '>') return found.index + 1;
		at = text.indexOf(found[0], found.index + 1);
		if (at < 0) throw new XmlError('a tag has no end');
	}
}

const DELIMITER = /[<>"']/g;
