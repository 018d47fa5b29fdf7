import { HIDDEN_SECRET, isMaskedSecret } from '../../masking/fingerprint.ts';

/** Pattern of a name, without anchors. */
export const XML_NAME = '[A-Za-z_][\\w.:-]*';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text as it is meant, entities replaced. null: an entity that only a document type could explain. */
export function plainText(raw: string): string | null {
	if (!raw.includes('&')) return raw;
	let known = true;
	const text = raw.replaceAll(/&(#x?[0-9A-Fa-f]{1,6}|\w{1,8});|&/g, (_, name: string | undefined) => {
		const character = name?.startsWith('#') === true ? characterOf(name) : named(name ?? '');
		known &&= character !== undefined;
		return character ?? '';
	});
	return known ? text : null;
}

function named(name: string): string | undefined {
	return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
}

function characterOf(reference: string): string | undefined {
	const code = reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
	return Number.isNaN(code) || code > 0x10_ff_ff ? undefined : String.fromCodePoint(code);
}

/** Text on one line. A placeholder stays as people write it: `&lt;removed&gt;` is `<removed>`. */
export function writeText(text: string): string {
	if (PLACEHOLDER.test(text)) return text;
	return withoutTrailingBlanks(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('&lt;removed&gt;', '<removed>')
		.replaceAll('\n', '&#10;');
}

/** Editors take blanks away from the ends of lines. */
function withoutTrailingBlanks(text: string): string {
	if (!/[\r\n]/.test(text)) return text;
	const lines = text.split(/\r\n?|\n/);
	return lines.map((line, index) => (index < lines.length - 1 ? line.trimEnd() : line)).join('\n');
}

/**
 * `<rule uuid="…">`, its attributes sorted.
 *
 * @param options.namespace - null: that of the element around it
 * @param options.unsaid - names of attributes that are left out
 */
export function openingTag(
	name: string,
	attributes: string,
	{ namespace, unsaid }: { readonly namespace: string | null; readonly unsaid: readonly string[] },
): string {
	if (attributes === '' && namespace === null) return `<${name}>`;
	const pairs = [...attributes.matchAll(ATTRIBUTE)].filter(
		([, key = '']) => !isDeclaration(key) && !unsaid.includes(key),
	);
	const written = pairs.map(([, key, double, single]) => ` ${key}="${attributeText(double ?? single ?? '')}"`);
	if (namespace !== null) written.push(` xmlns="${attributeText(namespace)}"`);
	return `<${name}${written.toSorted().join('')}>`;
}

function isDeclaration(key: string): boolean {
	return key === 'xmlns' || key.startsWith('xmlns:');
}

function attributeText(raw: string): string {
	return writeText(plainText(raw) ?? raw).replaceAll('"', '&quot;');
}

/**
 * Whether what looks like a tag stands for a hidden value: `<password><secret:1f3a9c></password>`, `<key><removed></key>`.
 * No element can be followed at once by the end of the one around it, or stand in the middle of a text.
 */
export function isStandIn(
	tag: string,
	place: { readonly parent: string; readonly inText: boolean; readonly behind: string; readonly end: number },
): boolean {
	if (tag !== HIDDEN_SECRET && isMaskedSecret(tag)) return true;
	return PLACEHOLDER.test(tag) && (place.inText || place.behind.startsWith(`</${place.parent}>`, place.end));
}

const PLACEHOLDER = /^<(?:secret|removed|hidden|redacted|masked|volatile)>$/i;
const ATTRIBUTE = new RegExp(`\\s(${XML_NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');
