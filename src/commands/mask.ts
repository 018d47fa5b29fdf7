import { Command } from 'commander';
import { readPlatforms } from '../composition/fleet/read-platforms.ts';
import { resolvePlatform } from '../composition/fleet/resolve-platform.ts';
import { randomKey } from '../composition/run/random-key.ts';
import { type MaskedContent, maskContent } from '../domain/masking/mask-content.ts';
import { greedyMasks } from '../domain/masking/mask-warnings.ts';
import { type CompiledMasks, compileMasks } from '../domain/masking/registry.ts';
import type { DeviceTransport } from '../domain/platform/transports.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { fleetOfMasks, transportOption } from './options/platform-options.ts';
import { readTexts } from './options/read-texts.ts';

interface MaskCommandOptions {
	readonly platform: string;
	readonly fleet?: string;
	readonly transport: DeviceTransport;
	readonly explain?: boolean;
	readonly unused?: boolean;
}

export function maskCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('mask')
		.description('show a config as the compare sees it: volatile lines gone, secrets as fingerprints')
		.argument('<file>', 'a config')
		.requiredOption('--platform <name>', 'as listed by fleet-drift platforms')
		.addOption(fleetOfMasks())
		.addOption(transportOption())
		.option('--explain', 'tell which pattern did what to which line, and why')
		.option('--unused', 'with --explain: name every mask that hit nothing, and not only those of --fleet')
		.addHelpText('after', '\nExample:\n  fleet-drift mask backup.txt --platform cisco_ios --explain')
		.action(async (file: string, options: MaskCommandOptions) => {
			const { platform: name, fleet, transport } = options;
			const { platforms, masks: userMasks } = await readPlatforms(fleet, line);
			const platform = resolvePlatform(platforms, { name, transport });
			const masks = compileMasks(platform, { userMasks, fingerprintKey: randomKey() });
			const all = [...masks.lineMasks, ...masks.blockMasks].map(({ id }) => id);
			const own = userMasks.map(({ id }) => id);
			const [text = ''] = await readTexts([file], line);
			const masked = maskContent(text, masks);
			line.stdout.write(
				options.explain === true ? explain(masked, masks, new Set(options.unused === true ? all : own)) : masked.text,
			);
			exit(0);
		});
}

/** @param named - ids of the masks that are named where they hit nothing: of those that ship, most have no reason to */
function explain(
	{ hits, masked }: MaskedContent,
	{ lineMasks, blockMasks }: CompiledMasks,
	named: ReadonlySet<string>,
): string {
	const all = [...lineMasks, ...blockMasks];
	const reasons = new Map(all.map(({ id, reason }) => [id, reason]));
	const lines = hits.map(({ number, pattern, result }) => {
		const what = result === null ? 'dropped' : result;
		return `${String(number).padStart(6)}  ${pattern.padEnd(36)}  ${what}`;
	});
	const used = Object.entries(masked.patterns).map(
		([id, count]) => `${String(count).padStart(6)}  ${id}: ${reasons.get(id)}`,
	);
	const summary = `${masked.lines} of ${masked.total} lines were dropped or altered`;
	const wide = greedyMasks(masked).map(
		({ id, share }) => `${id} takes ${Math.round(share * 100)} % of the lines: look whether its pattern is too wide`,
	);
	const idle = all.filter(({ id }) => !Object.hasOwn(masked.patterns, id)).map(({ id }) => id);
	const listed = idle.filter((id) => named.has(id));
	const unused = `${idle.length} of ${all.length} masks hit nothing${listed.length === 0 ? '' : `: ${listed.join(', ')}`}`;
	return `${[...lines, '', summary, ...used, ...wide, '', unused].join('\n')}\n`;
}
