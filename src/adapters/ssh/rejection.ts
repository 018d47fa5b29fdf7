import type { CliRules } from '../../domain/platform/cli-rules.ts';
import { printable } from '../connection/printable.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';

/** A refusal is a few lines; what is longer is a config, and may quote a refusal in a banner or a description. */
const MAX_LINES = 16;

/**
 * Throws when what a device answered to the show command is a refusal and no config, or a config that a refusal ends: the server
 * that authorises each command may change its mind, and not every system tells the end of a config.
 */
export function assertAccepted(reply: { readonly where: string; readonly text: string; readonly cli: CliRules }): void {
	const { where, text, cli } = reply;
	const lines = text.split('\n', MAX_LINES + 1);
	for (const line of lines.length > MAX_LINES ? [lastLineOf(text)] : lines) {
		if (cli.failures.some((failure) => line.search(failure) >= 0)) throw rejection(where, cli.showRunning, line);
	}
}

function lastLineOf(text: string): string {
	const whole = text.trimEnd();
	return whole.slice(whole.lastIndexOf('\n') + 1);
}

/** The device did not take a command; `said` is its own text and is made fit for one line. */
export function rejection(where: string, command: string, said: string): SshFailure {
	const whole = printable(said);
	const text = whole.endsWith('.') ? whole.slice(0, -1) : whole;
	const message = `${where} rejected "${command}"${text === '' ? '' : `: ${text}`}. Give the account the right to run it`;
	return new SshFailure('ERR_COMMAND_REJECTED', message);
}
