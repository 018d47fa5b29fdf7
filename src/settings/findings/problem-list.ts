import type { Steps } from '../../domain/steps.ts';
import { formatPlace, formatProblem, type Place, type Problem } from '../../errors.ts';
import type { FleetDocument } from '../yaml/fleet-document.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { type DeviceProblem, sameMistakeOnce } from './same-mistake.ts';

/** What is wrong, and what to write instead. */
export interface Finding {
	readonly message: string;
	readonly fix: string;
}

/** Collects every problem and warning of a file, so that all of them are told at once, in the order of the file. */
export class ProblemList {
	#document: FleetDocument;
	readonly #file: string;
	/** By device and text: what `defaults` get wrong is found for every device, and told once. */
	readonly #problems = new Map<string, DeviceProblem>();

	readonly #warnings = new Set<string>();

	constructor(document: FleetDocument) {
		this.#document = document;
		this.#file = document.file;
		for (const problem of document.problems) this.#add(problem);
	}

	/**
	 * A problem of the value at a path.
	 *
	 * @param device - whose it is, where the value may be that of `defaults`; left out: as the path says
	 */
	add(path: Path, finding: Finding, device: string | null = deviceAt(path)): void {
		this.#add({ ...this.#document.placeOf(path), ...finding }, device);
	}

	/** A problem of the key at a path, or of the whole entry that it begins. */
	addAtKey(path: Path, finding: Finding): void {
		this.#add({ ...this.#document.placeOfKey(path), ...finding }, deviceAt(path));
	}

	/** Problems that were found elsewhere, such as in `--select`. */
	addAll(problems: readonly Problem[]): void {
		for (const problem of problems) this.#add(problem);
	}

	/** Something that is allowed but hardly meant. A sentence for people; its place is put in front. */
	warn(path: Path, sentence: string): void {
		this.#warn(this.#document.placeOf(path), sentence);
	}

	/** The same of the key at a path, where it is the key that is not meant. */
	warnAtKey(path: Path, sentence: string): void {
		this.#warn(this.#document.placeOfKey(path), sentence);
	}

	/** Warnings that were found elsewhere, such as in an inventory. */
	warnAll(sentences: readonly string[]): void {
		for (const sentence of sentences) this.#warnings.add(sentence);
	}

	/** From here on paths are looked up in another document: this one with the devices of an inventory. */
	lookUpIn(document: FleetDocument): void {
		this.#document = document;
	}

	get warnings(): readonly string[] {
		return [...this.#warnings];
	}

	/** How many there are, one mistake of many devices counted for each. */
	get size(): number {
		return this.#problems.size;
	}

	get isEmpty(): boolean {
		return this.#problems.size === 0;
	}

	/** In the order of the file; what stands in other files comes behind. One mistake of many devices is one. */
	*inOrder(): Steps<readonly Problem[]> {
		const byFile = Map.groupBy(this.#problems.values(), ({ problem }) => problem.file ?? this.#file);
		const own = byFile.get(this.#file) ?? [];
		byFile.delete(this.#file);
		const inOrder: Problem[] = [];
		for (const problems of [own, ...byFile.values()]) {
			for (const problem of yield* sameMistakeOnce(problems.toSorted(byPlace))) inOrder.push(problem);
		}
		return inOrder;
	}

	#warn(place: Place, sentence: string): void {
		this.#warnings.add(`${formatPlace(place)}: ${sentence}`);
	}

	#add(problem: Problem, device: string | null = null): void {
		this.#problems.set(`${device} ${formatProblem(problem)}`, { problem, device });
	}
}

function deviceAt([section, name]: Path): string | null {
	return section === 'devices' && name !== undefined ? String(name) : null;
}

function byPlace({ problem: one }: DeviceProblem, { problem: other }: DeviceProblem): number {
	return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
