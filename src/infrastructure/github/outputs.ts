import { setOutput } from '@actions/core';
import { PublishError, systemCode } from '../../errors.ts';

/**
 * Hands results to later steps. Small values only: an output ends up in the environment of whoever uses it.
 *
 * @param outputs - null becomes the empty string
 * @throws PublishError where the runner's file does not take them
 */
export function writeOutputs(outputs: Readonly<Record<string, string | number | null>>): void {
	// Without the runner's file the library falls back to a command on stdout, past our log.
	if (!process.env.GITHUB_OUTPUT) return;
	try {
		for (const [name, value] of Object.entries(outputs)) setOutput(name, value === null ? '' : String(value));
	} catch (cause) {
		// The library throws an error without a code where the file is not there.
		const why = systemCode(cause) || 'there is no such file';
		const message = `the outputs of the step could not be written to GITHUB_OUTPUT (${why}): look at the disk and the user of the runner`;
		throw new PublishError('outputs', message, { cause });
	}
}
