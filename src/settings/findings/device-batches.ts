/** The text of a fleet.yml, its devices apart from the rest. */
export interface DeviceBatches {
	/** The text without its devices. */
	readonly rest: string;
	/** On which `devices:` stands, from 1. */
	readonly line: number;
	/** How many lines the rest lacks behind that one. */
	readonly linesTaken: number;
	readonly batches: readonly DeviceBatch[];
}

/** Some devices, as a YAML text of their own that nests them as the whole does. */
export interface DeviceBatch {
	readonly text: string;
	/** Of the whole, in front of the first line of this text. */
	readonly linesBefore: number;
}

const SECTION = /^devices:[ \t]*(?:#.*)?\r?$/;
const BLANK_OR_COMMENT = /^[ \t\r]*(?:#|$)/;
const DEVICE = /^( +)(["']?)[A-Za-z0-9][\w.-]*\2:(?:[ \r]|$)/;

/**
 * Cuts the devices of a fleet.yml into batches, where they stand as people and tools write them: below each other, in one
 * mapping of block style. It knows next to no YAML; a cut is right where every part proves to be without a mistake when it is
 * read by itself, because a quote or a bracket that is open at the end of a part is one.
 *
 * @param size - devices of one batch
 * @returns null: they stand otherwise, so the whole has to be read at once
 */
export function cutIntoBatches(text: string, size: number): DeviceBatches | null {
	const lines = text.split('\n');
	const section = lines.findIndex((line) => SECTION.test(line));
	// A directive holds for every part, and YAML knows many ways to indent with a tab.
	if (section === -1 || lines.some((line) => /^(?:%| *\t+ *[^\s#])/.test(line))) return null;
	const found = lines.findIndex((line, at) => at > section && /^[^ #\r]/.test(line));
	const end = found === -1 ? lines.length : found;
	const starts = deviceLines(lines, { from: section + 1, end });
	if (starts === null) return null;

	const cuts = starts.filter((_, index) => index % size === 0 && index > 0);
	const batches = [section + 1, ...cuts].map((from, index): DeviceBatch => {
		const devices = lines.slice(from, cuts[index] ?? end);
		return { text: ['devices:', ...devices, ''].join('\n'), linesBefore: from - 1 };
	});
	const rest = lines.toSpliced(section + 1, end - section - 1).join('\n');
	return { rest, line: section + 1, linesTaken: end - section - 1, batches };
}

/** Lines on which a device begins; null: something else stands beside one. */
function deviceLines(
	lines: readonly string[],
	{ from, end }: { readonly from: number; readonly end: number },
): readonly number[] | null {
	const starts: number[] = [];
	let indent: number | null = null;
	for (let at = from; at < end; at += 1) {
		const line = lines[at] ?? '';
		if (BLANK_OR_COMMENT.test(line)) continue;
		const depth = line.search(/[^ ]/);
		indent ??= depth;
		if (depth > indent) continue;
		if (depth < indent || !DEVICE.test(line)) return null;
		starts.push(at);
	}
	return starts.length === 0 ? null : starts;
}
