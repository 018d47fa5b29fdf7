import { mergeSections, sectionHeaders } from '../config/merge-sections.ts';
import type { Platform } from '../platform/platform.ts';
import type { Syntax } from '../platform/syntax.ts';
import type { Steps } from '../steps.ts';
import { type CompareContext, type ReadLines, sizeOf } from './compare-context.ts';
import { reconcileLists } from './lists/reconcile-lists.ts';
import { cutRanges } from './ranges/cut-ranges.ts';
import { isOneList } from './siblings/ordered-lists.ts';
import type { Siblings } from './siblings/siblings.ts';
import { expandShorthands } from './spellings/expand-shorthands.ts';
import { withoutImpliedPaths } from './spellings/implied-paths.ts';
import { nestOneLiners } from './spellings/nest-one-liners.ts';
import { namesOfSections } from './spellings/section-names.ts';
import { withSharedLines } from './spellings/shared-lines.ts';
import { remembering, type Speller, spellerOf } from './spellings/spelling.ts';
import { withoutNumbers } from './spellings/without-numbers.ts';
import { asTyped } from './typed/as-typed.ts';
import { withoutOverwritten } from './typed/overwritten.ts';

/** What a reading goes by. */
interface Reading extends Pick<CompareContext, 'platform' | 'device'> {
	readonly lineage: readonly string[];
	readonly speller: Speller;
}

/** What one side writes in its own way, as the other one writes it. Each reads what the one before it left. */
const READINGS: readonly ((siblings: Siblings, reading: Reading) => Siblings)[] = [
	(siblings, { lineage, platform: { ranges }, speller }) => cutRanges(siblings, lineage, { rules: ranges, speller }),
	(siblings, { lineage, platform: { shorthands, syntax }, device, speller }) => {
		const expanded = expandShorthands(siblings, lineage, { rules: shorthands, device });
		return hasOneLiners(syntax) ? nestOneLiners(expanded, speller) : expanded;
	},
	(siblings, { lineage, platform: { syntax, order } }) =>
		syntax.keepsNodes === true && lineage.length === 0 ? withoutImpliedPaths(siblings, order) : siblings,
	(siblings, { lineage, platform: { numbers } }) => withoutNumbers(siblings, lineage, numbers),
	(siblings, { lineage, platform: { sequences } }) => withSharedLines(siblings, lineage, sequences),
];

/** Reads both sides of a section so that their lines can be matched: what means the same stands there in the same form. */
export function* readSection(
	trees: Siblings,
	{ platform, device, portion }: CompareContext,
	lineage: readonly string[],
): Steps<ReadLines> {
	const size = sizeOf(trees);
	const speller = remembering(spellerOf(platform, lineage));
	const { siblings: typed, clearedAt } = asTyped(trees, lineage, { platform, speller });
	let alike = withoutOverwritten(typed, lineage, platform);
	for (const read of READINGS) {
		alike = read(alike, { lineage, platform, device, speller });
		if (portion.isFull(size)) yield;
	}
	const { siblings, ...lists } = reconcileLists(alike, lineage, { rules: setsIn(lineage, platform), speller });
	if (portion.isFull(size)) yield;
	const nameOf = namesOfSections(siblings, speller);
	const headers = sectionHeaders([siblings.intended, siblings.running], nameOf);
	const intended = mergeSections(siblings.intended, headers, nameOf);
	if (portion.isFull(size)) yield;
	const running = mergeSections(siblings.running, headers, nameOf);
	if (portion.isFull(size)) yield;
	return { siblings: { intended, running }, ...lists, clearedAt, speller };
}

/** Whether a section may be written on one line with what is in it. */
function hasOneLiners({ inlineBraces, oneLiners }: Syntax): boolean {
	return inlineBraces === true || oneLiners === true;
}

/** The lists that are compared as sets: none where every line of the section has its place. */
function setsIn(lineage: readonly string[], { lists = [], order }: Platform): NonNullable<Platform['lists']> {
	return lists.length > 0 && isOneList(lineage, order) ? [] : lists;
}
