import { Argument, Command } from 'commander';
import { platforms } from '../../platforms/index.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';
import { examples } from '../options/examples.ts';
import { bashCompletion } from './bash.ts';
import { type CompletedCommand, commandTree } from './command-tree.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

/** Every shell, one line each. */
const SHELLS: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
	bash: bashCompletion,
	zsh: zshCompletion,
	fish: fishCompletion,
};

export function completionCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('completion')
		.description('print a script that completes commands, options, devices and platforms in a shell')
		.addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(Object.keys(SHELLS)))
		.addHelpText('after', examples('fleet-drift completion bash'))
		.action((shell: string, _options: unknown, command: Command) => {
			const program = command.parent;
			if (program === null) throw new Error('the command has no program around it');
			line.stdout.write(SHELLS[shell]?.(commandTree(program, platforms.names)) ?? '');
			exit(0);
		});
}
