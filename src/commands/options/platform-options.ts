import { Option } from 'commander';
import { DEVICE_TRANSPORTS } from '../../domain/platform/transports.ts';

/** What a config was fetched by: an API may give another document than the command line. */
export function transportOption(): Option {
	const meaning = 'the transport that fetched the running config (default: the one that gives such a text)';
	return new Option('--transport <transport>', meaning).choices(DEVICE_TRANSPORTS);
}

/** Where a team keeps masks and platforms of its own. */
export function fleetOfMasks(): Option {
	return new Option('--fleet <file>', 'a fleet.yml whose own platforms and masks also apply');
}

/** Where a team keeps platforms of its own. */
export function fleetOfPlatforms(): Option {
	return new Option('--fleet <file>', 'a fleet.yml whose own platforms are also known');
}
