import { describe, expect, it } from 'vitest';
import { readCommands } from '../../../scripts/tables/command-tables.ts';
import { shellFault } from '../../support/docs/shell.ts';

describe.each(readCommands().map((command) => ({ name: command.name(), command })))(
	'$name --help',
	({ name, command }) => {
		const shown: string[] = [];
		command.configureOutput({ writeOut: (text) => shown.push(text) }).outputHelp();
		const help = shown.join('');

		it('shows examples that can be typed', () => {
			const [, examples = ''] = help.split(/^Examples?:\n/m);
			const lines = examples.trim().split('\n');

			expect(lines[0]?.trim().startsWith(`fleet-drift ${name}`)).toBe(true);
			for (const line of lines) expect(shellFault(line.trim()), line).toBeNull();
		});

		it('says what the command and each of its options are for', () => {
			expect(command.description()).not.toBe('');
			expect(command.options.filter(({ description }) => description === '')).toEqual([]);
		});
	},
);
