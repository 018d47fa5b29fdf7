/** The text of a JSON file of the branch; indented, so that a commit can be read as a diff. */
export function asJson(value: unknown): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}

/** The same with a device per line, so that a commit shows which ones changed. */
export function withDevicePerLine({ devices, ...rest }: { readonly devices: readonly object[] }): string {
	const head = JSON.stringify(rest, null, '\t').replace(/\n\}$/u, '');
	const lines = devices.map((device) => `\n\t\t${JSON.stringify(withoutBlanks(device))}`);
	return `${head},\n\t"devices": [${lines.join(',')}${lines.length === 0 ? '' : '\n\t'}]\n}\n`;
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
