import { dirname, posix } from 'node:path';
import type { RunOptions } from '../run/run-options.ts';

/** A file that fleet.yml names, relative to its own folder. */
export async function readBeside(
	path: string,
	{ trusted, fleetFile }: Pick<RunOptions, 'trusted' | 'fleetFile'>,
): Promise<{ readonly file: string; readonly text: string | null }> {
	const file = besideFleet(fleetFile, path);
	return { file, text: await trusted.read(file) };
}

/** A path of fleet.yml, relative to the root of the run. */
export function besideFleet(fleetFile: string, path: string): string {
	return posix.join(folderOf(fleetFile), path);
}

/** Folder of a path, empty for the top: what the paths in a fleet.yml are relative to. */
export function folderOf(path: string): string {
	const folder = dirname(path);
	return folder === '.' ? '' : folder;
}
