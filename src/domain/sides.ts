/** One of the two configs that are compared. */
export type Side = 'intended' | 'running';

/** The same part of both configs: whole configs, trees, lines of a section. */
export interface Sides<Part> {
	readonly intended: Part;
	readonly running: Part;
}
