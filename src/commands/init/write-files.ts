import { relative } from 'node:path';
import { isTaken } from '../../composition/fleet/trusted-files.ts';
import { ConfigurationError, NOWHERE } from '../../errors.ts';
import { writeWhole } from '../../infrastructure/output-file.ts';
import type { CommandLine } from '../command-line.ts';

interface Refusal {
	readonly line: CommandLine;
	/** What to do instead. */
	readonly fix?: string;
}

/** All or none: a file that is there stays as it is, unless the user says otherwise. */
export async function writeFiles(
	files: readonly (readonly [string, string])[],
	{ force, line }: { readonly force: boolean; readonly line: CommandLine },
): Promise<void> {
	if (!force) {
		await refuseTaken(
			files.map(([path]) => path),
			{ line },
		);
	}
	for (const [path, text] of files) await writeWhole(path, text);
}

/** Throws a `ConfigurationError` that names those of the files that are there. */
export async function refuseTaken(
	paths: readonly string[],
	{ line, fix = 'Add --force to overwrite it, or name another with --fleet' }: Refusal,
): Promise<void> {
	const present = await Promise.all(paths.map(isTaken));
	const taken = paths.filter((_, index) => present[index]);
	if (taken.length === 0) return;
	throw new ConfigurationError(
		taken.map((path) => ({
			...NOWHERE,
			file: relative(line.cwd, path),
			message: 'this file already exists, and nothing was written',
			fix,
		})),
	);
}
