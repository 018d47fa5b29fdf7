import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import { cleanOutput } from './clean-output.ts';
import { hasEcho, isFrame, withoutFrame } from './frame.ts';
import type { Prompt } from './prompt.ts';
import type { ShellChannel } from './shell-channel.ts';

/** A device that does not echo gives no sign that a prompt answers *this* command; only silence after it does. */
const NO_ECHO_SETTLE_MS = 250;
/** Whether a line that looks like the prompt is the last one shows when nothing follows it at once. */
const END_SETTLE_MS = 20;

/** Where and how commands are typed. */
export interface ShellContext {
	readonly shell: ShellChannel;
	readonly prompt: Prompt;
	/** The platform's pager prompt. */
	readonly pager: RegExp;
}

/** Types a command and waits for the prompt. */
export async function runInShell(command: string, context: ShellContext): Promise<void> {
	const { shell, prompt } = context;
	shell.type(command);
	for (;;) {
		await untilPrompt(command, context);
		const head = cleanOutput(shell.output.head, context.pager);
		if (hasEcho(head, command, prompt) || (await shell.quiet(NO_ECHO_SETTLE_MS))) return;
	}
}

/**
 * Types a command and returns what stands between its echo and the prompt. A config may hold a line that reads like the
 * prompt, so the end is proven: an empty line must bring back the prompt and nothing else.
 */
export async function readInShell(command: string, context: ShellContext): Promise<string> {
	const { shell, prompt, pager } = context;
	await runInShell(command, context);
	for (;;) {
		if (!(await shell.quiet(END_SETTLE_MS))) await untilPrompt(command, context);
		const { length, newlines } = shell.output;
		shell.answer('\n');
		await untilPrompt(command, context, newlines);
		const after = cleanOutput(shell.output.after(length), pager).split('\n');
		if (after.every((line) => isFrame(line, prompt))) break;
	}
	return withoutFrame(cleanOutput(shell.output.text(), pager), command, prompt);
}

function untilPrompt(command: string, { shell, prompt }: ShellContext, newlines = 0): Promise<void> {
	return shell.until(
		(line) => shell.output.newlines > newlines && prompt.matches(line),
		() =>
			new SshFailure(
				'ERR_TIMEOUT',
				`${shell.where} went silent during "${command}". Raise timeouts.command if it is slow`,
			),
	);
}
