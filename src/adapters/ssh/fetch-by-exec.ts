import { cleanOutput } from './clean-output.ts';
import { type ExecResult, execute } from './exec-channel.ts';
import type { CommandOutput, FetchOptions } from './fetch-options.ts';
import { assertListed, listedCommands } from './listed-commands.ts';
import { assertAccepted, rejection } from './rejection.ts';

/** Reads the running-config without a prompt: one SSH exec request per command. */
export async function fetchByExec({ session, platform, silenceMs }: FetchOptions): Promise<CommandOutput> {
	const { cli } = platform;
	const listed = listedCommands(platform);
	const run = (command: string): Promise<ExecResult> => {
		assertListed(command, listed);
		return execute({ session, command, silenceMs });
	};

	for (const command of cli.setup) await run(command);
	const { output, errors, status } = await run(cli.showRunning);
	const lines = cleanOutput({ raw: output.toString('latin1'), pages: [] }, cli.pager.prompt);
	const complaints = errors.toString('latin1').split('\n');
	assertAccepted({ where: session.where, lines, cli });
	assertAccepted({ where: session.where, lines: complaints, cli });
	// Tools warn on stderr about what does not concern us (vtysh without its own config file); it counts when that was all.
	if (status !== 0 || (lines.join('').trim() === '' && complaints.join('').trim() !== '')) {
		throw rejection(session.where, cli.showRunning, complaints[0] || `exit status ${status}`);
	}
	const end = lines.findLastIndex((line) => line.trim() !== '') + 1;
	return {
		text: lines
			.slice(0, end)
			.map((line) => `${line}\n`)
			.join(''),
		commands: cli.setup.length + 1,
	};
}
