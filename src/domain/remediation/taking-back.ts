import type { Siblings } from '../compare/siblings/siblings.ts';
import { childrenAt, groupedOnce } from '../config/tree-paths.ts';
import { accountOf } from './common-commands.ts';
import type { Dialect } from './dialect.ts';
import { destinationOf, isReplacedRoute } from './replaced-route.ts';

/** How the lines of one device are taken back, given what else is there and what is to come. */
export class TakingBack {
	readonly #trees: Siblings;
	readonly #dialect: Dialect;
	/** The lines of a section by the account that they are about, by where a route leads, and by what a new value replaces. */
	readonly #accounts = groupedOnce(({ text }) => accountOf(text));
	readonly #routes = groupedOnce(({ text }) => destinationOf(text));
	readonly #values = groupedOnce(({ text }) => this.#dialect.replaced(text));

	constructor(trees: Siblings, dialect: Dialect) {
		this.#trees = trees;
		this.#dialect = dialect;
	}

	/** Takes a line back: an account that is to stay only that line, unless nobody can enter it and the rest is written anew. */
	negate(text: string, lineage: readonly string[]): string | null {
		const [intended, running] = [this.#trees.intended, this.#trees.running].map((roots) =>
			this.#accounts(childrenAt(roots, lineage), lineage),
		);
		return this.#dialect.negate(text, (account) => {
			const wanted = new Set(intended?.get(account)?.map((line) => line.text));
			const isInPart = running?.get(account)?.some((line) => wanted.has(line.text)) === true;
			return isInPart || (wanted.size > 0 && !text.includes('<secret'));
		});
	}

	/** Whether the device takes an intended line for another value of this one, though it is not told as one changed line. */
	isReplaced(line: string, lineage: readonly string[]): boolean {
		const replaced = this.#dialect.replaced(line);
		return replaced !== null && this.#values(childrenAt(this.#trees.intended, lineage), lineage).has(replaced);
	}

	/** Whether a route has to wait for the one that takes its place. */
	leadsElsewhere(line: string, lineage: readonly string[]): boolean {
		const destination = destinationOf(line);
		if (destination === null) return false;
		const intended = this.#routes(childrenAt(this.#trees.intended, lineage), lineage).get(destination) ?? [];
		return isReplacedRoute(line, { intended: intended.map(({ text }) => text), discards: this.#dialect.discards });
	}
}
