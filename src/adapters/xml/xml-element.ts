import { decodeEntities } from './entities.ts';
import type { Tag } from './read-tag.ts';

/** An element and what it holds, read from the document only where it is asked for. */
export class XmlElement {
	/** With its prefix. */
	readonly qualifiedName: string;
	readonly #document: string;
	readonly #tag: Tag;
	readonly #children: XmlElement[] = [];
	/** Offset of its closing tag. */
	#contentEnd: number;

	constructor(document: string, tag: Tag) {
		this.#document = document;
		this.#tag = tag;
		this.#contentEnd = tag.end;
		this.qualifiedName = tag.name;
	}

	/** Without its prefix. */
	get name(): string {
		return localName(this.qualifiedName);
	}

	get children(): readonly XmlElement[] {
		return this.#children;
	}

	/** What stands between its tags, as it came. */
	get markup(): string {
		return this.#document.slice(this.#tag.end, this.#contentEnd);
	}

	/** Its text, without that of elements inside. */
	get text(): string {
		let text = '';
		let from = this.#tag.end;
		for (const child of this.#children) {
			text += characters(this.#document.slice(from, child.#tag.start));
			from = child.#end;
		}
		return text + characters(this.#document.slice(from, this.#contentEnd));
	}

	/** An attribute by its name without prefix; null where there is none. */
	attribute(name: string): string | null {
		for (const [, key = '', quoted = ''] of this.#tag.attributes.matchAll(ATTRIBUTE)) {
			if (localName(key) === name) return decodeEntities(quoted.slice(1, -1));
		}
		return null;
	}

	/** All children of a name. */
	all(name: string): readonly XmlElement[] {
		return this.#children.filter((child) => child.name === name);
	}

	add(child: XmlElement): void {
		this.#children.push(child);
	}

	closeAt(offset: number): void {
		this.#contentEnd = offset;
	}

	get #end(): number {
		return this.#tag.kind === 'empty' ? this.#tag.end : this.#document.indexOf('>', this.#contentEnd) + 1;
	}
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** Text as it is meant: asides are gone, CDATA is taken as it stands, references are replaced. */
function characters(source: string): string {
	if (!source.includes('<')) return decodeEntities(source);
	return source
		.split(/(<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>)/s)
		.map((part) => {
			if (part.startsWith('<![CDATA[')) return part.slice(9, -3);
			return part.startsWith('<') ? '' : decodeEntities(part);
		})
		.join('');
}
