import type { Place } from '../../errors.ts';
import type { Sourced } from './inventory-kind.ts';

/** Variables by name. */
export type Variables = Map<string, Sourced>;

interface Group {
	readonly variables: Variables;
	readonly children: Set<string>;
	readonly hosts: Set<string>;
}

interface Host {
	readonly place: Place;
	readonly variables: Variables;
}

const ROOT = 'all';

/** Hosts and groups of an Ansible inventory, whatever the format that they were written in. */
export class AnsibleGraph {
	readonly #groups = new Map<string, Group>();
	readonly #hosts = new Map<string, Host>();

	/** In the order of the file. */
	get hosts(): readonly string[] {
		return [...this.#hosts.keys()];
	}

	group(name: string): Group {
		const known = this.#groups.get(name) ?? { variables: new Map(), children: new Set(), hosts: new Set() };
		this.#groups.set(name, known);
		return known;
	}

	/** @param place - counts for a host that has not been seen yet */
	host(name: string, place: Place): Host {
		const known = this.#hosts.get(name) ?? { place, variables: new Map() };
		this.#hosts.set(name, known);
		return known;
	}

	/**
	 * The groups of a host, those above them included, in the order in which their variables are laid over each other: `all`,
	 * then by depth, then by `ansible_group_priority`, then by name.
	 */
	groupsOf(host: string): readonly string[] {
		const depths = new Map<string, number>([[ROOT, 0]]);
		const parents = this.#parents();
		const own = [...this.#groups].filter(([, { hosts }]) => hosts.has(host)).map(([name]) => name);
		for (const name of own) this.#climb(name, { parents, depths, below: new Set() });
		const priority = (name: string): number =>
			Number(this.#groups.get(name)?.variables.get('ansible_group_priority')?.value ?? 1);
		return [...depths]
			.toSorted(([one, depth], [other, otherDepth]) => {
				return depth - otherDepth || priority(one) - priority(other) || (one < other ? -1 : 1);
			})
			.map(([name]) => name);
	}

	/** How far a group is from `all`, along the longest way. A circle is followed once. */
	#climb(
		name: string,
		context: {
			readonly parents: ReadonlyMap<string, readonly string[]>;
			readonly depths: Map<string, number>;
			readonly below: Set<string>;
		},
	): number {
		const { parents, depths, below } = context;
		const known = depths.get(name);
		if (known !== undefined || below.has(name)) return known ?? 0;
		below.add(name);
		const above = (parents.get(name) ?? []).map((parent) => this.#climb(parent, context));
		below.delete(name);
		const depth = Math.max(0, ...above) + 1;
		depths.set(name, depth);
		return depth;
	}

	#parents(): ReadonlyMap<string, readonly string[]> {
		const parents = new Map<string, string[]>();
		for (const [name, { children }] of this.#groups) {
			for (const child of children) parents.set(child, [...(parents.get(child) ?? []), name]);
		}
		return parents;
	}
}
