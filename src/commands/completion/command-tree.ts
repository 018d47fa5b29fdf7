import type { Command } from 'commander';

/** An option as a shell completes it. */
export interface CompletedOption {
	/** `--fleet`, `-q`. */
	readonly names: readonly string[];
	readonly description: string;
	readonly takesValue: boolean;
	/** Empty: any value, such as a file. */
	readonly choices: readonly string[];
}

/** A command as a shell completes it. */
export interface CompletedCommand {
	readonly name: string;
	readonly description: string;
	readonly options: readonly CompletedOption[];
	/** What its first argument may be; empty: files. */
	readonly choices: readonly string[];
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
			choices: option.argChoices ?? (option.long === '--platform' ? platforms : []),
		})),
		choices: command.registeredArguments[0]?.argChoices ?? [],
	}));
}
