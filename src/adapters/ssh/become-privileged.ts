import type { Credentials } from '../../domain/connection.ts';
import type { CliRules } from '../../domain/platform/cli-rules.ts';
import { seconds } from '../connection/phase.ts';
import { printable } from '../connection/printable.ts';
import { asksForAnother } from '../ssh-connection/login-question.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import { cleanOutput } from './clean-output.ts';
import { learnPrompt } from './learn-prompt.ts';
import { type Prompt, promptOf } from './prompt.ts';
import type { ShellChannel } from './shell-channel.ts';

/** A question ends where the device waits: what comes in two pieces may be a sentence that goes on behind "password:". */
const QUESTION_SETTLE_MS = 20;
/** ProCurve asks for the name again where an AAA server decides (netmiko#187). */
const ASKS_NAME = /^\s*(?:Please Enter )?(?:User ?name|Login Name):\s?$/i;

interface PrivilegeOptions {
	readonly shell: ShellChannel;
	readonly cli: CliRules;
	/** That of the login. */
	readonly prompt: Prompt;
	readonly credentials: Credentials;
}

/**
 * Gets to the level that may read the whole config, and returns the prompt of that level. The password is given once: a
 * device that asks again has refused it.
 */
export async function becomePrivileged(options: PrivilegeOptions): Promise<Prompt> {
	const { shell, cli, prompt, credentials } = options;
	const { enable } = cli;
	if (enable === null || prompt.text.search(enable.privileged) >= 0) return prompt;

	const asks = (line: string): boolean => line.search(enable.passwordPrompt) >= 0;
	const settled = (line: string): boolean =>
		asks(line) || ASKS_NAME.test(line) || (shell.output.newlines > 0 && line.search(cli.prompt) >= 0);
	const silent = (): SshFailure =>
		new SshFailure(
			'ERR_TIMEOUT',
			`${shell.where} did not finish "${enable.command}" within ${seconds(shell.phase.wholeMs)} of the login. Check that the account may use it, or raise timeouts.${shell.phase.name}`,
		);

	const answered = (keys: string): Promise<void> => {
		shell.output.clear();
		shell.answer(`${keys}\n`);
		return shell.until((line) => shell.output.newlines > 0 && settled(line), silent);
	};

	shell.type(enable.command);
	await shell.until(settled, silent);
	if (ASKS_NAME.test(shell.output.lastLine)) await answered(credentials.username);
	while (asks(shell.output.lastLine) && !(await shell.quiet(QUESTION_SETTLE_MS))) await shell.until(settled, silent);
	if (ASKS_NAME.test(shell.output.lastLine))
		throw refusal(shell, `refused the name of the account on "${enable.command}"`);
	if (asks(shell.output.lastLine)) {
		await answered(passwordFor(enable.command, options));
		if (asks(shell.output.lastLine) || ASKS_NAME.test(shell.output.lastLine))
			throw refusal(shell, `refused the enable password. ${whatToCheck(credentials)}; it is not tried again`);
	}

	const raised = raisedFrom(prompt, shell.output.lastLine) ?? (await learnPrompt(shell, cli));
	if (raised.text.search(enable.privileged) >= 0) return raised;
	throw refusal(shell, `did not raise the account's level on "${enable.command}". ${whatToCheck(credentials)}`);
}

/** What answers the question for the enable password; throws where nothing that we know does. */
function passwordFor(command: string, { shell, cli, credentials }: PrivilegeOptions): string {
	const said = cleanOutput(shell.output.text(), cli.pager.prompt);
	if (SETS_ONE.test(said) || asksForAnother(shell.output.lastLine)) throw refusal(shell, wantsAnother(command, said));
	const password = credentials.enable ?? credentials.password;
	if (password === null)
		throw refusal(shell, 'asks for an enable password, and the credentials hold none. Add `enable`');
	return password;
}

/**
 * What a device says that has no enable password, or wants another: whatever is typed then becomes its password (Cisco ASA
 * 9.12 and later: "The enable password is not set. Please set it now.").
 */
const SETS_ONE =
	/\bplease set (?:it|one)\b|\bpassword (?:is not set|has expired|must be (?:changed|set))|\bchange (?:your|the) password\b/i;

function wantsAnother(command: string, said: string): string {
	const question = printable(said.trimStart().replace(command, ''));
	return `says "${question}" on "${command}": what is typed there would be set as a password. Settle it by hand, or use another account`;
}

/**
 * The prompt of the level above, where it differs in its last letter only: `core-1>` has been proven already, so `core-1#`
 * need not be. null: it has to be learnt.
 */
function raisedFrom(prompt: Prompt, line: string): Prompt | null {
	const { text, preamble } = prompt;
	const raised = `${text.slice(0, -1)}#`;
	return text.endsWith('>') && line.trimEnd() === raised ? promptOf(raised, preamble) : null;
}

/** Devices whose users have one password for both are the most frequent; the others must be told apart from a wrong one. */
function whatToCheck({ enable }: Credentials): string {
	return enable === null
		? `The password of the login was given, because the credentials hold none for it: add enable: "\${FLEET_ENABLE}" or the like`
		: 'Check the enable password and its rights';
}

function refusal(shell: ShellChannel, message: string): SshFailure {
	return new SshFailure('ERR_AUTHENTICATION', `${shell.where} ${message}`);
}
