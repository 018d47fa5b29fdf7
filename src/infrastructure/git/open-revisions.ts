import type { Revisions } from '../../use-cases/ports.ts';

/** Two commits that are ready to be read. */
export interface OpenRevisions extends Revisions, AsyncDisposable {
	/** Paths (with `/`) that differ between the merge base and head. */
	changedPaths(): Promise<readonly string[]>;
	/** Those of these paths at which there is nothing at head. */
	missingAtHead(paths: readonly string[]): Promise<ReadonlySet<string>>;
	/** Paths of all files below a folder at the merge base, relative to it. */
	listBase(folder: string): Promise<readonly string[]>;
	/** As `listBase`, at head. */
	listHead(folder: string): Promise<readonly string[]>;
	/** Full object names. */
	readonly mergeBase: string;
	readonly head: string;
	/** The folder that was opened, relative to the top of the repository, with `/` at its end; empty at the top. */
	readonly prefix: string;
}
