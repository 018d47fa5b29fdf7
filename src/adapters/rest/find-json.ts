/**
 * What stands at a JSON pointer (RFC 6901): a string as it is, any other value printed with two spaces. null: there is
 * nothing, or `null`.
 *
 * @example
 * findJson({ result: [{}, { output: 'end' }] }, '/result/1/output') //=> 'end'
 */
export function findJson(root: unknown, pointer: string): string | null {
	let value = root;
	for (const step of pointer.split('/').slice(1)) {
		const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
		if (Array.isArray(value) && !/^\d+$/.test(key)) return null;
		value = (value as Readonly<Record<string, unknown>>)[key];
	}
	if (value === undefined || value === null) return null;
	return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
