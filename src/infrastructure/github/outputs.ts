import { setOutput } from '@actions/core';

/**
 * Hands results to later steps. Small values only: an output ends up in the environment of whoever uses it.
 *
 * @param outputs - null becomes the empty string
 */
export function writeOutputs(outputs: Readonly<Record<string, string | number | null>>): void {
	// Without the runner's file the library falls back to a command on stdout, past our log.
	if (!process.env.GITHUB_OUTPUT) return;
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value === null ? '' : String(value));
}
