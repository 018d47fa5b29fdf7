import type { Steps } from '../../domain/steps.ts';
import { plural } from '../../domain/text/count-words.ts';
import type { Part } from '../budget.ts';
import { byteLength, fitToBudget } from '../budget.ts';

/** A stretch of a document whose pieces may have to go when the document is too long. */
export interface Section {
	/** What stands before the pieces, its line end included; shown only when a piece is. */
	readonly heading: string;
	/** The pieces, most important first. */
	readonly parts: readonly Part[];
	/** What stands behind the pieces. */
	readonly ending: string;
	/** What one piece is called when it has to be said that it is missing: `table row`. */
	readonly noun: string;
	/** Pieces beyond this many are left out although they would fit: nobody reads them here. */
	readonly maxParts: number;
	/** Lower gets its place first. */
	readonly priority: number;
}

/** Sections as far as there was room for them. */
export interface FittedSections {
	readonly text: string;
	/** `2 table rows, 1 diff`; empty when everything is there. */
	readonly leftOut: string;
}

/** Joins sections in the order given, within `budgetBytes`. Headings and endings are counted whether or not they are shown. */
export function* fitSections(sections: readonly Section[], budgetBytes: number): Steps<FittedSections> {
	const fixed = sections.reduce((sum, { heading, ending }) => sum + byteLength(heading) + byteLength(ending), 0);
	const byPriority = sections.toSorted((one, other) => one.priority - other.priority);
	const offered = byPriority.map((section) => section.parts.slice(0, section.maxParts));
	const fitted = yield* fitToBudget(offered.flat(), budgetBytes - fixed);
	const texts = new Map<Section, readonly string[]>();
	let start = 0;
	byPriority.forEach((section, index) => {
		const end = start + (offered[index]?.length ?? 0);
		texts.set(
			section,
			fitted.texts.slice(start, end).filter((text) => text !== ''),
		);
		start = end;
	});
	const shown = sections.map((section) => ({ ...section, texts: texts.get(section) ?? [] }));
	return {
		text: shown.map(joinSection).join(''),
		leftOut: shown
			.map(({ parts, texts, noun }) => ({ missing: parts.length - texts.length, noun }))
			.filter(({ missing }) => missing > 0)
			.map(({ missing, noun }) => plural(missing, noun))
			.join(', '),
	};
}

/** Headings are made for comments and issues, where they stand below those of a page; a file has nothing above its title. */
const UNDER_TITLE = /^#### /mu;

/**
 * The whole of the sections of a file, piece by piece, whatever their number and length, with a place to give way before
 * each.
 */
export function* wholeSections(sections: readonly Section[]): Generator<string> {
	for (const { heading, parts, ending } of sections) {
		if (parts.length === 0) continue;
		yield heading.replace(UNDER_TITLE, '## ');
		for (const { levels } of parts) {
			yield '';
			yield levels[0] ?? '';
		}
		yield ending;
	}
}

function joinSection({ heading, ending, texts }: Section & { readonly texts: readonly string[] }): string {
	return texts.length === 0 ? '' : `${heading}${texts.join('')}${ending}`;
}
