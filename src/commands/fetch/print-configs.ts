import type { Answered } from '../asking/ask-devices.ts';
import type { FetchContext } from './fetch-configs.ts';

/**
 * Prints configs. That of one device is nothing but its config, to be kept in a file; those of several have a line with the
 * name in front, as head(1) and tail(1) have it, which no platform takes for configuration.
 */
export function printConfigs(configs: readonly Answered<string>[], { prepared, line }: FetchContext): void {
	const isOne = prepared.run.devices.length === 1;
	for (const [index, { device, answer }] of configs.entries()) {
		line.stdout.write(isOne ? answer : `${index === 0 ? '' : '\n'}==> ${device.name} <==\n${answer}`);
	}
}
