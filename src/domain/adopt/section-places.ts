import type { ConfigNode } from '../config/config-node.ts';
import type { Adopting } from './adopting.ts';

/** Where lines of one section go in the file, and how they are indented. */
export class SectionPlaces {
	readonly #file: Adopting['file'];
	readonly #running: Adopting['running'];
	/** Indices of the section's headers; -1: the top level. */
	readonly #headers: readonly number[];

	/** @param headers - the section's headers in the file; none: the top level */
	constructor(headers: readonly ConfigNode[], { file, running }: Pick<Adopting, 'file' | 'running'>) {
		this.#file = file;
		this.#running = running;
		this.#headers = headers.length === 0 ? [-1] : headers.map(({ lineNumber }) => file.indexOf(lineNumber));
	}

	/** Behind the statement of the section that holds this line of the file; else in front of all of them. */
	insertNear(number: number, lines: readonly string[]): void {
		const { scanned } = this.#file;
		let at = scanned.findLastIndex((line) => line.number <= number);
		while (at !== -1 && !this.#headers.includes(scanned[at]?.parent ?? -1)) at = scanned[at]?.parent ?? -1;
		if (at !== -1 && scanned[at]?.role === 'statement') {
			this.#file.insertAfter(this.#file.unitAt(at), lines);
			return;
		}
		// Of a section that is opened several times one that has an inside.
		const header = this.#headers.find((index) => scanned[index + 1]?.parent === index) ?? this.#headers[0] ?? -1;
		if (header !== -1) {
			this.#file.insertAfter({ start: header, end: header + 1 }, lines);
			return;
		}
		const first = scanned.findIndex(({ role, parent }) => role === 'statement' && parent === -1);
		this.#file.insertBefore(first, lines);
	}

	/** As the lines beside it are, else as much deeper than the header as the device does it. */
	indentFor(runningLine: number): string {
		const { scanned } = this.#file;
		const sibling = scanned.findIndex(({ role, parent }) => role === 'statement' && this.#headers.includes(parent));
		if (sibling !== -1) return this.#file.indentAt(sibling);
		const [header = -1] = this.#headers;
		return header === -1 ? '' : this.#file.indentAt(header) + (this.#running?.stepAt(runningLine) ?? '');
	}
}
