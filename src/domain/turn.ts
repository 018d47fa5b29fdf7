/** How long work goes on before others have their turn. The step that is under way comes on top. */
const ON_END_MS = 15;

/** The turn of long work, which asks at each of its `Steps` whether timers and sockets have waited long enough. */
export class Turn {
	readonly #elapsed: () => number;
	readonly #giveWay: () => Promise<void>;
	#began: number;

	/**
	 * @param elapsed - milliseconds since any moment
	 * @param giveWay - resolves when timers and sockets have had their turn
	 */
	constructor(elapsed: () => number, giveWay: () => Promise<void>) {
		this.#elapsed = elapsed;
		this.#giveWay = giveWay;
		this.#began = elapsed();
	}

	get isOver(): boolean {
		return this.#elapsed() - this.#began > ON_END_MS;
	}

	/** Lets others have their turn; then the next one begins. */
	async end(): Promise<void> {
		await this.#giveWay();
		this.#began = this.#elapsed();
	}
}
