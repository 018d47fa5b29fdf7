import type { Command } from 'commander';

/** An option as a shell completes it. */
export interface CompletedOption {
	/** `--fleet`, `-q`. */
	readonly names: readonly string[];
	readonly description: string;
	readonly takesValue: boolean;
	/** `devices`: the names of the fleet. Empty: any value, such as a file. */
	readonly choices: Choices;
}

/** What a shell may offer: these words, or the names of the devices. */
export type Choices = readonly string[] | 'devices';

/** A command as a shell completes it. */
export interface CompletedCommand {
	readonly name: string;
	readonly description: string;
	readonly options: readonly CompletedOption[];
	/** What its first argument may be, with `devices` every argument; empty: files. */
	readonly choices: Choices;
}

/** Every command of a program with its options, those of the program included. */
export function commandTree(program: Command, platforms: readonly string[]): readonly CompletedCommand[] {
	return program.commands.map((command) => ({
		name: command.name(),
		description: command.description(),
		options: [...command.options, ...program.options].map((option) => ({
			names: [option.long, option.short].filter((name) => name !== undefined && name !== null),
			description: option.description,
			takesValue: option.required || option.optional,
			choices: option.argChoices ?? choicesOf(option.long, platforms),
		})),
		choices: choicesOfArgument(command),
	}));
}

function choicesOf(option: string | undefined, platforms: readonly string[]): Choices {
	if (option === '--platform') return platforms;
	if (option === '--fail-on') return ['drift', 'conflict', 'unknown', 'drift,unknown', 'none'];
	return option === '--select' ? 'devices' : [];
}

function choicesOfArgument({ registeredArguments: [first] }: Command): Choices {
	return first?.name() === 'device' ? 'devices' : (first?.argChoices ?? []);
}
