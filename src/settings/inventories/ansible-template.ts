import type { Variables } from './ansible-graph.ts';

/** References within references: more than this is a circle. */
const MAX_DEPTH = 5;

/** Longer than any name, address or path; references within references may multiply without end. */
const MAX_LENGTH = 1_000;

/**
 * Fills in `{{ name }}` from a host's variables; null where an expression does more than name one. Jinja is not evaluated:
 * it may read files and run programs.
 *
 * @example
 * fillTemplate('{{ inventory_hostname }}.lab', variables) //=> 'edge-01.lab'
 */
export function fillTemplate(text: string, variables: Variables): string | null {
	return fill(text, { variables, known: new Map(), depth: 0 });
}

interface Filling {
	readonly variables: Variables;
	/** What variables came to; null: nothing that can be used. */
	readonly known: Map<string, string | null>;
	readonly depth: number;
}

function fill(text: string, filling: Filling): string | null {
	if (!text.includes('{{') && !text.includes('{%')) return text;
	if (filling.depth > MAX_DEPTH || text.length > MAX_LENGTH) return null;
	let complete = true;
	const filled = text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
		const inner = lookUp(name, filling);
		complete &&= inner !== null;
		return inner ?? whole;
	});
	const isUsable = complete && filled.length <= MAX_LENGTH && !filled.includes('{{') && !filled.includes('{%');
	return isUsable ? filled : null;
}

function lookUp(name: string, filling: Filling): string | null {
	const { variables, known, depth } = filling;
	const found = known.get(name);
	if (found !== undefined) return found;
	const value = variables.get(name)?.value;
	const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
	const filled = plain === null ? null : fill(plain, { ...filling, depth: depth + 1 });
	known.set(name, filled);
	return filled;
}
