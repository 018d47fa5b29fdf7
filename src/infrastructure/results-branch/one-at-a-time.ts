/**
 * The same work, one call after the other in the order in which they came; one that fails keeps none of the others.
 *
 * @example
 * const read = oneAtATime((paths: readonly string[]) => readFromClone(paths));
 * await Promise.all([read(['a']), read(['b'])]); // b is read when a was
 */
export function oneAtATime<Given, Result>(work: (given: Given) => Promise<Result>): (given: Given) => Promise<Result> {
	let last: Promise<unknown> = Promise.resolve();
	return (given) => {
		const result = last.then(() => work(given));
		last = result.catch(() => {});
		return result;
	};
}
