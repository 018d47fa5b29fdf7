import { mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, systemCode } from '../errors.ts';

/**
 * Makes a folder for a while. Throws a `ConfigurationError` that says what to do where `parent` is missing, read-only
 * or full.
 */
export async function makeTemporary(parent: string, prefix: string): Promise<string> {
	try {
		return await mkdtemp(join(parent, prefix));
	} catch (error) {
		const code = systemCode(error);
		if (code === '') throw error;
		throw ConfigurationError.of(
			`no temporary folder can be made in ${parent} (${code})`,
			'Set TMPDIR to a folder that this user may write to and that has room; in the Action RUNNER_TEMP names it',
		);
	}
}

/** Why no temporary folder can be made in this one, as the system names it (`EACCES`); null: one can. */
export async function temporaryProblem(parent: string): Promise<string | null> {
	try {
		await rmdir(await mkdtemp(join(parent, 'fleet-drift-')));
		return null;
	} catch (error) {
		const code = systemCode(error);
		if (code === '') throw error;
		return code;
	}
}
