import { commonEnd } from '../compare/common-end.ts';
import { isSameReading } from '../compare/same-reading.ts';
import type { DeviceConfig } from '../device.ts';
import { joinMasked } from '../masking/join-masked.ts';
import { maskInSteps, maskLines } from '../masking/mask-content.ts';
import type { MaskedLines } from '../masking/masked-lines.ts';
import type { CompiledMasks } from '../masking/registry.ts';
import { skimInSteps } from '../masking/skim-masks.ts';
import type { Completeness, Platform } from '../platform/platform.ts';
import type { Sides } from '../sides.ts';
import type { Steps } from '../steps.ts';
import { incompletenessOf } from './completeness.ts';
import type { ConfigLine, LineReading } from './config-line.ts';
import { prepareMasked } from './prepare-config.ts';
import { scanInSteps, scanLines } from './scan-lines.ts';
import { beginsAnew, isClosed, standAlone } from './standalone.ts';

/** An intended and a running config, each as it would have been read by itself. */
export interface AlikeConfigs extends Sides<DeviceConfig> {
	/** What keeps the running config from being whole; null when its platform's proof is there. */
	readonly incompleteness: string | null;
	/** Both read the same, letter for letter: there is nothing to compare. */
	readonly same: boolean;
}

/**
 * Reads two texts that end alike, as those of nearly every device do, and reads once what they have in common: from a
 * statement of the top level on, a text says the same whatever stands above it. Where what stands above reads the same, too,
 * it is enough to skim it.
 *
 * @returns null where they do not; then each is to be read by itself
 */
export function* prepareAlikeInSteps(texts: Sides<string>, masks: CompiledMasks): Steps<AlikeConfigs | null> {
	const { platform } = masks;
	const { syntax } = platform;
	if (!standAlone(syntax)) return null;
	const length = commonEnd(texts.intended, texts.running);
	if (length === 0) return null;
	const text = texts.running.slice(-length);
	const beginnings = {
		intended: yield* scanInSteps(texts.intended.slice(0, -length), syntax),
		running: yield* scanInSteps(texts.running.slice(0, -length), syntax),
	};
	yield;
	if (!isClosed(beginnings.intended, syntax) || !isClosed(beginnings.running, syntax)) return null;
	const intended = yield* maskInSteps(beginnings.intended, masks);
	yield;
	const running = yield* maskInSteps(beginnings.running, masks);
	yield;
	const same = isSameReading(intended.lines, running.lines);
	const end = (same ? yield* skimEnd(text, masks) : null) ?? (yield* readEnd(text, masks));
	if (end === null) return null;
	yield;
	return {
		intended: prepareMasked(joinMasked(intended, end.masked), platform),
		running: prepareMasked(joinMasked(running, end.masked), platform),
		incompleteness: end.incompletenessBelow(beginnings.running),
		same,
	};
}

/** What two texts have in common. */
interface CommonEnd {
	readonly masked: MaskedLines;
	/** What keeps the whole text from being whole, given what stands above. */
	incompletenessBelow(beginning: readonly LineReading[]): string | null;
}

function* readEnd(text: string, masks: CompiledMasks): Steps<CommonEnd | null> {
	const { platform } = masks;
	const lines = yield* scanInSteps(text, platform.syntax);
	yield;
	if (!beginsAnew(lines) || !isClosed(lines, platform.syntax)) return null;
	const masked = yield* maskInSteps(lines, masks);
	return {
		masked,
		incompletenessBelow: (beginning) => incompletenessOf([...beginning, ...lines], platform),
	};
}

/** Its lines are made when somebody asks for them: of a device that is in sync nobody does. */
function* skimEnd(text: string, masks: CompiledMasks): Steps<CommonEnd | null> {
	const { platform } = masks;
	const skimmed = yield* skimInSteps(text, masks);
	if (skimmed === null) return null;
	const { read, ...facts } = skimmed;
	let lines: readonly ConfigLine[] | null = null;
	return {
		masked: {
			...facts,
			get lines() {
				lines ??= maskLines(scanLines(text, platform.syntax), masks).lines;
				return lines;
			},
		},
		incompletenessBelow: (beginning) =>
			isProvenBy([...beginning, ...read], platform)
				? null
				: incompletenessOf([...beginning, ...scanLines(text, platform.syntax)], platform),
	};
}

/** By these proofs a text is whole when its end and some of its sections are; others count all of it. */
const PROVEN_BY_PARTS: ReadonlySet<Completeness['proof']> = new Set(['last-line', 'required-line', 'channel']);

function isProvenBy(parts: readonly LineReading[], platform: Platform): boolean {
	return PROVEN_BY_PARTS.has(platform.completeness.proof) && incompletenessOf(parts, platform) === null;
}
