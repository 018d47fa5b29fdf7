import { commonEnd } from './compare/common-end.ts';
import { isSameReading } from './compare/same-reading.ts';
import { findEndlessBlocks } from './config/blocks.ts';
import { type ConfigLine, type LineReading, scanLines } from './config/lines.ts';
import { endsInProgram } from './config/programs.ts';
import { tooDeepLine } from './config/tree.ts';
import type { DeviceConfig } from './device.ts';
import { joinMasked } from './masking/join-masked.ts';
import { maskLines } from './masking/mask-content.ts';
import type { CompiledMasks } from './masking/registry.ts';
import type { Syntax, SyntaxStyle } from './platform.ts';
import { prepareMasked } from './prepare-config.ts';

/** An intended and a running config, each as it would have been read by itself. */
export interface AlikeConfigs {
	readonly intended: DeviceConfig;
	readonly running: DeviceConfig;
	/** The running lines before masking: what the proof that they are whole looks at. */
	readonly scanned: readonly LineReading[];
	/** Both read the same, letter for letter: there is nothing to compare. */
	readonly same: boolean;
}

/** In these a statement of the top level ends whatever stands above it. */
const STARTS_ANEW: ReadonlySet<SyntaxStyle> = new Set<SyntaxStyle>(['indented', 'set']);

/**
 * Reads two texts that end alike, as those of nearly every device do, and reads once what they have in common: from a
 * statement of the top level on, a text says the same whatever stands above it.
 *
 * @returns null where they do not; then each is to be read by itself
 */
export function prepareAlike(
	texts: { readonly intended: string; readonly running: string },
	masks: CompiledMasks,
): AlikeConfigs | null {
	const { platform } = masks;
	if (!STARTS_ANEW.has(platform.syntax.style) || platform.syntax.continuation !== undefined) return null;
	const length = commonEnd(texts.intended, texts.running);
	if (length === 0) return null;
	const scan = (text: string): readonly ConfigLine[] => scanLines(text, platform.syntax);
	const end = scan(texts.running.slice(-length));
	const beginnings = {
		intended: scan(texts.intended.slice(0, -length)),
		running: scan(texts.running.slice(0, -length)),
	};
	const parts = [beginnings.intended, beginnings.running, end];
	if (!isTopStatement(end[0]) || parts.some((lines) => isCut(lines, platform.syntax) || tooDeepLine(lines) !== null))
		return null;
	const masked = maskLines(end, masks);
	const intended = maskLines(beginnings.intended, masks);
	const running = maskLines(beginnings.running, masks);
	return {
		intended: prepareMasked(joinMasked(intended, masked), platform),
		running: prepareMasked(joinMasked(running, masked), platform),
		scanned: [...beginnings.running, ...end],
		same: isSameReading(intended.lines, running.lines),
	};
}

function isCut(lines: readonly ConfigLine[], syntax: Syntax): boolean {
	return findEndlessBlocks(lines).length > 0 || endsInProgram(lines, syntax);
}

function isTopStatement(line: LineReading | undefined): boolean {
	return line?.role === 'statement' && line.raw === line.text;
}
