import type { Steps } from '../../steps.ts';
import type { ConfigLine } from '../config-line.ts';
import { MAX_PARTS, TooLarge } from '../size-limits.ts';
import { DocumentLines, SIGNS_ON_END } from './document-lines.ts';
import { declaredIn, type Namespaces, NO_NAMESPACES, resolveName } from './xml-namespaces.ts';
import { isStandIn, openingTag, plainText, writeText, XML_NAME } from './xml-text.ts';

const START_TAG = new RegExp(`<(${XML_NAME})((?:\\s+${XML_NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const END_TAG = new RegExp(`</(${XML_NAME})\\s*>`, 'y');

/** What stands between two signs and is no element, and how each ends. A document type could define entities: refused. */
const ASIDES = [
	{ start: '<!--', end: '-->', role: 'comment' },
	{ start: '<![CDATA[', end: ']]>', role: 'text' },
	{ start: '<?', end: '?>', role: 'frame' },
] as const;

/** An element whose end has not come yet. */
interface OpenElement {
	/** As it is written, with its prefix: what the closing tag must say. */
	readonly qualified: string;
	readonly name: string;
	/** Of the element itself. */
	readonly namespace: string;
	/** Of what stands inside. */
	readonly namespaces: Namespaces;
	/** `<rule uuid="…">` */
	readonly tag: string;
	readonly line: number;
	/** Text directly inside, as it will be written. */
	text: string;
	/** Whether that is more than blanks. */
	hasText: boolean;
	/** Whether it stands among the lines already, because something else than text is inside. */
	written: boolean;
	/** Comments and the like inside of it, as long as nothing else than text is: they are no part of that. */
	asides: Aside[];
}

interface Aside {
	readonly text: string;
	readonly line: number;
	readonly role: 'comment' | 'frame';
}

/**
 * Reads an XML document as lines: an element that holds text only is one line, whatever its text; attributes are sorted,
 * CDATA is text, and a namespace is told where it changes, whatever prefixes stand for it. Linear, and without recursion:
 * the text is hostile.
 *
 * @param unsaid - attributes that say nothing about the configuration
 * @throws DriftAuditError `ERR_PARSE` with the line on which the text stops being XML
 */
export function* xmlLines(text: string, unsaid: readonly string[] = []): Steps<readonly ConfigLine[]> {
	const reader = new XmlReader(text, unsaid);
	while (reader.read(SIGNS_ON_END)) yield;
	return reader.finish();
}

class XmlReader {
	readonly #text: string;
	readonly #unsaid: readonly string[];
	readonly #out = new DocumentLines('XML');
	readonly #open: OpenElement[] = [];
	#at = 0;
	#line = 1;
	/** The next end of a line; looked for once, because a text may have a million tags and no line end. */
	#newline: number;
	#rooted = false;

	constructor(text: string, unsaid: readonly string[]) {
		this.#unsaid = unsaid;
		this.#text = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
		this.#newline = this.#text.indexOf('\n');
	}

	/** Reads so many signs and what they start; false at the end of the text. */
	read(signs: number): boolean {
		for (let sign = 0; sign < signs; sign += 1) if (!this.#next()) return false;
		return true;
	}

	/** Reads up to the next sign and what it starts; false at the end of the text. */
	#next(): boolean {
		const sign = this.#text.indexOf('<', this.#at);
		this.#addText(this.#text.slice(this.#at, sign === -1 ? undefined : sign));
		if (sign === -1) return false;
		this.#at = sign;
		this.#aside() || this.#endTag() || this.#startTag() || this.#fail('holds a "<" that starts no tag');
		return true;
	}

	finish(): readonly ConfigLine[] {
		const open = this.#open.at(-1);
		if (open !== undefined) this.#fail(`ends the text, but <${open.name}> of line ${open.line} is open`);
		if (!this.#rooted) this.#fail('ends the text, and there was no element');
		return this.#out.lines;
	}

	#aside(): boolean {
		const aside = ASIDES.find(({ start }) => this.#text.startsWith(start, this.#at));
		if (aside === undefined) return false;
		const from = this.#at + aside.start.length;
		const to = this.#text.indexOf(aside.end, from);
		if (to === -1) this.#fail(`holds a "${aside.start}" without its end`);
		const content = this.#text.slice(from, to);
		const line = this.#line;
		this.#advance(to + aside.end.length);
		if (aside.role === 'text') this.#append(writeText(content));
		else this.#keep({ text: `${aside.start}${content.replaceAll(/\s+/g, ' ')}${aside.end}`, line, role: aside.role });
		return true;
	}

	#keep(aside: Aside): void {
		const element = this.#open.at(-1);
		if (element === undefined || element.written) {
			this.#writeOpen();
			this.#writeAsides([aside]);
		} else if (element.asides.push(aside) > MAX_PARTS) throw new TooLarge('parts');
	}

	#writeAsides(asides: readonly Aside[]): void {
		for (const { text, line, role } of asides) this.#out.add(text, line, role);
	}

	#startTag(): boolean {
		const [whole, qualified, attributes = '', slash] = this.#match(START_TAG) ?? [];
		if (whole === undefined || qualified === undefined) return false;
		const parent = this.#open.at(-1);
		const end = this.#at + whole.length;
		if (
			parent !== undefined &&
			isStandIn(whole, { parent: parent.qualified, inText: parent.hasText, behind: this.#text, end })
		) {
			this.#advance(end);
			this.#append(whole);
			return true;
		}
		if (parent === undefined && this.#rooted) this.#fail('starts a second document');
		this.#rooted = true;
		this.#writeOpen();
		const namespaces = declaredIn(attributes, parent?.namespaces ?? NO_NAMESPACES);
		const { name, namespace } = resolveName(qualified, namespaces);
		const isNew = namespace !== (parent?.namespace ?? '');
		this.#open.push({
			qualified,
			name,
			namespace,
			namespaces,
			tag: openingTag(name, attributes, { namespace: isNew ? namespace : null, unsaid: this.#unsaid }),
			line: this.#line,
			text: '',
			hasText: false,
			written: false,
			asides: [],
		});
		this.#advance(end);
		if (slash === '/') this.#close();
		return true;
	}

	#endTag(): boolean {
		const [whole, qualified] = this.#match(END_TAG) ?? [];
		if (whole === undefined) return false;
		if (this.#open.at(-1)?.qualified !== qualified) this.#fail(`closes <${qualified}>, which is not the open one`);
		this.#close();
		this.#advance(this.#at + whole.length);
		return true;
	}

	#close(): void {
		const open = this.#open.at(-1);
		// Without a text they are all that it holds.
		if (open?.hasText === false && open.asides.length > 0) this.#writeOpen();
		const element = this.#open.pop();
		if (element === undefined) return;
		const { name, tag, text, hasText, line, written, asides } = element;
		if (written) {
			this.#writeTextOf(element);
			this.#out.close(`</${name}>`, this.#line);
		} else if (!hasText) this.#out.add(`${tag.slice(0, -1)}/>`, line);
		else {
			this.#out.add(`${tag}${text}</${name}>`, line);
			this.#writeAsides(asides);
		}
	}

	/** Something is about to stand inside the open element: it becomes a line with lines below it. */
	#writeOpen(): void {
		const element = this.#open.at(-1);
		if (element === undefined) return;
		if (!element.written) this.#out.open(element.tag, element.line);
		element.written = true;
		this.#writeTextOf(element);
		this.#writeAsides(element.asides);
		element.asides = [];
	}

	/** Text between elements is indentation, or else a line of its own. */
	#writeTextOf(element: OpenElement): void {
		if (element.hasText) this.#out.add(element.text.replaceAll('&#10;', ' ').trim(), this.#line);
		element.text = '';
		element.hasText = false;
	}

	#addText(raw: string): void {
		if (raw === '') return;
		const text = plainText(raw);
		if (text === null) this.#fail('holds an entity that XML does not know');
		this.#append(writeText(text));
		this.#advance(this.#at + raw.length);
	}

	#append(text: string): void {
		const element = this.#open.at(-1);
		const isBlank = text.replaceAll('&#10;', ' ').trim() === '';
		if (element === undefined) {
			if (!isBlank) this.#fail('holds text outside of the document');
			return;
		}
		element.text += text;
		element.hasText ||= !isBlank;
	}

	#match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.#at;
		return pattern.exec(this.#text);
	}

	#advance(to: number): void {
		for (; this.#newline !== -1 && this.#newline < to; this.#newline = this.#text.indexOf('\n', this.#newline + 1)) {
			this.#line += 1;
		}
		this.#at = to;
	}

	#fail(problem: string): never {
		return this.#out.fail(this.#line, problem);
	}
}
