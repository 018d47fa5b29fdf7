import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Option } from 'commander';
import { ConfigurationError } from '../../errors.ts';
import { type DemoFleet, demoFleet } from '../../simulator/demo/demo-fleet.ts';

/** `--fleet` of the commands that simulate devices: they make them out of the intended configs of the sample. */
export function sampleFleetOption(): Option {
	const shipped = join(import.meta.dirname, '..', 'fleet.yml');
	return new Option('--fleet <file>', 'the sample fleet').default(shipped, 'the one that ships');
}

/** The devices of the sample fleet. Throws a `ConfigurationError` where another fleet is meant. */
export function openSampleFleet(fleetFile: string): DemoFleet {
	if (!existsSync(fleetFile))
		throw ConfigurationError.inFile(fleetFile, 'there is no such file', 'Leave --fleet out: the sample ships');
	try {
		return demoFleet({ intendedDir: join(dirname(fleetFile), 'intended-configs') });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
		const message = 'only the sample fleet can be simulated, and its intended configs are not next to this file';
		throw ConfigurationError.inFile(fleetFile, message, 'Leave --fleet out');
	}
}
