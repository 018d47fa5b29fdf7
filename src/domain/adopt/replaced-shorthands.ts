import type { Siblings } from '../compare/siblings/siblings.ts';
import { shorthandReader } from '../compare/spellings/expand-shorthands.ts';
import type { Adopting } from './adopting.ts';
import type { Replacement } from './replacement.ts';

/** What the file says in one line for several, and the device does not have all of. */
export function replacedShorthands(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	{ platform, changes }: Adopting,
): readonly Replacement[] {
	const read = shorthandReader(lineage, platform.shorthands);
	if (read === null) return [];
	return intended.flatMap((node): readonly Replacement[] => {
		const short = read(node);
		if (short === null || short.header !== null) return [];
		const missing = changes.all.filter(
			({ intendedLine, line }) => intendedLine === node.lineNumber && short.lines.includes(line),
		);
		const shown = running.filter(({ text }) => short.lines.includes(text));
		return shown.length === 0 ? [] : [{ intended: [node], running: shown, changes: missing }];
	});
}
