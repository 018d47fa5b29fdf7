import type { CliRules } from '../../domain/platform/cli-rules.ts';
import { decode } from '../connection/decode.ts';
import { seconds } from '../connection/phase.ts';
import { printableEnd } from '../connection/printable.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import { cleanOutput } from './clean-output.ts';
import { type Prompt, promptOf } from './prompt.ts';
import type { ShellChannel } from './shell-channel.ts';

/** A device that shows nothing after the login may wait for a key. */
const NUDGE_AFTER_MS = 2_000;
/** How long to wait for prompts that are still on their way. */
const DRAIN_MS = 250;
/** The cursor waits behind it. */
const QUESTION = /(?:[?:]|[[(<]\s*y(?:es)?\s*[/|]\s*no?\s*[\])>][?:.]?)\s*$/i;
/** Banners, questions and slow prompts; more is no CLI. */
const MAX_ROUNDS = 12;

/**
 * Learns the prompt: the last line must look like one, and an empty line must bring the same one back. A banner may
 * look like a prompt, but it does not do that.
 */
export async function learnPrompt(shell: ShellChannel, cli: CliRules): Promise<Prompt> {
	const questionIn = (line: string) => cli.questions.find((question) => line.search(question.prompt) >= 0);
	const looksRight = (line: string): boolean => line.trim() !== '' && line.search(cli.prompt) >= 0;
	const answerable = (line: string): boolean => questionIn(line) !== undefined || looksRight(line);

	await firstSign(shell, answerable);
	let emptyLines = 0;
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		await shell.until(answerable, () => noPrompt(shell));
		const line = shell.output.lastLine;
		const question = questionIn(line);
		shell.output.clear();
		shell.answer(question?.answer ?? '\n');
		if (question !== undefined) continue;

		emptyLines += 1;
		await shell.until(
			(next) => shell.output.newlines > 0 && answerable(next),
			() => noPrompt(shell),
		);
		const prompt = promptOf(line);
		if (!prompt.matches(shell.output.lastLine)) continue;
		// Every empty line brings a prompt; one that comes late would be taken for the end of the next command.
		if (emptyLines > 1) await shell.quiet(DRAIN_MS);
		return promptOf(line, preambleOf(shell, cli, prompt));
	}
	throw noPrompt(shell);
}

async function firstSign(shell: ShellChannel, answerable: (line: string) => boolean): Promise<void> {
	if (await shell.within(answerable, NUDGE_AFTER_MS)) return;
	// An empty line is an answer as well: to "Save? [Y/n]" it is yes, and to "Password:" it is a refused login.
	if (!QUESTION.test(shell.output.lastLine)) shell.answer('\n');
}

function preambleOf(shell: ShellChannel, cli: CliRules, prompt: Prompt): readonly string[] {
	const text = cleanOutput(shell.output.text(), cli.pager.prompt);
	const lines = text.split('\n').map((line) => line.trimEnd());
	const isPrompt = (line: string): boolean => prompt.matches(line);
	const above = lines.slice(0, Math.max(lines.findLastIndex(isPrompt), 0));
	return above.slice(above.findLastIndex(isPrompt) + 1).filter((line) => line !== '');
}

/** Nothing but the login has been shown so far, so its last line gives no part of a config away. */
function noPrompt(shell: ShellChannel): SshFailure {
	// A character is a byte here: a password would not be known in it.
	const seen = printableEnd(decode(Buffer.from(shell.output.lastLine, 'latin1')), 60);
	if (QUESTION.test(seen)) {
		const message =
			`${shell.where} asks "${seen}" at the login, and its platform has no safe answer to that. ` +
			'Settle it by hand, or use another account';
		return new SshFailure('ERR_TIMEOUT', message);
	}
	const message =
		`${shell.where} showed no prompt of its platform within ${seconds(shell.phase.wholeMs)} of the login` +
		`${seen === '' ? '' : ` (the last line was "${seen}")`}. Check the platform in fleet.yml, and that the account gets a CLI; ` +
		`if it is slow, raise timeouts.${shell.phase.name}`;
	return new SshFailure('ERR_TIMEOUT', message);
}
