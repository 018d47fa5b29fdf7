import type { LineReading } from '../config/config-line.ts';
import { notableSections } from '../config/notable-sections.ts';
import { scanLines } from '../config/scan-lines.ts';
import { beginsAnew, isClosed } from '../config/standalone.ts';
import { oncePer } from '../once-per.ts';
import type { Platform } from '../platform/platform.ts';
import type { Steps } from '../steps.ts';
import { inParts } from '../text/sweep.ts';
import { unlikeShown } from './as-shown.ts';
import { joinFacts, type MaskFacts } from './join-masked.ts';
import { maskInSteps } from './mask-content.ts';
import type { LinePattern } from './pattern.ts';
import { type CompiledMasks, sweepOf } from './registry.ts';

/** What masks do to a text, and what was read of it to know. */
export interface Skimmed extends MaskFacts {
	/** The sections that hold more than plain statements and comments, the first one and the last one. */
	readonly read: readonly LineReading[];
}

/**
 * What masking a text comes to, without reading most of it: in nearly every section there is nothing that a mask or a rule of
 * the syntax speaks about. One step for each section that is read: the first time in a run they compile what they ask for,
 * which makes some of them long.
 *
 * @param text - begins with a statement of the top level, and in its style such a statement ends whatever stands above it
 * @returns null where it takes reading all of it, or a part of it is read in a way that people have to be told of
 */
export function* skimInSteps(text: string, masks: CompiledMasks): Steps<Skimmed | null> {
	const { syntax } = masks.platform;
	const swept = notableLinesOf(masks)(text);
	yield;
	const found = yield* notableSections(text, syntax, swept);
	if (found === null) return null;
	const parts: { readonly facts: MaskFacts; readonly above: number }[] = [];
	const read: LineReading[] = [];
	for (const { text: section, above } of found.sections) {
		yield;
		const lines = scanLines(section, syntax);
		if (!beginsAnew(lines) || !isClosed(lines, syntax)) return null;
		parts.push({ facts: yield* maskInSteps(lines, masks), above });
		for (const line of lines) read.push(line);
	}
	return { ...joinFacts(parts, found), read };
}

/** Every line that a mask, a rule of the syntax or the proof that a config is whole may speak about; some more. */
const notableLinesOf = oncePer(({ lineMasks, platform }: CompiledMasks) =>
	inParts(sweepOf([...lineMasks.map(({ pattern }) => pattern), ...rulesOf(platform)])),
);

function rulesOf({ syntax, completeness }: Platform): readonly LinePattern[] {
	return [
		...unlikeShown(syntax),
		...syntax.frame,
		...syntax.blocks.map(({ start }) => start),
		...syntax.closers,
		...(syntax.programs ?? []).flatMap(({ start, end }) => [start, end]),
		...('pattern' in completeness ? [completeness.pattern] : []),
	];
}
