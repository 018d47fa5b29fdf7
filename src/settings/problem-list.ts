import { formatProblem, type Problem } from '../errors.ts';
import type { FleetDocument } from './fleet-document.ts';
import type { Path } from './yaml-index.ts';

/** What is wrong, and what to write instead. */
export interface Finding {
	readonly message: string;
	readonly fix: string;
}

/** Collects every problem and warning of a file, so that all of them are told at once, in the order of the file. */
export class ProblemList {
	readonly #document: FleetDocument;
	/** By text: what `defaults` get wrong is found for every device, and told once. */
	readonly #problems = new Map<string, Problem>();

	readonly #warnings = new Set<string>();

	constructor(document: FleetDocument) {
		this.#document = document;
		for (const problem of document.problems) this.#add(problem);
	}

	/** A problem of the value at a path. */
	add(path: Path, finding: Finding): void {
		this.#add({ file: this.#document.file, ...this.#document.placeOf(path), ...finding });
	}

	/** A problem of the key at a path, or of the whole entry that it begins. */
	addAtKey(path: Path, finding: Finding): void {
		this.#add({ file: this.#document.file, ...this.#document.placeOfKey(path), ...finding });
	}

	/** Problems that were found elsewhere, such as in `--select`. */
	addAll(problems: readonly Problem[]): void {
		for (const problem of problems) this.#add(problem);
	}

	/** Something that is allowed but hardly meant. A sentence for people; its place is put in front. */
	warn(path: Path, sentence: string): void {
		this.#warnings.add(`${this.#document.file}:${this.#document.placeOf(path).line}: ${sentence}`);
	}

	get warnings(): readonly string[] {
		return [...this.#warnings];
	}

	get isEmpty(): boolean {
		return this.#problems.size === 0;
	}

	/** In the order of the file. */
	inOrder(): readonly Problem[] {
		return [...this.#problems.values()].toSorted(byPlace);
	}

	#add(problem: Problem): void {
		this.#problems.set(formatProblem(problem), problem);
	}
}

function byPlace(one: Problem, other: Problem): number {
	return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
