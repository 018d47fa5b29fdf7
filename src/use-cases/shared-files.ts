import { digest } from '../domain/text/digest.ts';
import { nameSome } from '../domain/text/name-some.ts';

/** How many names a sentence holds. */
const NAMED = 5;

/** Intended files that several devices of a run share, and what each of those would have its file say. */
export class SharedFiles {
	/** By path, and by device: of a text no more than its digest. */
	readonly #wishes: ReadonlyMap<string, Map<string, string>>;

	/** @param paths - of every device of the run */
	constructor(paths: readonly string[]) {
		const seen = new Set<string>();
		const shared = paths.filter((path) => seen.size === seen.add(path).size);
		this.#wishes = new Map(shared.map((path) => [path, new Map()]));
	}

	wishes(device: string, { path, text }: { readonly path: string; readonly text: string }): void {
		this.#wishes.get(path)?.set(device, digest(text, WHOLE_DIGEST));
	}

	/** Devices that would have a file say something else than this one would, as a sentence names them; null: there is none. */
	othersThan(device: string, path: string): string | null {
		const wishes = this.#wishes.get(path) ?? new Map<string, string>();
		const wanted = wishes.get(device);
		const names = [...wishes].flatMap(([name, text]) => (text === wanted ? [] : [name]));
		return names.length === 0 ? null : nameSome(names, { most: NAMED });
	}
}

/** Two files that are taken for one another would be a changed intent. */
const WHOLE_DIGEST = 64;
