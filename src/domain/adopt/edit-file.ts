import { comparableTrees } from '../compare/comparable-trees.ts';
import { compareTrees } from '../compare/compare-trees.ts';
import type { Scope } from '../compare/scope.ts';
import { withOrderThatHolds } from '../compare/siblings/order-that-holds.ts';
import { spellerOf } from '../compare/spellings/spelling.ts';
import { withoutTaken } from '../compare/typed/as-typed.ts';
import { withCommas } from '../config/json-commas.ts';
import { prepareConfig } from '../config/prepare-config.ts';
import { styleOf } from '../config/style-of.ts';
import { groupedOnce } from '../config/tree-paths.ts';
import type { DeviceConfig } from '../device.ts';
import type { Change } from '../drift-report.ts';
import type { CompiledMasks } from '../masking/registry.ts';
import { adoptSection, sectionInFile } from './adopt-section.ts';
import { changesByLine } from './changes-by-line.ts';
import { FileLines, laidOut } from './file-lines.ts';
import { RunningLines } from './running-lines.ts';

/** How a file is read, and what it is compared with. */
export interface Against {
	readonly running: DeviceConfig;
	readonly masks: CompiledMasks;
	readonly scope: Scope;
}

/**
 * Writes the chosen differences into the text of a file, in one pass. Whether it reads as it should has still to be seen.
 * A document that has several keys or elements on a line is laid out first.
 *
 * @returns null where no line of the file is one statement's own, or where the device answers in a form from which the
 * file's own cannot be told
 */
export function editFile(
	text: string,
	isChosen: (change: Change) => boolean,
	{ running, masks, scope, placeholder }: Against & { readonly placeholder: string },
): string | null {
	const { syntax } = masks.platform;
	const laid = laidOut(text, syntax);
	const intended = prepareConfig(laid, masks);
	const style = styleOf(intended.text, syntax);
	const isFlat = style !== styleOf(running.text, syntax);
	// One statement per line can be written whatever the device answers with; where it belongs in braces cannot be told.
	if (isFlat && style !== 'set') return null;
	const file = FileLines.open(laid, syntax);
	if (file === null) return null;
	const written = comparableTrees({ intended, running }, masks.platform);
	const trees = { ...written, intended: withoutTaken(written.intended, masks.platform) };
	const platform = withOrderThatHolds(masks.platform, trees);
	const changes = compareTrees(trees, { platform, scope });
	const speller = spellerOf(platform);
	const masked = new Map(intended.lines.map((line) => [line.number, line.text]));
	const adopting = {
		platform,
		trees,
		file,
		maskedAt: (number: number) => masked.get(number) ?? '',
		running: isFlat ? null : new RunningLines(running.lines, { style, placeholder }),
		bySpelling: groupedOnce(({ text: line }) => speller(line)),
		changes: changesByLine(changes),
		isChosen,
	};
	const sections = sectionsOf(changes.filter(isChosen)).map((lineage) => sectionInFile(lineage, adopting));
	for (const lineage of distinct(sections)) adoptSection(lineage, adopting);
	return syntax.style === 'json' ? withCommas(file.toString()) : file.toString();
}

/** Every section with a difference of its own; what stands in a missing or extra one comes with it. */
function sectionsOf(changes: readonly Change[]): readonly (readonly string[])[] {
	const whole = new Set(
		changes
			.filter(({ kind }) => kind === 'missing' || kind === 'extra')
			.map(({ lineage, line }) => JSON.stringify([...lineage, line])),
	);
	return distinct(changes.map(({ lineage }) => lineage)).filter(
		(lineage) => !lineage.some((_, depth) => whole.has(JSON.stringify(lineage.slice(0, depth + 1)))),
	);
}

function distinct(lineages: readonly (readonly string[])[]): readonly (readonly string[])[] {
	return [...new Map(lineages.map((lineage) => [JSON.stringify(lineage), lineage])).values()];
}
