import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { ConfigurationError, systemCode } from '../../errors.ts';

/** A file that a shard may have left. */
export interface FoundFile {
	readonly path: string;
	/** The same for people: from the folder on that they named. */
	readonly source: string;
}

/** The files in these folders, at any depth, that are wanted, in order of their paths. A file itself may be named, too. */
export async function filesIn(
	places: readonly string[],
	isWanted: (path: string) => boolean,
): Promise<readonly FoundFile[]> {
	const found = (await Promise.all([...new Set(places)].map(filesBelow))).flat();
	return found.filter(({ path }) => isWanted(path)).toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Links are not followed: what counts was written here. */
async function filesBelow(place: string): Promise<readonly FoundFile[]> {
	try {
		const entries = await readdir(place, { recursive: true, withFileTypes: true });
		const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
		return paths.map((path) => ({ path, source: relative(dirname(place), path) }));
	} catch (error) {
		if (systemCode(error) === 'ENOTDIR') return [{ path: place, source: basename(place) }];
		throw unreadable(place, error);
	}
}

/** What is wrong with a place that the system does not let us read; an error that is not the system's passes through. */
export function unreadable(path: string, error: unknown): unknown {
	const code = systemCode(error);
	if (code === '') return error;
	if (code === 'ENOENT') {
		return ConfigurationError.of(
			`${path} is not there`,
			'Plan the shards first, or name the place of the manifest and of the reports of the shards',
		);
	}
	return notGiven(path, code);
}

/** A place that is there and cannot be read. */
export function notGiven(path: string, why: string): ConfigurationError {
	return ConfigurationError.of(
		`${path} cannot be read (${why})`,
		'Name the folder that holds the manifest and the reports of the shards',
	);
}
