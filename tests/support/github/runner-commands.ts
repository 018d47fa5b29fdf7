/** A command as the runner would run it. */
export interface RunnerCommand {
	readonly syntax: 'v1' | 'v2';
	readonly name: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly data: string;
}

/**
 * The names that the runner knows; the last one stands for a token that an earlier `stop-commands` made a name.
 * Compared without regard to case.
 */
const REGISTERED = new Set(
	`add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output
	stop-commands warning internal-set-repo-path resume-token`.split(/\s+/u),
);

/** Every command that the runner finds in what a process wrote: its line reader and both of its parsers. */
export function commandsIn(written: string): RunnerCommand[] {
	return written.split(/\r\n|\r|\n/u).flatMap((line) => parseV2(line) ?? parseV1(line) ?? []);
}

/** `::name key=value,key=value::data` at the start of a line, after .NET's `TrimStart()`. */
function parseV2(line: string): RunnerCommand | null {
	const message = line.replace(/^[\p{Zs}\p{Zl}\p{Zp}\t-\r\u0085]+/u, '');
	if (indexByCulture(message, '::', 0) !== 0) return null;
	const end = indexByCulture(message, '::', 2);
	if (end < 2) return null;
	const [name = '', list] = splitOnce(message.slice(2, end), ' ');
	if (!REGISTERED.has(name.toLowerCase())) return null;
	return { syntax: 'v2', name, properties: parseProperties(list, ','), data: unescapeData(message.slice(end + 2)) };
}

/** `##[name key=value;key=value]data` anywhere in a line. */
function parseV1(line: string): RunnerCommand | null {
	const start = indexByCulture(line, '##[', 0);
	const end = line.indexOf(']', Math.max(start, 0));
	if (start < 0 || end < start + 3) return null;
	const [name = '', list] = splitOnce(line.slice(start + 3, end), ' ');
	if (!REGISTERED.has(name.toLowerCase())) return null;
	return { syntax: 'v1', name, properties: parseProperties(list, ';'), data: line.slice(end + 1) };
}

/**
 * .NET's `IndexOf(string)` and `StartsWith(string)` compare by culture: characters without weight (format characters,
 * zero-width space) are skipped, while the parser goes on to count code units as if there were none.
 */
function indexByCulture(text: string, sought: string, from: number): number {
	const pattern = [...sought].map((char) => (char === '[' ? '\\[' : char)).join('\\p{Cf}*');
	// Where a run of them begins, or a long run without a command behind it takes the square of its length.
	const match = new RegExp(`(?<!\\p{Cf})\\p{Cf}*${pattern}`, 'u').exec(text.slice(from));
	return match === null ? -1 : from + match.index;
}

function parseProperties(list: string | undefined, separator: string): Record<string, string> {
	const pairs = (list ?? '')
		.trim()
		.split(separator)
		.map((pair) => splitOnce(pair, '='));
	return Object.fromEntries(pairs.flatMap(([key, value]) => (key && value ? [[key, unescapeProperty(value)]] : [])));
}

function splitOnce(text: string, separator: string): [head: string, tail?: string] {
	const at = text.indexOf(separator);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function unescapeData(text: string): string {
	return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
	return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
