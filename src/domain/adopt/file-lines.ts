import type { ConfigLine } from '../config/config-line.ts';
import { programOf } from '../config/programs.ts';
import { scanLines } from '../config/scan-lines.ts';
import { isOfDocuments } from '../config/style-of.ts';
import type { Syntax } from '../platform/syntax.ts';
import { isSeparator, type Unit, unitAt } from './unit.ts';

/** Lines to write, without their ends. */
type Lines = readonly string[];

/**
 * The lines of a file while they are edited. What is not touched stays as it is, byte for byte. Places are indices into
 * `scanned`, so that edits do not move each other.
 */
export class FileLines {
	readonly scanned: readonly ConfigLine[];
	/** As they stand in the file, with a CR where they end in one; behind the last one's end there is an empty one. */
	readonly #printed: readonly string[];
	readonly #ends: LineEnds;
	readonly #removed = new Set<number>();
	readonly #before = new Map<number, string[]>();
	readonly #instead = new Map<number, string[]>();
	readonly #after = new Map<number, string[]>();
	readonly #byNumber: ReadonlyMap<number, number>;
	readonly #syntax: Syntax;

	private constructor(text: string, scanned: readonly ConfigLine[], syntax: Syntax) {
		this.#syntax = syntax;
		this.#ends = lineEndsOf(text);
		this.#printed = (this.#ends.isEnded ? text : text + this.#ends.end).split('\n');
		this.scanned = scanned;
		this.#byNumber = new Map(scanned.map(({ number }, index) => [number, index]));
	}

	/** null where two statements share a line of the file, so that no line is one statement's own. */
	static open(text: string, syntax: Syntax): FileLines | null {
		// A CR in the middle ends a line for us, but not for whoever wrote the file.
		if (/\r[^\r\n]/.test(text)) return null;
		const scanned = scanLines(text, syntax);
		return isOnePerLine(scanned) ? new FileLines(text, scanned, syntax) : null;
	}

	/** The statement that starts on a line of the file; -1: none does. */
	indexOf(number: number): number {
		return this.#byNumber.get(number) ?? -1;
	}

	unitAt(index: number): Unit {
		return unitAt(this.scanned, index, programOf(this.scanned[index]?.text ?? '', this.#syntax)?.end);
	}

	/** What stands in front of a statement in the file; a document's lines are scanned in a form of their own. */
	indentAt(index: number): string {
		return /^[ \t]*/.exec(this.#printed[(this.scanned[index]?.number ?? 0) - 1] ?? '')?.[0] ?? '';
	}

	/** The lines of a unit as they stand in the file. */
	textOf(unit: Unit): Lines {
		return this.#numbersOf(unit).map((number) => (this.#printed[number - 1] ?? '').trimEnd());
	}

	remove(unit: Unit): void {
		for (const number of this.#numbersOf(unit)) this.#removed.add(number);
	}

	/** A separator behind the unit stays. */
	replace({ start, end }: Unit, lines: Lines): void {
		this.remove({ start, end: end > start + 1 && isSeparator(this.scanned[end - 1]) ? end - 1 : end });
		add(this.#instead, this.scanned[start]?.number ?? 1, lines);
	}

	insertBefore(index: number, lines: Lines): void {
		add(this.#before, this.scanned[index]?.number ?? this.#printed.length, lines);
	}

	/** Where a separator ends the unit, one ends what follows it. */
	insertAfter({ start, end }: Unit, lines: Lines): void {
		const last = this.scanned[end - 1];
		const ends = lines.length > 1 && end > start + 1 && last !== undefined && isSeparator(last) ? [last.raw] : [];
		add(this.#after, this.#lastNumber(end - 1), [...lines, ...ends]);
	}

	toString(): string {
		const { end, isEnded } = this.#ends;
		const carriage = end.slice(0, -1);
		const written = this.#printed.flatMap((line, index) => {
			const number = index + 1;
			const added = (lines: Lines = []): Lines => lines.map((text) => text + carriage);
			return [
				...added(this.#before.get(number)),
				...added(this.#instead.get(number)),
				...(this.#removed.has(number) ? [] : [line]),
				...added(this.#after.get(number)),
			];
		});
		const text = written.join('\n');
		return isEnded ? text : text.slice(0, -end.length);
	}

	#numbersOf({ start, end }: Unit): readonly number[] {
		const first = this.scanned[start]?.number ?? 1;
		return Array.from({ length: this.#lastNumber(end - 1) - first + 1 }, (_, offset) => first + offset);
	}

	/** A statement may be printed on several lines; blank ones behind a part of a document are nobody's. */
	#lastNumber(index: number): number {
		const next = this.scanned[index + 1]?.number ?? this.#printed.length + 1;
		let last = next - 1;
		const first = this.scanned[index]?.number ?? 1;
		while (last > first && this.#printed[last - 1]?.trim() === '') last -= 1;
		return last;
	}
}

/**
 * A document of which every key or element has a line of its own; one that has them already stays as it is, and so does
 * what is no document.
 */
export function laidOut(text: string, syntax: Syntax): string {
	if (!isOfDocuments(syntax.style)) return text;
	const scanned = scanLines(text, syntax);
	if (isOnePerLine(scanned)) return text;
	const inside = syntax.style === 'json' ? '  ' : '';
	const { end, isEnded } = lineEndsOf(text);
	return scanned.map(({ raw, role }) => (role === 'frame' ? raw : inside + raw)).join(end) + (isEnded ? end : '');
}

interface LineEnds {
	readonly end: '\n' | '\r\n';
	/** Whether the last line has one, too. */
	readonly isEnded: boolean;
}

/** As its first line has it. */
function lineEndsOf(text: string): LineEnds {
	return { end: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n', isEnded: text.endsWith('\n') };
}

function isOnePerLine(scanned: readonly ConfigLine[]): boolean {
	return scanned.every(({ number }, index) => number > (scanned[index - 1]?.number ?? 0));
}

function add(places: Map<number, string[]>, number: number, lines: Lines): void {
	places.set(number, [...(places.get(number) ?? []), ...lines]);
}
