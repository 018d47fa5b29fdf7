import type { ConfigLine } from '../config/config-line.ts';
import type { MaskHit } from './mask-hit.ts';

/** What masking did to one text. */
export interface MaskedTelemetry {
	/** Lines that were dropped or altered. */
	readonly lines: number;
	/** Lines of the text that came in. */
	readonly total: number;
	/** Hits by pattern id; a pattern that hit nothing is not listed. */
	readonly patterns: Readonly<Record<string, number>>;
}

/** What is left of a configuration, and what was done to it. */
export interface MaskedLines {
	/** What is left, each with its number in the text that came in. */
	readonly lines: readonly ConfigLine[];
	readonly masked: MaskedTelemetry;
	/** What each mask did, in the order in which it was done. */
	readonly hits: readonly MaskHit[];
	/** Facts from lines that were taken out: `{ lastChangedBy: 'anna' }`. */
	readonly metadata: Readonly<Record<string, string>>;
	/** First lines of blocks that a mask took out and whose end never came; left out: none. */
	readonly endless?: readonly ConfigLine[];
}

/** The masked lines as a text. */
export function textOf(lines: readonly ConfigLine[]): string {
	return lines.length === 0 ? '' : `${lines.map(({ raw }) => raw).join('\n')}\n`;
}
