import type { Variables } from './ansible-graph.ts';

/** References within references: more than this is a circle. */
const MAX_DEPTH = 5;

/**
 * Fills in `{{ name }}` from a host's variables; null where an expression does more than name one. Jinja is not evaluated:
 * it may read files and run programs.
 *
 * @example
 * fillTemplate('{{ inventory_hostname }}.lab', variables) //=> 'edge-01.lab'
 */
export function fillTemplate(text: string, variables: Variables, depth = 0): string | null {
	if (!text.includes('{{') && !text.includes('{%')) return text;
	if (depth > MAX_DEPTH) return null;
	let complete = true;
	const filled = text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
		const { value } = variables.get(name) ?? { value: undefined };
		const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
		const inner = plain === null ? null : fillTemplate(plain, variables, depth + 1);
		complete &&= inner !== null;
		return inner ?? whole;
	});
	return complete && !filled.includes('{{') && !filled.includes('{%') ? filled : null;
}
