import type { LineMatch } from './pattern.ts';

/** The line with the values of its named groups replaced; everything else stays. */
export function replaceGroups(text: string, match: LineMatch, replace: (value: string) => string): string {
	const spans = Object.entries(match.indices?.groups ?? {}).filter(([name]) => isReplaced(name));
	const ordered = spans.map(([, span]) => span).filter((span) => span !== undefined);
	return ordered
		.toSorted((one, other) => other[0] - one[0])
		.reduce((line, [start, end]) => line.slice(0, start) + replace(line.slice(start, end)) + line.slice(end), text);
}

/** Whether a group names a value to replace; every other name is a fact to keep. */
export function isReplaced(group: string): boolean {
	return /^(?:secret|volatile)\d*$/.test(group);
}
