import type { ConfigLine } from '../config/config-line.ts';
import { withoutRemark } from '../config/styles/braces.ts';
import { type FileStatement, type WrittenForm, writable } from './placeholders.ts';
import { indentOf, isSeparator, unitAt } from './unit.ts';

/** Lines of a device as they may stand in the intended file. */
export class RunningLines {
	readonly #lines: readonly ConfigLine[];
	readonly #form: WrittenForm;
	readonly #byNumber: ReadonlyMap<number, number>;

	/** @param lines - masked */
	constructor(lines: readonly ConfigLine[], form: WrittenForm) {
		this.#lines = lines;
		this.#form = form;
		this.#byNumber = new Map(lines.map(({ number }, index) => [number, index]));
	}

	/** How much deeper than its section's header the device prints a line. */
	stepAt(number: number): string {
		const line = this.#lines[this.#indexOf(number)];
		const header = this.#lines[line?.parent ?? -1];
		return line === undefined || header === undefined ? '' : indentOf(line).slice(indentOf(header).length);
	}

	/** A statement in the place of another one of the file. */
	statement(number: number, indent: string, replaced: FileStatement): string {
		const line = this.#lines[this.#indexOf(number)];
		return indent + writable(withoutRemark(line?.text ?? ''), this.#form, replaced);
	}

	/** A statement and what stands in it, as far as `wants` every line; a block's text as it is, letter for letter. */
	unit(number: number, indent: string, wants: (number: number) => boolean): readonly string[] {
		const unit = unitAt(this.#lines, this.#indexOf(number));
		const { start } = unit;
		// Whether there is one is the file's own habit.
		const end = isSeparator(this.#lines[unit.end - 1]) ? unit.end - 1 : unit.end;
		const depth = indentOf(this.#lines[start] as ConfigLine).length;
		const written: string[] = [];
		const left = new Set<number>();
		for (const [offset, line] of this.#lines.slice(start, end).entries()) {
			const at = start + offset;
			const isUnwanted = at > start && (left.has(line.parent) || (line.role === 'statement' && !wants(line.number)));
			if (isUnwanted) left.add(at);
			else if (line.role === 'body') written.push(writable(line.raw, this.#form));
			else if (line.role !== 'comment' || isSeparator(line)) {
				written.push(indent + indentOf(line).slice(depth) + writable(this.#withoutRemark(line), this.#form));
			}
		}
		return written;
	}

	#withoutRemark({ text }: ConfigLine): string {
		return this.#form.style === 'braces' ? withoutRemark(text) : text;
	}

	#indexOf(number: number): number {
		const index = this.#byNumber.get(number);
		if (index === undefined) throw new Error(`line ${number} of the running-config is none of its lines`);
		return index;
	}
}
