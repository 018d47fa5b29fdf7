import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { type Adopting, linesOf, occurrences } from './adopting.ts';
import type { SectionPlaces } from './section-places.ts';

/** A section of the file that is being edited. */
export interface EditedSection {
	/** Its lines on both sides; a section in it that is opened several times with each of its parts. */
	readonly siblings: Siblings;
	readonly places: SectionPlaces;
}

/** What only the device has, as the file writes it. */
export function addedLines(
	node: ConfigNode,
	{ siblings, places }: EditedSection,
	adopting: Adopting,
): readonly string[] {
	const indent = places.indentFor(node.lineNumber);
	return occurrences(node, siblings.running).flatMap((each) => linesOf(each, indent, adopting));
}
