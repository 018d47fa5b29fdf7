import type { Steps } from '../domain/steps.ts';

/**
 * One piece of a report at several levels of detail, the most detailed first. Below the last one it is left out.
 */
export interface Part {
	readonly levels: readonly string[];
}

/** A part that is rendered anew for whoever asks: few of a large fleet's find room, and what does not is not kept. */
export function partOnDemand(render: () => readonly string[]): Part {
	return {
		get levels() {
			return render();
		},
	};
}

/** What found room. */
export interface Fitted {
	/** One text per part, in the order given; empty where the part was left out. */
	readonly texts: readonly string[];
	/** Parts that are there with less than their full detail. */
	readonly reduced: number;
	/** Parts that are not there at all. */
	readonly dropped: number;
}

/**
 * Chooses a level for every part so that all texts together take at most `budgetBytes`. Parts come most important first:
 * first as many as possible get a place with their shortest text, then the most important ones get their detail back.
 * A text is taken whole or not at all, so nothing is ever cut inside a fence or a tag. A step per part.
 */
export function* fitToBudget(parts: readonly Part[], budgetBytes: number): Steps<Fitted> {
	let left = budgetBytes;
	const sizes: (readonly number[])[] = [];
	for (const part of parts) {
		yield;
		sizes.push(part.levels.map(byteLength));
	}
	const chosen = sizes.map((levels) => {
		const shortest = levels.length - 1;
		const size = levels[shortest];
		if (size === undefined || size > left) return null;
		left -= size;
		return shortest;
	});
	chosen.forEach((shortest, index) => {
		if (shortest === null) return;
		const levels = sizes[index] ?? [];
		const spent = levels[shortest] ?? 0;
		const best = levels.findIndex((size) => size - spent <= left);
		if (best === -1) return;
		chosen[index] = best;
		left -= (levels[best] ?? 0) - spent;
	});
	const texts: string[] = [];
	for (const [index, part] of parts.entries()) {
		const level = chosen[index] ?? null;
		if (level !== null) yield;
		texts.push(level === null ? '' : (part.levels[level] ?? ''));
	}
	return {
		texts,
		reduced: chosen.filter((level) => level !== null && level > 0).length,
		dropped: chosen.filter((level) => level === null).length,
	};
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
	let bytes = 0;
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		// A surrogate pair is two units and four bytes; a lone one is written as U+FFFD, three bytes.
		if (unit < 0x80) bytes += 1;
		else if (unit < 0x800) bytes += 2;
		else if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1))) {
			bytes += 4;
			index += 1;
		} else bytes += 3;
	}
	return bytes;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
