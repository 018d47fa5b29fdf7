import { Command } from 'commander';
import { fleetJsonSchema } from '../settings/schema/fleet-json-schema.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';

export function schemaCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('schema')
		.description('print the JSON Schema of fleet.yml, for editors')
		.addHelpText('after', examples('fleet-drift schema'))
		.action(() => {
			line.stdout.write(fleetJsonSchema());
			exit(0);
		});
}
