import type { ConfigNode } from '../../config/config-node.ts';
import type { Platform } from '../../platform/platform.ts';
import { rulesIn } from '../ranges/ranged-line.ts';
import type { Siblings } from '../siblings/siblings.ts';
import { type Speller, spellerOf } from '../spellings/spelling.ts';
import { type Clearing, clearingsAmong, renewalsAmong, withoutPartsOfRanges } from './clearings.ts';
import { TakenPaths } from './taken-paths.ts';

/** How they are typed. */
interface Typing {
	readonly platform: Platform;
	readonly speller: Speller;
}

/** The lines of one section as they stand when all is typed. */
export interface Typed {
	readonly siblings: Siblings;
	/**
	 * The intended line that takes this away, if it stands there; 0: none does. The intended config speaks for all that begins
	 * so, then: what it does not say again is not to be there.
	 */
	clearedAt(node: ConfigNode): number;
}

/**
 * Reads the lines of a section as what is left when they are typed from top to bottom: commands that only take away what
 * stands above them say nothing else, and hardly any device shows one. What one shows can be typed as well, which is how it
 * starts.
 *
 * @example
 * no route-map A · route-map A permit 10    with    route-map A permit 10
 * //=> route-map A permit 10    with    route-map A permit 10
 */
export function asTyped({ intended, running }: Siblings, lineage: readonly string[], typing: Typing): Typed {
	const typed = typedSection(intended, lineage, typing);
	return {
		siblings: { intended: typed?.left ?? intended, running: typedSection(running, lineage, typing)?.left ?? running },
		clearedAt: (node) => typed?.clearedAt(node) ?? 0,
	};
}

/**
 * A whole side without the lines that it takes away itself, for what is written from its lists as they are to be; the commands
 * that take stay, as places in the file. Sections with the same header are read one by one.
 */
export function withoutTaken(
	nodes: readonly ConfigNode[],
	platform: Platform,
	lineage: readonly string[] = [],
): readonly ConfigNode[] {
	const left = typedSection(nodes, lineage, { platform, speller: spellerOf(platform, lineage) })?.standing ?? nodes;
	let isSame = left === nodes;
	const typed = left.map((node) => {
		if (node.children.length === 0) return node;
		const children = withoutTaken(node.children, platform, [...lineage, node.text]);
		if (children === node.children) return node;
		isSame = false;
		return { ...node, children };
	});
	return isSame ? nodes : typed;
}

/** null where nothing clears. */
function typedSection(
	nodes: readonly ConfigNode[],
	lineage: readonly string[],
	{ platform, speller }: Typing,
): TypedSection | null {
	const known = clearingsAmong(nodes, lineage, { rules: platform.clearing, speller });
	const renewals = renewalsAmong(nodes, { negation: platform.syntax.negation, speller });
	if (known.length === 0 && renewals.length === 0) return null;
	const places = new Set(known.map(({ at }) => at));
	const all = [...known, ...renewals.filter(({ at }) => !places.has(at))];
	const whole = withoutPartsOfRanges(all, nodes, rulesIn(lineage, platform.ranges));
	return whole.length === 0 ? null : new TypedSection(nodes, whole, speller);
}

/** One section of a file, and the commands in it that clear. */
class TypedSection {
	readonly #speller: Speller;
	readonly #paths = new TakenPaths();
	/** By what is taken: the last command that takes it alone, and the last that takes what begins with it, too. */
	readonly #alone = new Map<string, Clearing>();
	readonly #below = new Map<string, Clearing>();
	/** All but what is taken away, with the commands that take. */
	readonly standing: readonly ConfigNode[];
	readonly left: readonly ConfigNode[];

	constructor(nodes: readonly ConfigNode[], clearings: readonly Clearing[], speller: Speller) {
		this.#speller = speller;
		const texts = nodes.map(({ text }) => speller(text));
		this.#see(texts, clearings);
		const plain = clearings.filter((clearing) => this.#isPlain(clearing)).toSorted((one, other) => one.at - other.at);
		for (const clearing of plain) {
			const last = clearing.rule.exactly === true ? this.#alone : this.#below;
			for (const path of clearing.takes) last.set(path, clearing);
		}
		const commands = new Set(plain.map(({ node }) => node));
		const isTaken = (at: number): boolean => this.#takersOf(texts[at] ?? '').some((by) => by.at > at);
		this.standing = nodes.filter((node, at) => commands.has(node) || !isTaken(at));
		this.left = this.standing.filter((node) => !commands.has(node));
	}

	clearedAt({ text }: ConfigNode): number {
		return Math.max(0, ...this.#takersOf(this.#speller(text)).map(({ node }) => node.lineNumber));
	}

	#see(texts: readonly string[], clearings: readonly Clearing[]): void {
		for (const { takes, rule } of clearings) {
			for (const path of takes) {
				this.#paths.add(path);
				if (rule.maySplit === true) this.#paths.addParts(path);
			}
		}
		const commands = new Set(clearings.map(({ at }) => at));
		for (const [at, text] of texts.entries()) if (!commands.has(at)) this.#paths.see(text, at);
	}

	/** Whether what it takes away is known, so that nothing is left to say of it. */
	#isPlain({ at, takes, rule }: Clearing): boolean {
		if (takes.some((path) => this.#paths.firstPart(path) < at)) return false;
		return rule.neverShown === true || takes.some((path) => this.#paths.last(path) > at);
	}

	#takersOf(text: string): readonly Clearing[] {
		const alone = this.#alone.get(text);
		const paths = this.#below.size === 0 ? [] : this.#paths.pathsIn(text);
		const below = paths.flatMap((path) => this.#below.get(path) ?? []);
		return alone === undefined ? below : [alone, ...below];
	}
}
