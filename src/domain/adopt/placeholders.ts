import { HIDDEN_SECRET, MASKED_SECRET, placeholderIn, SECRET_FORM } from '../masking/fingerprint.ts';
import type { SyntaxStyle } from '../platform/syntax.ts';

/** One statement of the file: as it stands there, and masked. */
export interface FileStatement {
	readonly printed: string;
	readonly masked: string;
}

/** How lines of a device are written into a file. */
export interface WrittenForm {
	readonly style: SyntaxStyle;
	/** Stands for every secret. */
	readonly placeholder: string;
}

/**
 * A line of a device as it may stand in git: a placeholder for every secret. Where it takes the place of a line that has as
 * many secrets, it keeps what stands there for those that are the same, or that the file hides.
 */
export function writable(running: string, { style, placeholder }: WrittenForm, replaced?: FileStatement): string {
	const secret = style === 'xml' ? SECRET_IN_ELEMENT : MASKED_SECRET;
	const kept = replaced === undefined ? [] : keptSecrets(running, { ...replaced, secret });
	const stand = placeholderIn(style, placeholder);
	let index = 0;
	return running.replaceAll(secret, () => kept[index++] ?? stand);
}

/** In XML `<secret>` at the beginning of a line is an element. */
const SECRET_IN_ELEMENT = new RegExp(String.raw`(?<!^\s*)${SECRET_FORM}`, 'g');

/** What the file says in the places of the secrets; null for each that has to be hidden anew. */
function keptSecrets(
	running: string,
	{ printed, masked, secret }: FileStatement & { readonly secret: RegExp },
): readonly (string | null)[] {
	const intended = [...masked.matchAll(secret)].map(([hidden]) => hidden);
	const now = [...running.matchAll(secret)].map(([hidden]) => hidden);
	const values = valuesBetween(printed, masked.split(secret));
	if (intended.length !== now.length || values?.length !== intended.length) return [];
	return values.map((value, index) =>
		intended[index] === HIDDEN_SECRET || intended[index] === now[index] ? value : null,
	);
}

/** What stands between known parts of a text; null where they do not make it up. */
function valuesBetween(text: string, [head = '', ...parts]: readonly string[]): readonly string[] | null {
	if (!text.startsWith(head)) return null;
	const values: string[] = [];
	let at = head.length;
	for (const [index, part] of parts.entries()) {
		const isLast = index === parts.length - 1;
		const end = isLast ? (text.endsWith(part) ? text.length - part.length : -1) : text.indexOf(part, at + 1);
		if (end < at) return null;
		values.push(text.slice(at, end));
		at = end + part.length;
	}
	return values;
}
