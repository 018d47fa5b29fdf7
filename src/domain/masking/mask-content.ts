import type { ConfigLine } from '../config/config-line.ts';
import { scanLines } from '../config/scan-lines.ts';
import { atOnce, type Steps } from '../steps.ts';
import { compiled } from '../text/any-of.ts';
import type { MaskHit } from './mask-hit.ts';
import { MaskRun } from './mask-run.ts';
import { type MaskedLines, textOf } from './masked-lines.ts';
import type { CompiledMasks } from './registry.ts';

/** A configuration that may be shown: no secret, nothing volatile. */
export interface MaskedContent extends MaskedLines {
	readonly text: string;
}

/**
 * Takes out what is not a change and hides what must not be seen. The same for intended and running, idempotent, and it
 * never leaves an empty line behind.
 *
 * @example
 * maskContent('! NVRAM config last updated at 03:12:45\nenable secret 9 $9$abc\n', masks).text
 * //=> 'enable secret 9 <secret:1f3a9c>\n'
 */
export function maskContent(content: string, masks: CompiledMasks): MaskedContent {
	const masked = maskLines(scanLines(content, masks.platform.syntax), masks);
	return { text: textOf(masked.lines), ...masked };
}

/** The same for a text that was split into lines already. */
export function maskLines(lines: readonly ConfigLine[], masks: CompiledMasks): MaskedLines {
	return atOnce(maskInSteps(lines, masks));
}

/** The same in steps. */
export function* maskInSteps(lines: readonly ConfigLine[], masks: CompiledMasks): Steps<MaskedLines> {
	yield* compileInSteps(masks);
	const run = new MaskRun(lines, masks);
	return {
		lines: yield* run.apply(),
		masked: { lines: run.touched, total: lines.length, patterns: countHits(run.hits) },
		hits: run.hits,
		metadata: run.metadata,
		...(run.endless.length === 0 ? {} : { endless: run.endless }),
	};
}

/** One line that may hold a secret has all masks asked about it: to compile each of them then would be one long step. */
function* compileInSteps({ lineMasks }: CompiledMasks): Steps<void> {
	if (compiledMasks.has(lineMasks)) return;
	compiledMasks.add(lineMasks);
	for (const { pattern } of lineMasks) {
		if (!(pattern instanceof RegExp)) continue;
		compiled(pattern);
		yield;
	}
}

const compiledMasks = new WeakSet<CompiledMasks['lineMasks']>();

function countHits(hits: readonly MaskHit[]): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { pattern } of hits) counts[pattern] = (counts[pattern] ?? 0) + 1;
	return counts;
}
