/**
 * What has lists as `JSON.stringify(value, null, indent)` gives it, in parts, an item of a list each: that of a large fleet is
 * longer than a string can be, and its items need not be in memory at once.
 *
 * @param indent - empty: all on one line
 */
export function* jsonByItem(value: object, indent: string): Generator<string> {
	const [lineEnd, space] = indent === '' ? ['', ''] : ['\n', ' '];
	const start = `${lineEnd}${indent}`;
	let before = '{';
	for (const [key, member] of Object.entries(value)) {
		if (member === undefined) continue;
		const named = `${before}${start}${JSON.stringify(key)}:${space}`;
		before = ',';
		if (Array.isArray(member)) yield* listed(member, { named, indent, start });
		else yield `${named}${indented(member, indent, start)}`;
	}
	yield before === '{' ? '{}' : `${lineEnd}}`;
}

function* listed(
	items: readonly unknown[],
	{ named, indent, start }: { readonly named: string; readonly indent: string; readonly start: string },
): Generator<string> {
	const itemStart = `${start}${indent}`;
	yield `${named}[`;
	for (const [index, item] of items.entries()) {
		yield `${index === 0 ? '' : ','}${itemStart}${indented(item, indent, itemStart)}`;
	}
	yield items.length === 0 ? ']' : `${start}]`;
}

/** Line breaks stand between values only: those in a text are escaped. */
function indented(value: unknown, indent: string, start: string): string {
	return JSON.stringify(value, null, indent).replaceAll('\n', start);
}
