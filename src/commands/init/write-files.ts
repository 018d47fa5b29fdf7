import { relative } from 'node:path';
import { trustedFiles } from '../../composition/fleet/read-trusted.ts';
import { ConfigurationError } from '../../errors.ts';
import { writeOutput } from '../../infrastructure/output-file.ts';
import type { CommandLine } from '../command-line.ts';

/** All or none: a file that is there stays as it is, unless the user says otherwise. */
export async function writeFiles(
	files: readonly (readonly [string, string])[],
	{ force, line }: { readonly force: boolean; readonly line: CommandLine },
): Promise<void> {
	const present = await Promise.all(files.map(async ([path]) => (await trustedFiles('/').read(path)) !== null));
	const taken = force ? [] : files.filter((_, index) => present[index]);
	if (taken.length > 0) {
		throw new ConfigurationError(
			taken.map(([path]) => ({
				file: relative(line.cwd, path),
				line: null,
				column: null,
				message: 'this file is there already, and nothing was written',
				fix: 'Add --force to write over it, or name another with --fleet',
			})),
		);
	}
	for (const [path, text] of files) await writeOutput(path, text);
}
