/** Places of lines by their text. Of equal lines, which are few, each knows the place that was added before it. */
export class PlacesByText {
	readonly #latest = new Map<string, number>();
	readonly #before = new Map<number, number>();

	add(text: string, place: number): void {
		const before = this.#latest.get(text);
		if (before !== undefined) this.#before.set(place, before);
		this.#latest.set(text, place);
	}

	/** The place that was added last; undefined: no line has this text. */
	latest(text: string): number | undefined {
		return this.#latest.get(text);
	}

	/** Where the equal line stands that was added before the one at this place. */
	before(place: number): number | undefined {
		return this.#before.get(place);
	}

	/** Takes out the place that was added last. */
	take(text: string): number | undefined {
		const place = this.#latest.get(text);
		if (place === undefined) return undefined;
		const before = this.#before.get(place);
		if (before === undefined) this.#latest.delete(text);
		else this.#latest.set(text, before);
		return place;
	}
}
