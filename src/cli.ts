import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands/all-commands.ts';
import type { CommandLine, ExitCode } from './commands/command-line.ts';
import { examples } from './commands/options/examples.ts';
import { openTerminal } from './commands/terminal/open-terminal.ts';
import { TerminalAsker } from './commands/terminal/terminal-asker.ts';
import { wrappedErrors } from './commands/terminal/wrapped-errors.ts';
import { describeFailure } from './composition/describe-failure.ts';
import { untilInterrupted } from './composition/until-interrupted.ts';
import { warnOfDebugSwitches } from './infrastructure/debug-switches.ts';
import { createLog } from './infrastructure/log.ts';
import { outputError } from './infrastructure/output-file.ts';
import { VERSION } from './version.ts';

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<ExitCode> {
	const verbose = process.env.FLEET_DEBUG === '1';
	let quiet = false;
	const stderr = openTerminal(process.stderr, () => quiet);
	const log = createLog({
		write: stderr.write,
		inActions: false,
		colour: stderr.colour,
		verbose,
		width: stderr.interactive ? stderr.width : undefined,
		onlyErrors: () => quiet,
	});
	onLostOutput((error) => log.error(describeFailure(error, { verbose })));
	using interruption = untilInterrupted();
	const { signal } = interruption;
	using stdin = new TerminalAsker(process.stdin, process.stderr);
	const line: CommandLine = {
		env: process.env,
		cwd: process.cwd(),
		log,
		stdin,
		stdout: openTerminal(process.stdout),
		stderr,
		signal,
	};
	let exitCode: ExitCode = 0;
	const program: Command = new Command('fleet-drift')
		.description('Finds configuration drift on network devices.')
		.version(VERSION)
		.configureOutput(wrappedErrors(stderr))
		.addHelpText(
			'after',
			examples(
				'fleet-drift demo',
				'fleet-drift init --from ansible --file inventory/hosts.yml',
				'fleet-drift doctor "edge-*"',
				'fleet-drift audit --select site=ams',
			),
		)
		.showSuggestionAfterError()
		.showHelpAfterError('(--help shows what there is)')
		.option('-q, --quiet', 'no progress and no warnings: only the result and errors')
		.hook('preAction', () => {
			quiet = program.opts<{ readonly quiet?: boolean }>().quiet === true;
			warnOfDebugSwitches(process.env, log);
		});
	for (const create of COMMANDS) {
		const command = create(line, (code) => {
			exitCode = code;
		});
		const help = `(fleet-drift ${command.name()} --help shows what it takes)`;
		command.configureHelp({ showGlobalOptions: true }).configureOutput(wrappedErrors(stderr));
		program.addCommand(command.showHelpAfterError(help).exitOverride());
	}
	try {
		await program.exitOverride().parseAsync([...argv]);
		return exitCode;
	} catch (error) {
		// Commander has said what was wrong; help and version are no errors.
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		log.error(describeFailure(error, { verbose }));
		return 2;
	}
}

/** Whatever the verdict is, a run whose report is lost does not end with it: to a script, 1 means drift and 0 none. */
function onLostOutput(tell: (error: unknown) => void): void {
	// What stderr does not take can be told nowhere.
	process.stderr.on('error', () => {});
	let isTold = false;
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		// `fleet-drift audit | head`: nobody reads on, but files and exit code are still wanted.
		if (error.code === 'EPIPE' || isTold) return;
		isTold = true;
		tell(outputError('stdout', error));
		// It may come before the verdict, or after it.
		process.once('exit', () => {
			process.exitCode = 2;
		});
	});
}
