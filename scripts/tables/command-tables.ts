import type { Command } from 'commander';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import type { CommandLine, Terminal } from '../../src/commands/command-line.ts';
import { createLog } from '../../src/infrastructure/log.ts';
import { code, markdownTable, prose } from './markdown-table.ts';

/** The commands as the shell would see them, in a world in which nothing happens: only their help is read. */
export function readCommands(): readonly Command[] {
	const nowhere: Terminal = { write: () => {}, interactive: false, colour: false, width: 100 };
	const line: CommandLine = {
		env: {},
		cwd: '/',
		log: createLog({ write: () => {}, inActions: false }),
		stdin: { interactive: false, ask: async () => '', say: () => {} },
		stdout: nowhere,
		stderr: nowhere,
		signal: AbortSignal.abort(),
	};
	return COMMANDS.map((create) => create(line, () => {}));
}

/** Usage, duty and options of each command, by the name of its marker: `command-audit`. */
export function commandTables(): Readonly<Record<string, () => string>> {
	return Object.fromEntries(readCommands().map((command) => [`command-${command.name()}`, () => describe(command)]));
}

function describe(command: Command): string {
	const usage = `\`\`\`text\nfleet-drift ${command.name()} ${command.usage()}\n\`\`\``;
	const description = command.description();
	const duty = `${prose(description.charAt(0).toUpperCase() + description.slice(1))}.`;
	const rows = command.options.map(({ flags, description: meaning, defaultValue, defaultValueDescription }) => [
		code(flags),
		code(defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : '')),
		prose(meaning),
	]);
	const options = rows.length === 0 ? [] : [markdownTable(['Option', 'Default', 'Meaning'], rows)];
	return [duty, usage, ...options].join('\n\n');
}
