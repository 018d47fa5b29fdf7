/**
 * What has devices as `JSON.stringify(value, null, indent)` gives it, in parts, a device each: a large fleet's is longer than a
 * string can be, and its devices need not be in memory at once.
 *
 * @param indent - empty: all on one line
 */
export function* jsonByDevice<Value extends { readonly devices: readonly object[] }>(
	value: Value,
	indent: string,
): Generator<string> {
	const { devices } = value;
	const [lineEnd, space] = indent === '' ? ['', ''] : ['\n', ' '];
	// Stands there once: of quotation marks in a text none is without a backslash before it.
	const empty = `${lineEnd}${indent}"devices":${space}[]`;
	const [before = '', behind = ''] = JSON.stringify({ ...value, devices: [] }, null, indent).split(empty);
	yield `${before}${empty.slice(0, -1)}`;
	const start = `${lineEnd}${indent}${indent}`;
	for (const [index, device] of devices.entries()) {
		yield `${index === 0 ? '' : ','}${start}${JSON.stringify(device, null, indent).replaceAll('\n', start)}`;
	}
	yield `${devices.length === 0 ? '' : `${lineEnd}${indent}`}]${behind}`;
}
