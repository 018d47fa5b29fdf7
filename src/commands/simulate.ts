import { resolve } from 'node:path';
import { Command } from 'commander';
import { ConfigurationError, systemCode } from '../errors.ts';
import { startSimulatedFleet } from '../simulator/start-fleet.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { openSampleFleet, sampleFleetOption } from './options/sample-fleet.ts';

export function simulateCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('simulate')
		.description('run the sample fleet on loopback, at the ports of its fleet.yml, until interrupted')
		.addOption(sampleFleetOption())
		.addHelpText('after', examples('fleet-drift simulate'))
		.action(async ({ fleet }: { readonly fleet: string }) => {
			const path = resolve(line.cwd, fleet);
			const { devices, env } = openSampleFleet(path);
			await using simulated = await startSimulatedFleet({ devices, ports: 'as-configured' }).catch(refuseTaken);
			const { resolve: stop, promise: stopped } = Promise.withResolvers<void>();
			line.signal.addEventListener('abort', () => stop(), { once: true });
			line.stdout.write(
				[
					`${devices.length} simulated devices listen on ${simulated.host}; Ctrl-C stops them. Audit them from another shell:`,
					'',
					...Object.entries(env).map(([name, value]) => `export ${name}='${value}'`),
					`fleet-drift audit${path === resolve(line.cwd, 'fleet.yml') ? '' : ` --fleet ${path}`}`,
					'',
				].join('\n'),
			);
			await stopped;
			exit(0);
		});
}

/** Its ports are those of the sample fleet.yml, and somebody else may have one of them. */
function refuseTaken(error: unknown): never {
	const { message, cause } = error instanceof Error ? error : new Error(String(error));
	if (systemCode(cause) !== 'EADDRINUSE') throw error;
	const fix = 'Something else listens there or has a connection from it: end it, or wait a moment and try again';
	throw ConfigurationError.of(`${message}, which is taken`, fix);
}
