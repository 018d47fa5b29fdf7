import { Command } from 'commander';
import { readPlatforms } from '../composition/fleet/read-platforms.ts';
import { cellsOf, type PlatformFacts, platformFacts } from '../composition/platform-facts.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { fleetOfPlatforms } from './options/platform-options.ts';

interface PlatformsOptions {
	readonly fleet?: string;
	readonly json?: boolean;
}

export function platformsCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('platforms')
		.description(
			'list the network operating systems, how each is fetched, proven whole and masked, and what that was tested against',
		)
		.addOption(fleetOfPlatforms())
		.option('--json', 'print them as JSON')
		.addHelpText('after', examples('fleet-drift platforms', 'fleet-drift platforms --json'))
		.action(async ({ fleet, json = false }: PlatformsOptions) => {
			const { platforms } = await readPlatforms(fleet, line);
			const facts = platformFacts(platforms);
			line.stdout.write(json ? `${JSON.stringify(facts, null, 2)}\n` : renderTable(facts));
			exit(0);
		});
}

const HEADER = ['platform', 'by', 'format', 'proof', 'volatile', 'secrets', 'ordered', 'tested with', 'also called'];

/** One row per way to fetch a platform. */
function renderTable(facts: readonly PlatformFacts[]): string {
	const cells = facts.flatMap(({ name, aliases, transports }) =>
		transports.map((way, at) => [at === 0 ? name : '', ...cellsOf(way), at === 0 ? aliases.join(' ') : '']),
	);
	const widths = HEADER.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
	const print = (row: readonly string[]): string =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd();
	return `${[HEADER, ...cells].map(print).join('\n')}\n`;
}
