import { MAX_LINES } from '../../domain/config/size-limits.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { endOfTag, readTag, type Tag, XmlError } from './read-tag.ts';
import { XmlElement } from './xml-element.ts';

/** Deeper than any config; a document may not fill the memory with open elements. */
const MAX_DEPTH = 256;

/**
 * Reads an XML document as devices send it: elements, attributes, text, CDATA; comments and processing instructions are
 * passed over. Strict, because a document that does not close what it opens was cut. A document type is refused: NETCONF
 * forbids it (RFC 6241, section 3), and its entities are how a small document grows large.
 *
 * @throws XmlError that says what is wrong
 */
export function readXml(text: string): XmlElement {
	const open: XmlElement[] = [];
	let root: XmlElement | null = null;
	if (hasTooManyElements(text)) throw new XmlError(`it holds more than ${formatCount(MAX_LINES)} elements`);
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		const skipped = endOfAside(text, at);
		if (skipped !== null) {
			at = skipped;
			continue;
		}
		const tag = readTag(text, at);
		at = tag.end;
		if (tag.kind === 'close') close(open, tag);
		else {
			const element = new XmlElement(text, tag);
			if (open.length === 0 && root !== null) throw new XmlError('it holds two documents');
			if (open.length === 0) root = element;
			open.at(-1)?.add(element);
			if (tag.kind === 'open' && open.push(element) > MAX_DEPTH) throw new XmlError('it is nested too deeply');
		}
	}
	const unclosed = open.at(-1);
	if (unclosed !== undefined) throw new XmlError(`<${unclosed.name}> is not closed`);
	if (root === null) throw new XmlError('it holds no element');
	return root;
}

/** `<a/>` */
const SHORTEST_ELEMENT = 4;

/** Before any is made: each takes a hundred bytes. Of a text that is too short for so many nothing is looked at. */
function hasTooManyElements(text: string): boolean {
	if (text.length <= MAX_LINES * SHORTEST_ELEMENT) return false;
	let elements = 0;
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		const skipped = endOfAside(text, at);
		if (skipped === null && text[at + 1] !== '/') elements += 1;
		if (elements > MAX_LINES) return true;
		at = skipped ?? endOfTag(text, at + 1);
	}
	return false;
}

function close(open: XmlElement[], tag: Tag): void {
	const element = open.pop();
	if (element?.qualifiedName !== tag.name) throw new XmlError(`</${tag.name}> closes what is not open`);
	element.closeAt(tag.start);
}

/** Where a comment, an instruction or a CDATA section that begins here ends; null where a tag begins. */
function endOfAside(text: string, at: number): number | null {
	for (const [start, end] of ASIDES) {
		if (!text.startsWith(start, at)) continue;
		const found = text.indexOf(end, at + start.length);
		if (found < 0) throw new XmlError(`"${start}" has no end`);
		return found + end.length;
	}
	if (text.startsWith('<!', at)) throw new XmlError('it declares a document type');
	return null;
}

const ASIDES = [
	['<!--', '-->'],
	['<![CDATA[', ']]>'],
	['<?', '?>'],
] as const;
