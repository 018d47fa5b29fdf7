import { Option } from 'commander';

/** What a config was fetched by: an API may give another document than the command line. */
export function transportOption(): Option {
	return new Option('--transport <transport>', 'what the running config was fetched by')
		.choices(['ssh', 'netconf', 'rest'])
		.default('ssh');
}
