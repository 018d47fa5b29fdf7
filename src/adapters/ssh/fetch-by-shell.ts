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
	platform,
	credentials,
	silenceMs,
}: FetchOptions): Promise<CommandOutput> {
	const { cli } = platform;
	const shell = await ShellChannel.open({ session, platform, silenceMs });
	const prompt = await becomePrivileged({ shell, cli, prompt: await learnPrompt(shell, cli), credentials });
	const context = { shell, cli, prompt: await setUp({ shell, cli, prompt }) };
	const text = await readUndisturbed(cli.showRunning, context);
	assertAccepted({ where: shell.where, text, cli });
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
