import type { ConfigLine } from '../config/config-line.ts';
import { standsWithin } from '../config/lineage.ts';
import { inRanges, type Steps } from '../steps.ts';
import { asShown, isUnlikeShown } from './as-shown.ts';
import { entriesOf } from './entries-of.ts';
import { findValues, isReplaced } from './find-values.ts';
import { hideValueAt } from './hide-value.ts';
import type { MaskedLine } from './known-lines.ts';
import { withoutLookAlikes } from './look-alikes.ts';
import { type MaskedBlocks, maskBlocks } from './mask-blocks.ts';
import type { MaskHit } from './mask-hit.ts';
import { type AskedMasks, type MasksByRole, masksByRole, masksFor } from './masks-by-role.ts';
import type { LineMatch, MaskingPattern } from './pattern.ts';
import type { CompiledMasks } from './registry.ts';
import { joinPlaceholderWords, withoutTemplates } from './templates.ts';

/** One pass over one text. */
export class MaskRun {
	readonly hits: MaskHit[];
	readonly metadata: Record<string, string> = {};
	readonly endless: MaskedBlocks['endless'];
	touched: number;
	readonly #blockTexts: MaskedBlocks['texts'];
	/** Indices of entries that are gone from a section that stays. */
	readonly #gone = new Set<number>();
	readonly #lines: readonly ConfigLine[];
	readonly #masks: CompiledMasks;
	readonly #byRole: MasksByRole;
	readonly #kept: ConfigLine[] = [];
	/** By index in the text that came in: the index in what is left; a line that is gone has none. */
	readonly #newIndex: (number | undefined)[] = [];

	constructor(lines: readonly ConfigLine[], masks: CompiledMasks) {
		const { texts, touched, hits, endless } = maskBlocks(lines, masks);
		this.hits = [...hits];
		this.endless = endless;
		this.touched = touched;
		this.#blockTexts = texts;
		this.#lines = lines;
		this.#masks = masks;
		this.#byRole = masksByRole(masks);
	}

	*apply(): Steps<readonly ConfigLine[]> {
		yield* inRanges(this.#lines.length, (from, to) => this.#take(from, to));
		return this.#kept;
	}

	/** A loop in a method: V8 compiles one that is made for a text again for the next text. */
	#take(from: number, to: number): void {
		for (let index = from; index < to; index += 1) {
			const line = this.#lines[index] as ConfigLine;
			const parent = line.parent === -1 ? -1 : this.#newIndex[line.parent];
			const inBlock = this.#blockTexts.get(index);
			const text = this.#gone.has(index) ? null : inBlock === undefined ? this.#maskLine(line, index) : inBlock;
			// What stands in a dropped section is gone with it; blank lines outside of blocks say nothing.
			const stays = parent !== undefined && text !== null && line.role !== 'blank';
			this.#newIndex.push(stays ? this.#kept.length : undefined);
			if (stays) this.#kept.push(text === line.text && parent === line.parent ? line : replaced(line, text, parent));
		}
	}

	/** The masked text of a line; null where it is dropped. */
	#maskLine(line: ConfigLine, index: number): string | null {
		const isUnlike = isUnlikeShown(line, this.#masks.platform.syntax);
		if (!this.#mayMatch(line.text, isUnlike)) return line.text;
		const asked = masksFor(line.role, this.#byRole);
		const known = isUnlike ? undefined : asked.known.get(line.text);
		const { text, steps } = known ?? this.#applyMasks(index, asked, isUnlike);
		for (const { pattern, result } of steps) this.hits.push({ number: line.number, pattern, result });
		if (text !== line.text) this.touched += 1;
		return text;
	}

	#mayMatch(text: string, isUnlike: boolean): boolean {
		const { mayMatch, platform } = this.#masks;
		return mayMatch(text) || (isUnlike && mayMatch(asShown(text, platform.syntax)));
	}

	#applyMasks(index: number, { masks, masksOfUnlike, known }: AskedMasks, isUnlike: boolean): MaskedLine {
		const { platform } = this.#masks;
		const line = this.#lines[index] as ConfigLine;
		const original = joinPlaceholderWords(line.text);
		const steps: { readonly pattern: string; readonly result: string | null }[] = [];
		let text: string | null = original;
		let whole = withoutLookAlikes(original, platform.syntax);
		let asked = withoutTemplates(whole);
		/** Whether what becomes of the line depends on nothing but its text, and nothing else is learnt from it. */
		let alone = !isUnlike;
		for (const mask of isUnlike ? masksOfUnlike : masks) {
			const match: LineMatch | null =
				text === null ? null : mask.pattern.exec(mask.action === 'drop-line' ? whole : asked);
			if (text === null || match === null) continue;
			if (mask.within !== undefined || mask.surface !== undefined || mask.keeping !== undefined) alone = false;
			if (!this.#isWithin(line, mask) || this.#keepsEntries(index, mask)) continue;
			if (mask.surface === 'metadata') this.#surface(match);
			text = mask.action === 'drop-line' ? null : this.#replaceAll({ text, asked }, match, mask);
			if (text !== null) {
				whole = withoutLookAlikes(text, platform.syntax);
				asked = withoutTemplates(whole);
			}
			steps.push({ pattern: mask.id, result: text });
		}
		const masked = { text: text === original ? line.text : text, steps };
		if (alone) known.add(line.text, masked);
		return masked;
	}

	/** Whether the section stays for some of its entries; the others are gone then. */
	#keepsEntries(index: number, mask: MaskingPattern): boolean {
		if (mask.keeping === undefined) return false;
		const { matching, others } = entriesOf(this.#lines, index, mask.keeping);
		if (matching.length === 0) return false;
		for (const entry of others) {
			this.#gone.add(entry);
			this.#record(mask, this.#lines[entry] as ConfigLine, null);
		}
		this.touched += others.length;
		return true;
	}

	/** @param asked - the same line, signs of it replaced, which the mask is asked about */
	#replaceAll(
		{ text, asked }: { readonly text: string; readonly asked: string },
		first: LineMatch,
		mask: MaskingPattern,
	): string {
		return findValues(asked, first, mask.pattern).reduceRight(
			(line, [start, end]) =>
				line.slice(0, start) + hideValueAt({ line, span: [start, end] }, mask, this.#masks) + line.slice(end),
			text,
		);
	}

	#isWithin(line: ConfigLine, { within = [] }: MaskingPattern): boolean {
		return standsWithin(this.#lines, line, within);
	}

	#record({ id }: MaskingPattern, { number }: ConfigLine, result: string | null): void {
		this.hits.push({ number, pattern: id, result });
	}

	#surface(match: LineMatch): void {
		for (const [name, value] of Object.entries(match.groups ?? {})) {
			if (value !== undefined && !isReplaced(name)) this.metadata[name] ??= value;
		}
	}
}

function replaced({ number, raw, text: original, role, block }: ConfigLine, text: string, parent: number): ConfigLine {
	const whole = text === original ? raw : raw.slice(0, raw.length - original.length) + text;
	return { number, raw: whole, text, role, parent, block };
}
