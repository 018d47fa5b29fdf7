import { findLogMessages, logMessageName } from '../../domain/config/log-messages.ts';
import type { FetchListener } from '../../use-cases/ports.ts';
import { printable } from '../connection/printable.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import { learnPrompt } from './learn-prompt.ts';
import { PromptChanged, readInShell, type ShellContext } from './shell-command.ts';

/** A device that prints messages all the time cannot be read in between. */
const MAX_READINGS = 3;

/**
 * Reads what a command prints until nothing came in between. A log message may cut a line in two, and nothing tells the two
 * halves from two lines; so it is not taken out, but the command is typed again. What reads like a message and stands in the
 * same place in two readings belongs to the config. The same is done when the prompt changes meanwhile: somebody has renamed
 * the device, and half of the text may be older than that.
 */
export async function readUndisturbed(
	command: string,
	context: ShellContext,
	arrived?: FetchListener['arrived'],
): Promise<string> {
	const { shell, cli } = context;
	const known = new Set<string>();
	let { prompt } = context;
	let disturbance = '';
	for (let reading = 1; reading <= MAX_READINGS; reading += 1) {
		try {
			const text = await readInShell(command, { ...context, prompt }, arrived);
			const [message, ...more] = findLogMessages(text).filter((found) => !known.has(found));
			if (message === undefined) return text;
			for (const found of [message, ...more]) known.add(found);
			disturbance = `log messages got into it ("${printable(logMessageName(message))}"). Switch them off for this account's terminal`;
		} catch (error) {
			if (!(error instanceof PromptChanged)) throw error;
			disturbance = `its prompt had changed from "${prompt.text}" by the end. Try again`;
			prompt = await learnPrompt(shell, cli);
		}
	}
	const message = `${shell.where} was asked for "${command}" ${MAX_READINGS} times, and each time ${disturbance}`;
	throw new SshFailure('ERR_INCOMPLETE', message);
}
