import { XmlError } from './read-tag.ts';

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Replaces the references that every XML document may hold; those of a document type cannot be there.
 *
 * @example
 * decodeEntities('a &lt; b &amp;lt; c &#38; d') //=> 'a < b &lt; c & d'
 */
export function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replaceAll(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w{1,32}));/g, (whole, hex, decimal, name) => {
		if (name !== undefined) {
			const character = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
			if (character === undefined) throw new XmlError(`${whole} is not declared`);
			return character;
		}
		const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
		if (code > 0x10ffff) throw new XmlError(`${whole} is not a character`);
		return String.fromCodePoint(code);
	});
}
