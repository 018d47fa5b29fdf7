/** The text of a JSON file of the branch; indented, so that a commit can be read as a diff. */
export function asJson(value: unknown): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}

/** The same with a device per line, so that a commit shows which ones changed; in parts, a device each. */
export function* withDevicePerLine({
	devices,
	...rest
}: {
	readonly schemaVersion: number;
	readonly devices: Iterable<object>;
}): Generator<string> {
	yield `${JSON.stringify(rest, null, '\t').replace(/\n\}$/u, '')},\n\t"devices": [`;
	yield* devicePerLine(Iterator.from(devices).map(withoutBlanks));
	yield ']\n}\n';
}

/** What stands between the brackets of a list of devices, each on a line of its own; in parts, a device each. */
export function* devicePerLine(devices: Iterable<object>): Generator<string> {
	let isFirst = true;
	for (const device of devices) {
		yield `${isFirst ? '' : ','}\n\t\t${JSON.stringify(device)}`;
		isFirst = false;
	}
	if (!isFirst) yield '\n\t';
}

/** What says nothing is left out; history-schema.ts fills it in again. */
function withoutBlanks(device: object): object {
	const isBlank = (key: string, value: unknown): boolean =>
		value === null ||
		value === 0 ||
		(key === 'reachable' && value === true) ||
		(Array.isArray(value) && value.length === 0);
	return Object.fromEntries(Object.entries(device).filter(([key, value]) => !isBlank(key, value)));
}
