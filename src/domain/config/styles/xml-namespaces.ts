import { XML_NAME } from './xml-text.ts';

/** The namespaces that hold inside an element. */
export interface Namespaces {
	/** Of elements without a prefix; empty: none. */
	readonly standard: string;
	/** Those that the innermost element declares. */
	readonly byPrefix: ReadonlyMap<string, string>;
	readonly outer: Namespaces | null;
}

/** What holds around the outermost element. */
export const NO_NAMESPACES: Namespaces = { standard: '', byPrefix: new Map(), outer: null };

/** An element's name as the compare knows it. */
export interface QualifiedName {
	/** Without its prefix, unless nothing declares that. */
	readonly name: string;
	readonly namespace: string;
}

const DECLARATION = new RegExp(`\\sxmlns(?::(${XML_NAME}))?\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

/** What holds inside an element with these attributes (Namespaces in XML 1.0, section 6). */
export function declaredIn(attributes: string, outer: Namespaces): Namespaces {
	if (!attributes.includes('xmlns')) return outer;
	const byPrefix = new Map<string, string>();
	let { standard } = outer;
	for (const [, prefix, double, single] of attributes.matchAll(DECLARATION)) {
		const namespace = double ?? single ?? '';
		if (prefix === undefined) standard = namespace;
		else byPrefix.set(prefix, namespace);
	}
	return { standard, byPrefix, outer };
}

/** What a name means: `nc:data` and `data` are the same where both stand for the same namespace. */
export function resolveName(qualified: string, namespaces: Namespaces): QualifiedName {
	const { standard } = namespaces;
	const colon = qualified.indexOf(':');
	if (colon < 0) return { name: qualified, namespace: standard };
	const namespace = lookUp(qualified.slice(0, colon), namespaces);
	// A part that was cut out of a document may lack what its root declares.
	return namespace === undefined
		? { name: qualified, namespace: standard }
		: { name: qualified.slice(colon + 1), namespace };
}

/** Elements nest only so deep: see DocumentLines. */
function lookUp(prefix: string, namespaces: Namespaces): string | undefined {
	for (let inner: Namespaces | null = namespaces; inner !== null; inner = inner.outer) {
		const namespace = inner.byPrefix.get(prefix);
		if (namespace !== undefined) return namespace;
	}
	return undefined;
}
