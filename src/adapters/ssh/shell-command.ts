import { findLogMessages } from '../../domain/config/log-messages.ts';
import type { CliRules } from '../../domain/platform/cli-rules.ts';
import type { FetchListener } from '../../use-cases/ports.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import { cleanOutput } from './clean-output.ts';
import { hasEcho, isFrame, withoutFrame } from './frame.ts';
import type { Prompt } from './prompt.ts';
import type { ShellChannel } from './shell-channel.ts';

/** A device that does not echo gives no sign that a prompt answers *this* command; only silence after it does. */
const NO_ECHO_SETTLE_MS = 250;
/** Whether a line that looks like the prompt is the last one shows when nothing follows it at once. */
const END_SETTLE_MS = 20;

/** After so long a silence it is time to ask why. */
const LOOK_AFTER_MS = 3_000;
/** No log message is longer. */
const MESSAGE_LIMIT = 2_048;

/** Where and how commands are typed. */
export interface ShellContext {
	readonly shell: ShellChannel;
	readonly prompt: Prompt;
	readonly cli: CliRules;
}

/** Another prompt than the one that was learnt stands where it should. */
export class PromptChanged extends SshFailure {
	constructor(where: string, prompt: Prompt) {
		super('ERR_INCOMPLETE', `${where} no longer shows its prompt "${prompt.text}", but another one. Try again`);
	}
}

/** Types a command and waits for the prompt. */
export async function runInShell(command: string, context: ShellContext): Promise<void> {
	const { shell, prompt } = context;
	shell.beginCommand();
	shell.type(command);
	for (;;) {
		await untilPrompt(command, context);
		const head = cleanOutput(shell.output.head, context.cli.pager.prompt);
		if (hasEcho(head, command, prompt) || (await shell.quiet(NO_ECHO_SETTLE_MS))) return;
	}
}

/**
 * Types a command and returns what stands between its echo and the prompt. A config may hold a line that reads like the
 * prompt, so the end is proven: an empty line must bring back the prompt and nothing else.
 */
export async function readInShell(
	command: string,
	context: ShellContext,
	arrived?: FetchListener['arrived'],
): Promise<string> {
	const { shell, prompt } = context;
	const pager = context.cli.pager.prompt;
	const read = (): string => withoutFrame(cleanOutput(shell.output.text(), pager), command, prompt);
	await runInShell(command, context);
	for (let proof = 1; ; proof += 1) {
		if (!(await shell.quiet(END_SETTLE_MS))) await untilPrompt(command, context);
		const { length, newlines } = shell.output;
		shell.answer('\n');
		// Of a config that reads like the prompt again and again, each beginning would be told.
		if (proof === 1) arrived?.(read());
		await untilPrompt(command, context, newlines);
		const after = cleanOutput(shell.output.after(length), pager).split('\n');
		if (after.every((line) => isFrame(line, prompt))) break;
	}
	return read();
}

/** Waits for the prompt, and looks now and then for what keeps it from coming. */
async function untilPrompt(command: string, { shell, prompt, cli }: ShellContext, newlines = 0): Promise<void> {
	const hasMoved = (): boolean => shell.output.newlines > newlines;
	const isBack = (line: string): boolean => hasMoved() && prompt.matches(line);
	const { phase, where } = shell;
	let nudged = false;
	let silentMs = 0;
	while (silentMs < phase.idleMs && phase.leftMs > 0) {
		const { length } = shell.output;
		const patienceMs = Math.min(LOOK_AFTER_MS, phase.idleMs - silentMs);
		if (await shell.within(isBack, patienceMs)) return;
		silentMs = (shell.output.length === length ? silentMs : 0) + patienceMs;
		const line = shell.output.lastLine;
		if (hasMoved() && line.trim() !== '' && line.search(cli.prompt) >= 0) throw new PromptChanged(shell.where, prompt);
		// A log message has taken the prompt's place, and the device does not print it again by itself.
		if (!nudged && line === '' && endsInLogMessage(shell, cli.pager.prompt)) {
			shell.answer('\n');
			nudged = true;
		}
	}
	throw phase.overdue(phase.leftMs > 0 ? 'idle' : 'whole', { where, what: `"${command}"` });
}

function endsInLogMessage({ output }: ShellChannel, pager: RegExp): boolean {
	const tail = cleanOutput(output.after(Math.max(output.length - MESSAGE_LIMIT, 0)), pager);
	const last = tail.trimEnd().split('\n').at(-1) ?? '';
	return findLogMessages(last).length > 0;
}
