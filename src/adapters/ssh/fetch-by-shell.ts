import { becomePrivileged } from './become-privileged.ts';
import type { CommandOutput, FetchOptions } from './fetch-options.ts';
import { learnPrompt } from './learn-prompt.ts';
import { assertAccepted } from './rejection.ts';
import { ShellChannel } from './shell-channel.ts';
import { readInShell, runInShell } from './shell-command.ts';

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
	const context = { shell, prompt, pager: cli.pager.prompt };

	// A device that does not take one of these goes on paging, and its pager is answered.
	for (const command of cli.setup) await runInShell(command, context);
	const text = await readInShell(cli.showRunning, context);
	assertAccepted({ where: shell.where, text, cli });
	if (cli.logout !== null) shell.type(cli.logout);
	return { text, commands: shell.commands };
}
