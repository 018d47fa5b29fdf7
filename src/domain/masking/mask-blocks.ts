import { bodyBehind, isEndless } from '../config/blocks.ts';
import type { ConfigLine } from '../config/config-line.ts';
import { standsWithin } from '../config/lineage.ts';
import { hideValue } from './hide-value.ts';
import type { MaskHit } from './mask-hit.ts';
import type { MaskingPattern } from './pattern.ts';
import type { CompiledMasks } from './registry.ts';

/** What masks of blocks made of a text. */
export interface MaskedBlocks {
	/** By index of the line, of those in masked blocks: the first holds the fingerprint; null: it is gone. */
	readonly texts: ReadonlyMap<number, string | null>;
	/** How many lines were dropped or altered. */
	readonly touched: number;
	readonly hits: readonly MaskHit[];
	/** First lines of blocks that were taken out and whose end never came. */
	readonly endless: readonly ConfigLine[];
}

/** Hides keys and certificates that take several lines, as one value each. */
export function maskBlocks(lines: readonly ConfigLine[], masks: CompiledMasks): MaskedBlocks {
	const run = new BlockRun(lines, masks);
	if (masks.blockMasks.length > 0) run.apply();
	return run;
}

/** One pass over one text. */
class BlockRun {
	readonly texts = new Map<number, string | null>();
	readonly hits: MaskHit[] = [];
	readonly endless: ConfigLine[] = [];
	touched = 0;
	readonly #lines: readonly ConfigLine[];
	readonly #masks: CompiledMasks;

	constructor(lines: readonly ConfigLine[], masks: CompiledMasks) {
		this.#lines = lines;
		this.#masks = masks;
	}

	apply(): void {
		for (let start = 0; start < this.#lines.length; start += 1) {
			const line = this.#lines[start] as ConfigLine;
			if (line.block === null) continue;
			const mask = this.#masks.blockMasks.find(
				({ pattern, within = [] }) => pattern.test(line.text) && standsWithin(this.#lines, line, within),
			);
			const body = this.#bodyOf(start);
			if (mask === undefined) this.#maskKeysIn(body);
			else if (body.length > 0) this.#maskBody(start, body, mask);
		}
	}

	#maskBody(start: number, body: readonly number[], mask: MaskingPattern): void {
		const line = this.#lines[start] as ConfigLine;
		this.touched += body.length;
		for (const index of body) this.texts.set(index, null);
		const hidden = mask.kind === 'volatile' ? null : hideValue(this.#textOf(body), mask, this.#masks);
		this.#record(mask, line, mask.action === 'drop-line' ? null : hidden);
		if (mask.action === 'drop-line') {
			this.texts.set(start, null);
			if (isEndless(this.#lines, start)) this.endless.push(line);
			else this.texts.set(start + body.length + 1, null);
		} else if (hidden !== null) this.texts.set(body[0] ?? start, hidden);
	}

	/** Keys in the middle of a longer text, as in a script; one whose end never comes holds the rest of the text. */
	#maskKeysIn(body: readonly number[]): void {
		const textAt = (index: number | undefined): string => this.#lines[index ?? -1]?.text ?? '';
		for (let place = 0; place < body.length; place += 1) {
			const start = body[place];
			if (!textAt(start).endsWith('PRIVATE KEY-----')) continue;
			const mask = this.#masks.blockMasks.find(({ pattern }) => pattern.test(textAt(start)));
			let end = place + 1;
			while (end < body.length && !textAt(body[end]).includes('-----END ')) end += 1;
			const key = body.slice(place + 1, end);
			if (mask === undefined || key.length === 0) continue;
			this.touched += key.length;
			const hidden = hideValue(this.#textOf(key), mask, this.#masks);
			for (const [at, index] of key.entries()) this.texts.set(index, at === 0 ? hidden : null);
			this.#record(mask, this.#lines[start ?? 0] as ConfigLine, hidden);
			place += key.length;
		}
	}

	/** Without the line that ends the block: masked text must still read as the same block. */
	#bodyOf(start: number): readonly number[] {
		const body = bodyBehind(this.#lines, start).map((_, index) => start + 1 + index);
		// A block whose end never comes has no such line: its last line is a part of the secret.
		return isEndless(this.#lines, start) ? body : body.slice(0, -1);
	}

	/** The block's value: indentation is how a device prints a key, not a part of it. */
	#textOf(body: readonly number[]): string {
		return body.map((index) => this.#lines[index]?.text ?? '').join('\n');
	}

	#record({ id }: MaskingPattern, { number }: ConfigLine, result: string | null): void {
		this.hits.push({ number, pattern: id, result });
	}
}
