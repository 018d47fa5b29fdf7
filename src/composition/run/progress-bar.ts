/** Where a bar is drawn, and how long it is. */
export interface ProgressBarOptions {
	/** A terminal that can rewrite its line; null: nobody looks. */
	readonly terminal: { readonly write: (text: string) => void; readonly width: number } | null;
	/** Devices of the run; 0: not known yet. @default 0 */
	readonly total?: number;
}

/** Cells of the bar. */
const CELLS = 24;

/** What a terminal writes behind the line for Ctrl-C: with no room for it the line would break in two. */
const INTERRUPT = '^C';

/** One line of a terminal that moves: how many devices are done, and which are being asked. */
export class ProgressBar {
	readonly #terminal: ProgressBarOptions['terminal'];
	readonly #underWay = new Set<string>();
	#total: number;
	#done = 0;

	constructor({ terminal, total = 0 }: ProgressBarOptions) {
		this.#terminal = terminal;
		this.#total = total;
	}

	begin(name: string): void {
		this.#underWay.add(name);
		this.#draw();
	}

	/** @param total - where it was not known in the beginning */
	end(name: string, total = this.#total): void {
		this.#underWay.delete(name);
		this.#done += 1;
		this.#total = total;
		this.#draw();
	}

	/** Makes room for other output; the next step draws it again. */
	clear(): void {
		this.#terminal?.write(CLEARED);
	}

	#draw(): void {
		if (this.#terminal === null || this.#total === 0) return;
		const filled = Math.round((this.#done / this.#total) * CELLS);
		const bar = `${'█'.repeat(filled)}${'░'.repeat(CELLS - filled)}`;
		const line = ` ${bar} ${this.#done}/${this.#total}  ${[...this.#underWay].join(' ')}`;
		const room = this.#terminal.width - INTERRUPT.length - 1;
		this.#terminal.write(`${CLEARED}${this.#done === this.#total ? '' : line.slice(0, room)}`);
	}
}

const CLEARED = '\r\u001b[K';
