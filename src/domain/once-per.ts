/**
 * Makes something of an object when it is asked for first, and remembers it as long as the object lives: what the rules of a
 * platform, or a set of masks, are compiled to.
 */
export function oncePer<Key extends object, Made extends object | string>(
	make: (key: Key) => Made,
): (key: Key) => Made {
	const made = new WeakMap<Key, Made>();
	return (key) => {
		const known = made.get(key);
		if (known !== undefined) return known;
		const fresh = make(key);
		made.set(key, fresh);
		return fresh;
	};
}
