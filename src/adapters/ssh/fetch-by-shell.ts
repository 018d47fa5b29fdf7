import type { CliRules } from '../../domain/platform/cli-rules.ts';
import { plural } from '../../domain/text/count-words.ts';
import { decode } from '../connection/decode.ts';
import { printable } from '../connection/printable.ts';
import { sizeOf } from '../connection/size-of.ts';
import { becomePrivileged } from './become-privileged.ts';
import type { CommandOutput, FetchOptions } from './fetch-options.ts';
import { learnPrompt } from './learn-prompt.ts';
import type { Prompt } from './prompt.ts';
import { readUndisturbed } from './read-undisturbed.ts';
import { assertAccepted } from './rejection.ts';
import { ShellChannel } from './shell-channel.ts';
import { PromptChanged, runInShell, type ShellContext } from './shell-command.ts';

/** Reads the running-config as a person would: behind a prompt. */
export async function fetchByShell({
	session,
	auth,
	platform,
	credentials,
	timeouts,
	trace,
	asked,
	arrived,
}: FetchOptions): Promise<CommandOutput> {
	const { cli } = platform;
	const shell = await ShellChannel.open({ session, auth, platform, timeouts });
	const first = await learnPrompt(shell, cli);
	trace?.('prompt', printable(decode(Buffer.from(first.text, 'latin1'))));
	const prompt = await becomePrivileged({ shell, cli, prompt: first, credentials });
	trace?.('privileges', privilegesOf(first, prompt, cli));
	const context = { shell, cli, prompt: await setUp({ shell, cli, prompt }) };
	trace?.('paging', cli.setup.length === 0 ? 'as it is' : `after ${cli.setup.join(', ')}`);
	const reading = readUndisturbed(cli.showRunning, context, arrived);
	asked?.();
	const text = await reading;
	if (shell.pages > 0) trace?.('paging', `${plural(shell.pages, 'page')} had to be turned`);
	assertAccepted({ where: shell.where, text, cli });
	trace?.('config', sizeOf(text));
	// The goodbye takes a while, and hundreds may be saying it.
	shell.output.clear();
	if (cli.logout !== null) shell.type(cli.logout);
	return { text, commands: shell.commands };
}

/** A device that does not take one of these goes on paging, and its pager is answered. Returns the prompt behind them. */
async function setUp({ shell, cli, prompt }: ShellContext): Promise<Prompt> {
	let current = prompt;
	for (const command of cli.setup) {
		try {
			await runInShell(command, { shell, cli, prompt: current });
		} catch (error) {
			if (!(error instanceof PromptChanged)) throw error;
			current = await learnPrompt(shell, cli);
		}
	}
	return current;
}

function privilegesOf(first: Prompt, prompt: Prompt, { enable }: CliRules): string {
	if (enable === null) return 'there is no such step';
	return first.text === prompt.text ? 'privileged from the start' : `raised by "${enable.command}"`;
}
