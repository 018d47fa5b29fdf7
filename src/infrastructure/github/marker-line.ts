const SUFFIX = ' -->';

/** A first line that GitHub does not show: an HTML comment with JSON, for the next run to read. */
export function printMarkerLine(name: string, value: object): string {
	// Within JSON these two stand in strings only; escaped, no value can end the HTML comment.
	const json = JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
	return `<!-- ${name}: ${json}${SUFFIX}`;
}

/** The JSON of the first line; undefined where that is not exactly such a line. */
export function parseMarkerLine(name: string, body: string): unknown {
	const [line = ''] = body.split(/\r?\n/u, 1);
	const prefix = `<!-- ${name}: `;
	if (!line.startsWith(prefix) || !line.endsWith(SUFFIX)) return undefined;
	try {
		return JSON.parse(line.slice(prefix.length, -SUFFIX.length));
	} catch {
		// Somebody's text that looks like ours: not a marker.
		return undefined;
	}
}
