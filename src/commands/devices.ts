import { Command, Option } from 'commander';
import { readFleet } from '../composition/fleet/read-fleet.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { localRunOptions } from './options/local-run-options.ts';
import { selectOption } from './options/select-option.ts';

interface DevicesOptions {
	readonly fleet: string;
	readonly select: string;
	readonly offline?: boolean;
}

/** Shells ask it, too: for the names that they complete. */
export function devicesCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('devices')
		.description('list the devices of the fleet, one name per line; no device is asked')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.addOption(selectOption())
		.addOption(new Option('--offline', 'leave out devices that an inventory server would have to be asked for'))
		.addHelpText('after', examples('fleet-drift devices', 'fleet-drift devices --select "site=ams !edge-07"'))
		.action(async ({ fleet, select, offline = false }: DevicesOptions) => {
			const read = await readFleet({
				...localRunOptions(fleet, line),
				select,
				source: { from: 'nowhere' },
				askInventories: !offline,
			});
			line.stdout.write(read.fleet.devices.map(({ name }) => `${name}\n`).join(''));
			exit(0);
		});
}
