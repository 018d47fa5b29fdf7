import type { Command } from 'commander';
import { ConfigurationError, NOWHERE } from '../../errors.ts';

/**
 * Refuses options that say nothing without another one, before the command begins: whoever gave them means something that
 * would not be done.
 *
 * @param needs - by option which other one it takes: `{ '--force': '--write' }`
 * @returns the same command
 */
export function refuseIdle(command: Command, needs: Readonly<Record<string, string>>): Command {
	const isGiven = (long: string): boolean => {
		const option = command.options.find((known) => known.long === long);
		if (option === undefined) throw new Error(`${command.name()} has no option ${long}`);
		return command.getOptionValueSource(option.attributeName()) === 'cli';
	};
	return command.hook('preAction', () => {
		const idle = Object.entries(needs).filter(([long, other]) => isGiven(long) && !isGiven(other));
		if (idle.length === 0) return;
		throw new ConfigurationError(
			idle.map(([long, other]) => ({
				...NOWHERE,
				message: `${long} has no effect without ${other}`,
				fix: `Add ${other}, or leave it out`,
			})),
		);
	});
}
