import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { planShards } from '../composition/sharding/plan-shards.ts';
import type { MeasuredDevice } from '../domain/sharding/device-weights.ts';
import type { ShardCount } from '../domain/sharding/shard-count.ts';
import { matrixOf } from '../domain/sharding/shard-manifest.ts';
import { ConfigurationError, PublishError } from '../errors.ts';
import { parseReport } from '../infrastructure/results-branch/parse-history.ts';
import { writeManifest } from '../infrastructure/shards/manifest-file.ts';
import { shardCount } from '../settings/input-parsers.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { localRunOptions } from './options/local-run-options.ts';
import { parsed } from './options/parsed.ts';
import { readTexts } from './options/read-texts.ts';
import { selectOption } from './options/select-option.ts';

interface PlanOptions {
	readonly fleet: string;
	readonly select: string;
	readonly shards: ShardCount;
	readonly measured?: string;
	readonly out: string;
}

export function planCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('plan')
		.description('split an audit into several jobs: print their matrix and write the manifest')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.addOption(selectOption())
		.addOption(
			new Option('--shards <number>', 'how many jobs, 1–256, or auto: about five minutes each')
				.argParser(parsed(shardCount))
				.default('auto'),
		)
		.option('--measured <report>', 'JSON report of an earlier audit, to give every job about the same amount of work')
		.option('--out <folder>', 'where the manifest goes', 'shards')
		.addHelpText(
			'after',
			examples(
				'fleet-drift plan --shards 2',
				'fleet-drift audit --shard 1/2',
				'fleet-drift audit --shard 2/2',
				'fleet-drift merge shards',
			),
		)
		.action(async (options: PlanOptions) => {
			const manifest = await planShards({
				...localRunOptions(options.fleet, line),
				select: options.select,
				shards: options.shards,
				measured: await measuredDevices(options, line),
			});
			await writeManifest(resolve(line.cwd, options.out), manifest);
			line.stdout.write(`${JSON.stringify(matrixOf(manifest))}\n`);
			exit(0);
		});
}

async function measuredDevices({ measured }: PlanOptions, line: CommandLine): Promise<readonly MeasuredDevice[]> {
	if (measured === undefined) return [];
	const [text = ''] = await readTexts([measured], line);
	try {
		return parseReport(text, measured).devices;
	} catch (error) {
		if (!(error instanceof PublishError)) throw error;
		const fix = 'Name what "fleet-drift audit --json" wrote';
		throw ConfigurationError.inFile(measured, 'is not the report of an audit', fix);
	}
}
