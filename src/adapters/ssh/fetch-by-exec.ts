import { sizeOf } from '../connection/size-of.ts';
import { cleanOutput } from './clean-output.ts';
import { type ExecResult, execute } from './exec-channel.ts';
import type { CommandOutput, FetchOptions } from './fetch-options.ts';
import { assertAccepted, rejection } from './rejection.ts';

/** Reads the running-config without a prompt: one SSH exec request per command. */
export async function fetchByExec({
	session,
	platform,
	timeouts,
	trace,
	asked,
	arrived,
}: FetchOptions): Promise<CommandOutput> {
	const { cli } = platform;
	const run = (command: string, accepted?: () => void): Promise<ExecResult> =>
		execute({ session, platform, command, timeouts, accepted });

	for (const command of cli.setup) await run(command);
	const { output, errors, status } = await run(cli.showRunning, asked);
	const [text, complaint] = [
		cleanOutput(output, cli.pager.prompt).trimEnd(),
		cleanOutput(errors, cli.pager.prompt).trim(),
	];
	for (const said of [text, complaint]) assertAccepted({ where: session.where, text: said, cli });
	// Tools warn on stderr about what does not concern us (vtysh without its own config file); it counts when that was all.
	if (status !== 0 || (text === '' && complaint !== '')) {
		throw rejection(session.where, cli.showRunning, complaint.split('\n', 1)[0] || `exit status ${status}`);
	}
	trace?.('config', sizeOf(text));
	const config = text === '' ? '' : `${text}\n`;
	arrived?.(config);
	return { text: config, commands: cli.setup.length + 1 };
}
