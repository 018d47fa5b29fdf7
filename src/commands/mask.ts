import { Command } from 'commander';
import { readPlatforms } from '../composition/fleet/read-platforms.ts';
import { randomKey } from '../composition/run/random-key.ts';
import { maskContent } from '../domain/masking/mask-content.ts';
import { compileMasks } from '../domain/masking/registry.ts';
import type { DeviceTransport } from '../domain/platform/transports.ts';
import { renderMasking } from '../reporting/terminal/render-masking.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { fleetOfMasks, transportOption } from './options/platform-options.ts';
import { readConfigs } from './options/read-configs.ts';
import { refuseIdle } from './options/refuse-idle.ts';

interface MaskCommandOptions {
	readonly platform: string;
	readonly fleet?: string;
	readonly transport?: DeviceTransport;
	readonly explain?: boolean;
	readonly unused?: boolean;
}

export function maskCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const command = new Command('mask')
		.description('show a config as the compare sees it: volatile lines gone, secrets as fingerprints')
		.argument('<file>', 'a config')
		.requiredOption('--platform <name>', 'as listed by fleet-drift platforms')
		.addOption(fleetOfMasks())
		.addOption(transportOption())
		.option('--explain', 'show which pattern did what to which line, and why')
		.option('--unused', 'with --explain: name every mask that hit nothing, not only those from --fleet')
		.addHelpText('after', examples('fleet-drift mask backup.txt --platform cisco_ios --explain'))
		.action(async (file: string, options: MaskCommandOptions) => {
			const { platform: name, fleet, transport } = options;
			const { platforms, masks: userMasks } = await readPlatforms(fleet, line);
			const read = await readConfigs([file], { name, transport, platforms, line });
			const masks = compileMasks(read.platform, { userMasks, fingerprintKey: randomKey() });
			const all = [...masks.lineMasks, ...masks.blockMasks].map(({ id }) => id);
			const own = userMasks.map(({ id }) => id);
			const masked = maskContent(read.texts[0] ?? '', masks);
			const named = new Set(options.unused === true ? all : own);
			const width = line.stdout.interactive ? line.stdout.width : Number.POSITIVE_INFINITY;
			line.stdout.write(options.explain === true ? renderMasking(masked, masks, { named, width }) : masked.text);
			exit(0);
		});
	return refuseIdle(command, { '--unused': '--explain' });
}
